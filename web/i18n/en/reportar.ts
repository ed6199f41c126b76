import type { reportar as es } from "../es/reportar.ts";

export const reportar = {
  titulo: "Report a problem",
  paso: (n: number, de: number) => `${n} of ${de}`,
  foto: "Do you have a photo?",
  fotoBajada: "It helps to find the place and bring what is needed. You can go on without one.",
  sinFoto: "Go on without a photo",
  donde: "Where is it?",
  dondeBajada: "Write it as you would tell a neighbour.",
  direccion: "Address or reference",
  direccionEjemplo: "Rivadavia 1240, corner of Mitre",
  que: "What is it?",
  contanos: "Tell us",
  tituloCampo: "Title",
  descripcion: "What is wrong?",
  descripcionEjemplo: "Since when, what danger there is, how to get there…",
  revisar: "Is this right?",
  revisarBajada:
    "This is what the city will read. The text and the photos are seen in public; your name is not.",
  publico:
    "The text seems to hold a telephone, an e-mail or a document number. It will be public: better take it out.",
  ingresa: "Sign in to send it. We keep what you wrote.",
  enviar: "Send the report",
  guardando: "Sending the report…",
  listo: (numero: number) => `We received your report #${numero}`,
  promesa: (cuando: string) => `We promise a solution before ${cuando}.`,
  seguilo: "Follow it from here",
  otro: "Report another problem",
  tuCodigo: "Your code",
  borrador: "We carry on with what you had begun.",
  descartar: "Start again",
  sugerido: (categoria: string, calle: string) => `${categoria} at ${calle}`,
} satisfies typeof es;
