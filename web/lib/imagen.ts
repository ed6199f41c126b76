import { CALIDAD, dibujarChica } from "./achicar.ts";

const ESPERA_MS = 30_000;

/** In a thread of its own, so that the page answers meanwhile. Rejects where there is none for pictures, or it fails. */
function enObrero(archivo: Blob): Promise<Blob> {
  const obrero = new Worker(new URL("./obrero-imagen.ts", import.meta.url), { type: "module" });
  return new Promise<Blob>((bien, mal) => {
    const tope = setTimeout(() => mal(new Error("late")), ESPERA_MS);
    obrero.onmessage = ({ data }: MessageEvent<Blob | null>) => {
      clearTimeout(tope);
      if (data) bien(data);
      else mal(new Error("unread"));
    };
    obrero.onerror = () => mal(new Error("no worker"));
    obrero.postMessage(archivo);
  }).finally(() => obrero.terminate());
}

async function aca(archivo: Blob): Promise<Blob> {
  const lienzo = await dibujarChica(archivo, (ancho, alto) => {
    const c = document.createElement("canvas");
    c.width = ancho;
    c.height = alto;
    return c;
  });
  return new Promise((bien, mal) =>
    lienzo.toBlob((b) => (b ? bien(b) : mal(new Error("no jpeg"))), "image/jpeg", CALIDAD),
  );
}

/**
 * A phone's photo made fit to travel: JPEG, at most 2048 px a side, turned as it was taken, and
 * without the metadata it carried. Throws when the browser cannot read it.
 */
export async function reducir(archivo: Blob): Promise<Blob> {
  if (typeof Worker === "undefined" || typeof OffscreenCanvas === "undefined") return aca(archivo);
  // Some browsers read in the page what they do not in a worker.
  return enObrero(archivo).catch(() => aca(archivo));
}
