import type { planilla as es } from "../es/planilla.ts";

export const planilla = {
  direccion: "Address or reference",
  direccionEjemplo: "Rivadavia 1240, corner of Mitre",
  que: "What is it?",
  tituloCampo: "Title",
  descripcion: "What is wrong?",
  descripcionEjemplo: "Since when, what danger there is, how to get there…",
  revisarBajada: "Anybody can read it. Your name, e-mail and telephone are not shown.",
  enviar: "Send the report",
  sugerido: (categoria: string, calle: string) => `${categoria} at ${calle}`,
  bajada:
    "Fill it in and send it: with your account if you are signed in, or with an e-mail address and nothing more.",
  tituloAyuda: "Left empty, we take it from the address and what you chose.",
  fotos: "Photos",
  fotosAyuda: (n: number) => `Up to ${n}, and up to 25 MB in all.`,
  yaSubidas: (n: number) =>
    n === 1
      ? "Your photo is here already: no need to choose it again."
      : `Your ${n} photos are here already: no need to choose them again.`,
  sinIngresar: "If you are not signed in",
  correo: "Your e-mail",
  correoAyuda: "We send you a link to confirm it: nobody sees it until then.",
  nombre: "Your name",
  enCamino: "Look at your mail",
  enCaminoTexto: (email, dias) =>
    `We sent a link to ${email}. Open it and confirm your report: nobody sees it until then, and after ${dias} days it is deleted.`,
} satisfies typeof es;
