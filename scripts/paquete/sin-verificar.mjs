// What better-auth's routes/email-verification.mjs means inside the Worker (wrangler.toml, [alias]): its own links by mail, which
// Baldosa sends otherwise (docs/decisions/0018). Signing in would come here only under `requireEmailVerification`, which is not
// set. With a new version read again who imports it.
const falta = () => {
  throw new Error(
    "El Worker no lleva la verificación de better-auth: scripts/paquete/sin-verificar.mjs.",
  );
};

export {
  falta as createEmailVerificationToken,
  falta as sendVerificationEmail,
  falta as sendVerificationEmailFn,
  falta as verifyEmail,
};
