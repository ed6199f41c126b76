/** Choosing photos. */
export const fotos = {
  sacar: "Sacar una foto",
  elegir: "Elegir de la galería",
  preparando: (n: number, de: number) =>
    de === 1 ? "Preparando la foto…" : `Preparando la foto ${n} de ${de}…`,
  demas: (max: number) => `Entran hasta ${max} fotos: las demás quedaron afuera.`,
  fotoMala: "No pudimos leer esa foto. Probá con otra.",
  fotoN: (n: number) => `Foto ${n}`,
  quitarFoto: (n: number) => `Quitar la foto ${n}`,
  subiendo: (n: number, de: number) => `Subiendo la foto ${n} de ${de}…`,
  visor: "Fotos",
  anterior: "Foto anterior",
  siguiente: "Foto siguiente",
  cuenta: (n: number, de: number) => `${n} de ${de}`,
  oculta: "No se ve en público",
};
