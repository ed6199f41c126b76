import { SelectorFotos } from "../../components/fotos.tsx";
import { t } from "../../i18n/index.ts";
import { tr } from "../../i18n/reportar.ts";
import type { PropsPaso } from "./pasos.tsx";

/** First the photo: with the camera, from the gallery, or none. */
export function PasoFoto({ b, cambiar }: Pick<PropsPaso, "b" | "cambiar">) {
  return (
    <>
      <h1>{tr.foto}</h1>
      <p class="suave">{tr.fotoBajada}</p>
      <SelectorFotos fotos={b.fotos} alCambiar={(fotos) => cambiar({ fotos })} grande />
      <button
        type="submit"
        class={`boton ancho pie-paso${b.fotos.length === 0 ? " contorno" : ""}`}
      >
        {b.fotos.length === 0 ? tr.sinFoto : t.comun.seguir}
      </button>
    </>
  );
}
