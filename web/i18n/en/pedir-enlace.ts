import type { pedirEnlace as es } from "../es/pedir-enlace.ts";

export const pedirEnlace = {
  codigo: {
    titulo: "Link from a mail",
    pegar: "Paste the code that came by mail.",
    codigo: "Code",
    seguir: "Go on",
  },
  ingresar: {
    titulo: "Sign in without a password",
    bajada: "We send you a mail with a link that signs you in. It works for 15 minutes.",
    enviar: "Send me the link",
  },
  recuperar: {
    titulo: "I forgot my password",
    bajada: "We send you a mail with a link to choose another one. It works for an hour.",
    enviar: "Send me the link",
  },
  correo: "E-mail",
  hecho: "Look at your mail",
  hechoTexto: (email) =>
    `If ${email} has an account, the link is on its way. It may take a minute; look in the spam too.`,
  personal:
    "If you work for the municipality, or sign in in two steps, you always do it with your password.",
  otra: "Try another address",
  volver: "Back to sign in",
} satisfies typeof es;
