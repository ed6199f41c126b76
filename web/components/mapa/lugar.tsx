import { useEffect } from "preact/hooks";
import type { Estado } from "../../../contract/vocabulario.ts";
import { useDatos } from "../../datos.ts";
import { tm } from "../../i18n/mapa.ts";
import { useMapa } from "./puerta.ts";
import { type Punto, ZOOM } from "./tipos.ts";

type Props = { punto: Punto; estado: Estado; direccion: string };

/** Where a reclamo is: a picture, since the address says it in words. */
export function MapaLugar({ punto, estado, direccion }: Props) {
  const { teselas } = useDatos();
  const { lat, lng } = punto;
  const { ref, mapa, fallo } = useMapa((motor, caja) =>
    motor.dibujarLugar(caja, { centro: punto, zoom: ZOOM.barrio, estado, teselas }),
  );
  useEffect(() => mapa?.poner({ lat, lng }, estado), [mapa, lat, lng, estado]);
  if (fallo) return null;
  return (
    <figure class="mapa-lugar">
      <div ref={ref} class="mapa-caja" role="img" aria-label={tm.mapaDe(direccion)} />
      {teselas ? <figcaption class="chico suave">{tm.atribucion}</figcaption> : null}
    </figure>
  );
}
