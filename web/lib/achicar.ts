import { LIMITES } from "../../contract/limites.ts";

export const CALIDAD = 0.85;

/** The size that fits in a square of `lado` pixels, never larger than it was. */
export function entrar(ancho: number, alto: number, lado: number): { ancho: number; alto: number } {
  const factor = Math.min(1, lado / Math.max(ancho, alto));
  return {
    ancho: Math.max(1, Math.round(ancho * factor)),
    alto: Math.max(1, Math.round(alto * factor)),
  };
}

/** What both kinds of canvas have. */
type Lienzo = {
  getContext(tipo: "2d"): Pick<CanvasDrawImage, "drawImage"> | null;
};

/**
 * Draws the picture, turned as it was taken and at most 2048 px a side, on a canvas of that size.
 * @throws when the browser cannot read it
 */
export async function dibujarChica<L extends Lienzo>(
  archivo: Blob,
  lienzoDe: (ancho: number, alto: number) => L,
): Promise<L> {
  const mapa = await createImageBitmap(archivo, { imageOrientation: "from-image" });
  try {
    const { ancho, alto } = entrar(mapa.width, mapa.height, LIMITES.fotoLadoMax);
    const lienzo = lienzoDe(ancho, alto);
    const pincel = lienzo.getContext("2d");
    if (!pincel) throw new Error("no canvas");
    pincel.drawImage(mapa, 0, 0, ancho, alto);
    return lienzo;
  } finally {
    mapa.close();
  }
}
