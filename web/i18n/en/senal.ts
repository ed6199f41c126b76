import type { senal as es } from "../es/senal.ts";

export const senal = {
  titulo: "There is no signal",
  texto: "This page is not kept on this phone. When the signal is back, it opens by itself.",
  seguir: "Meanwhile, this works without signal:",
  reportar: "Report a problem",
  reportarTexto: "It is kept here, with its photos, and sent by itself later.",
  campo: "My work",
  campoTexto: "For crews: today's work, as it was last seen.",
  guardada: (cuando: string) => `No signal. This page is from ${cuando}.`,
} satisfies typeof es;
