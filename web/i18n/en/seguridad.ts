import type { seguridad as es } from "../es/seguridad.ts";

export const seguridad = {
  correo: {
    titulo: "Your e-mail",
    sinConfirmar: "You have not confirmed this address yet: open the link that we sent you.",
    mandar: "Send me the link again",
    enviado: (email) => `We sent the link to ${email}.`,
    nuevo: "New e-mail",
    nuevoAyuda: "We send a link to that address. Your e-mail changes when you confirm it there.",
    contrasena: "Your password",
    cambiar: "Change the e-mail",
    pedido: (email) => `We sent a link to ${email}. Open it to confirm the change.`,
  },
  sesiones: {
    titulo: "Where your account is open",
    bajada: "If there is one that you do not know, end it and change your password.",
    en: " on ",
    otro: "Another program",
    esta: "This browser",
    usada: (hace) => `Last used: ${hace}`,
    cerrar: "End",
    cerrarTodas: "End all the others",
    sola: "It is open only here.",
  },
  primera: {
    titulo: "Choose a password",
    que: "You sign in by links sent to your mail. If you like, choose a password.",
    elegir: "Choose the password",
  },
} satisfies typeof es;
