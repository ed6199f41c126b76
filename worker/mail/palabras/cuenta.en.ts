import type { cuentaEs } from "./cuenta.es.ts";

export const cuentaEn: typeof cuentaEs = {
  codigo: "If the button does not work, copy this code at",
  oculto: "[The link with its code goes here. Only who gets the mail sees it.]",
  vence: {
    minutos: (n) => `It works once, for ${n} minutes.`,
    dias: (n) => `It works once, for ${n} days.`,
  },
  noFui: "If it was not you, do nothing, and give this link to nobody.",
  siNoFuiste:
    "If it was not you, choose another password at once and end the sessions that you do not know.",
  cuando: (dia, hora, aparato) =>
    `It was on ${dia} at ${hora}${aparato ? `, from ${aparato}` : ""}.`,
  olvide: "Choose another password",
  porque: "We write to you because somebody gave this address on our site.",
  porqueCuenta:
    "We write to you because it is your account's address. These mails cannot be turned off.",
  enlace_verificar: {
    asunto: "Confirm your e-mail address",
    titulo: "Is this your address?",
    dice: () =>
      "An account was opened on our reporting site with this address. Confirm that it is yours, so that nobody else can use it.",
    boton: "Confirm my address",
  },
  enlace_ingresar: {
    asunto: "Your link to sign in",
    titulo: "Sign in without a password",
    dice: () =>
      "You asked for a link to sign in. Open it on the phone or computer where you want to be signed in.",
    boton: "Sign in",
  },
  enlace_recuperar: {
    asunto: "Choose another password",
    titulo: "Choose another password",
    dice: () =>
      "You asked to change your password because you do not remember it. When you choose another one, all your sessions end.",
    boton: "Choose another password",
  },
  enlace_correo: {
    asunto: "Confirm your new e-mail address",
    titulo: "Is this your new address?",
    dice: () =>
      "Somebody with an account on our site wants to use this address. If it is you, confirm it: from then on you sign in with it and get your notices there.",
    boton: "Use this address",
  },
  enlace_reporte: {
    asunto: "Confirm your report",
    titulo: "One more step: confirm your report",
    dice: (d) =>
      `We have '${d.titulo}', at ${d.direccion}. Nobody sees it yet: confirm it and the clock starts.`,
    boton: "Confirm my report",
  },
  enlace_invitacion: {
    asunto: "You are invited to work with us on the city's reports",
    titulo: "Your work account is waiting",
    dice: () =>
      "The municipality invites you to its reports system. Open the link, tell us your name and choose a password that you use nowhere else.",
    boton: "Accept the invitation",
  },
  cuenta_correo_pedido: {
    asunto: "You asked to change your e-mail",
    titulo: "Somebody asked to change your e-mail",
    dice: (d) =>
      `From your account they asked to change this address to ${d.email}. It changes when it is confirmed from there.`,
  },
  cuenta_correo_cambiado: {
    asunto: "Your account has another e-mail",
    titulo: "Your account has another e-mail",
    dice: (d) =>
      `From now on your account uses the address ${d.email}: you sign in with it and get your notices there.`,
  },
  cuenta_borrada: {
    asunto: "We deleted your account and your data",
    titulo: "Your account is gone",
    dice: () =>
      "As you asked, we deleted your account: your name, your e-mail, your telephone and what you wrote in comments. Your reports go on without saying whose they are, and we will not write to you about them any more. This is the last mail you get from us.",
  },
  comoSigue: "See how the city goes on",
  porqueBorrada: "We write for the last time, so that you know that it is done.",
  cuenta_contrasena: {
    asunto: "Your password changed",
    titulo: "Your password changed",
    dice: () => "Your account's password has just changed, and the other sessions were ended.",
  },
  cuenta_segundo_puesto: {
    asunto: "You turned on two-step verification",
    titulo: "Your account asks for one more code",
    dice: () =>
      "Two-step verification was turned on for your account, and the other sessions were ended. Keep the recovery codes where you will not lose them.",
  },
  cuenta_segundo_quitado: {
    asunto: "You turned off two-step verification",
    titulo: "Your account asks for no code any more",
    dice: () =>
      "Two-step verification was turned off for your account: from now on the password is enough.",
  },
  cuenta_segundo_restablecido: {
    asunto: "The municipality took away your two-step verification",
    titulo: "An admin took away your two-step verification",
    dice: () =>
      "An admin took away your account's two-step verification and ended your sessions: sign in with the password and set it up again. If you did not ask for it, talk to the municipality now.",
  },
  cuenta_codigos_nuevos: {
    asunto: "You have new recovery codes",
    titulo: "Your recovery codes changed",
    dice: () => "New recovery codes were made for your account. The old ones no longer work.",
  },
  cuenta_codigo_usado: {
    asunto: "A recovery code was used",
    titulo: "A recovery code was used",
    dice: () =>
      "One of your account's recovery codes was used in place of the app's. It does not work again; if few are left, make others in your profile.",
  },
};
