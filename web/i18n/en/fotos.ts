import type { fotos as es } from "../es/fotos.ts";

export const fotos = {
  sacar: "Take a photo",
  elegir: "Choose from the gallery",
  preparando: (n: number, de: number) =>
    de === 1 ? "Preparing the photo…" : `Preparing photo ${n} of ${de}…`,
  demas: (max: number) => `Up to ${max} photos: the others were left out.`,
  fotoMala: "We could not read that photo. Try another.",
  fotoN: (n: number) => `Photo ${n}`,
  quitarFoto: (n: number) => `Remove photo ${n}`,
  subiendo: (n: number, de: number) => `Uploading photo ${n} of ${de}…`,
  visor: "Photos",
  anterior: "Photo before",
  siguiente: "Next photo",
  cuenta: (n: number, de: number) => `${n} of ${de}`,
  oculta: "Not seen in public",
} satisfies typeof es;
