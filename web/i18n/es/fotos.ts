/** Choosing photos. */
export const fotos = {
  sacar: "Sacar una foto",
  elegir: "Elegir de la galería",
  preparando: "Preparando la foto…",
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
