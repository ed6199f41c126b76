import { LIMITES } from "../../contract/limites.ts";

const CALIDAD = 0.85;

/** The size that fits in a square of `lado` pixels, never larger than it was. */
export function entrar(ancho: number, alto: number, lado: number): { ancho: number; alto: number } {
  const factor = Math.min(1, lado / Math.max(ancho, alto));
  return {
    ancho: Math.max(1, Math.round(ancho * factor)),
    alto: Math.max(1, Math.round(alto * factor)),
  };
}

/**
 * A phone's photo made fit to travel: JPEG, at most 2048 px a side, turned as it was taken, and
 * without the metadata it carried. Throws when the browser cannot read it.
 */
export async function reducir(archivo: Blob): Promise<Blob> {
  const mapa = await createImageBitmap(archivo, { imageOrientation: "from-image" });
  try {
    const { ancho, alto } = entrar(mapa.width, mapa.height, LIMITES.fotoLadoMax);
    const lienzo = document.createElement("canvas");
    lienzo.width = ancho;
    lienzo.height = alto;
    const pincel = lienzo.getContext("2d");
    if (!pincel) throw new Error("no canvas");
    pincel.drawImage(mapa, 0, 0, ancho, alto);
    return await new Promise((bien, mal) =>
      lienzo.toBlob((b) => (b ? bien(b) : mal(new Error("no jpeg"))), "image/jpeg", CALIDAD),
    );
  } finally {
    mapa.close();
  }
}
