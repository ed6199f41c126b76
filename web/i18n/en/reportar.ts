import type { reportar as es } from "../es/reportar.ts";

export const reportar = {
  paso: (n: number, de: number) => `${n} of ${de}`,
  avance: (n: number, de: number) => `Step ${n} of ${de}`,
  foto: "Do you have a photo?",
  fotoBajada: "It helps to find the place and bring what is needed. You can go on without one.",
  fotosHasta: (n: number) => `Up to ${n} photos.`,
  sinFoto: "Go on without a photo",
  borrador: "You have a report begun.",
  retomar: "Go on with your draft",
  descartar: "Discard it",
  simple: "Not working? Use the plain form",
} satisfies typeof es;
