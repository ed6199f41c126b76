/** How they are kept: small, so that the whole demonstration fits in a megabyte. */
export const GUARDADA = { ancho: 340, alto: 255 };
