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
  bajada: "Fill it in and send it. To send it one must be signed in.",
  tituloAyuda: "Left empty, we take it from the address and what you chose.",
  fotos: "Photos",
  fotosAyuda: (n: number) => `Up to ${n}, and up to 25 MB in all.`,
  yaSubidas: (n: number) =>
    n === 1
      ? "Your photo is here already: no need to choose it again."
      : `Your ${n} photos are here already: no need to choose them again.`,
} satisfies typeof es;
