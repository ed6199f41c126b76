import { CALIDAD, dibujarChica } from "./achicar.ts";

/** A worker of the browser's: takes a photo, gives it back small, or null when it cannot be read. */
const yo = self as unknown as {
  onmessage: ((e: MessageEvent<Blob>) => void) | null;
  postMessage: (respuesta: Blob | null) => void;
};

yo.onmessage = ({ data }) => {
  void dibujarChica(data, (ancho, alto) => new OffscreenCanvas(ancho, alto))
    .then((lienzo) => lienzo.convertToBlob({ type: "image/jpeg", quality: CALIDAD }))
    .then(
      (chica) => yo.postMessage(chica),
      () => yo.postMessage(null),
    );
};
