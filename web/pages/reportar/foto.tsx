import { LIMITES } from "../../../contract/limites.ts";
import { type FotoElegida, SelectorFotos } from "../../components/fotos.tsx";
import { t } from "../../i18n/index.ts";
import { tr } from "../../i18n/reportar.ts";

type Props = { fotos: readonly FotoElegida[]; alCambiar: (fotos: FotoElegida[]) => void };

/** First the photo: with the camera, from the gallery, or none. */
export function PasoFoto({ fotos, alCambiar }: Props) {
  return (
    <>
      <h1>{tr.foto}</h1>
      <p class="suave">
        {tr.fotoBajada} {tr.fotosHasta(LIMITES.fotosPorMomentoMax)}
      </p>
      <SelectorFotos fotos={fotos} alCambiar={alCambiar} grande />
      <button type="submit" class={`boton ancho pie-paso${fotos.length === 0 ? " contorno" : ""}`}>
        {fotos.length === 0 ? tr.sinFoto : t.comun.seguir}
      </button>
    </>
  );
}
