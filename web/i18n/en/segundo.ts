import type { segundo as es } from "../es/segundo.ts";

export const segundo = {
  titulo: "Two-step verification",
  que: "Besides your password, signing in asks for a code that an app on your phone shows. Who guesses your password does not get in.",
  loPide: "Your role asks for it: set it up to go on. It takes two minutes.",
  activar: "Set up two-step verification",
  contrasena: "Confirm with your password",
  activaDesde: (cuando: string) => `On since ${cuando}.`,
  quedan: (n: number) =>
    n === 0
      ? "You have no recovery codes left: ask for new ones."
      : n === 1
        ? "You have 1 recovery code left."
        : `You have ${n} recovery codes left.`,
  paso1: "1. Scan this picture with an authenticator app",
  paso1Ayuda:
    "Google Authenticator, Microsoft Authenticator, Aegis, 2FAS: any will do. The picture is drawn in your browser; it does not leave it.",
  dibujo: "QR code for the authenticator app",
  oEscribi: "Cannot scan? Type this key into the app:",
  paso2: "2. Type the six digits it shows",
  codigo: "Code",
  codigoAyuda: "It changes every 30 seconds.",
  confirmar: "Confirm",
  guardalos: "Keep these recovery codes",
  guardalosQue:
    "If you lose your phone, each lets you in once. They are shown only now: print them, or keep them where you keep your passwords.",
  copiar: "Copy",
  descargar: "Download",
  archivo: "recovery-codes.txt",
  sinCopiar: "Could not copy. Select them and copy by hand.",
  yaLosGuarde: "I have kept them",
  nuevosCodigos: "New recovery codes",
  nuevosCodigosQue: "Those you have stop working.",
  otroTelefono: "Change phones",
  otroTelefonoQue: "First show that it is you, with the present app or a recovery code.",
  quitar: "Turn it off",
  quitarQue: "You will sign in with your password alone.",
  codigoODeRecuperacion: "Code from the app, or a recovery code",
  quitada: "Two-step verification is off.",
} satisfies typeof es;
