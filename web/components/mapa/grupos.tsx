import { useEffect } from "preact/hooks";
import { useDatos } from "../../datos.ts";
import { tm } from "../../i18n/mapa.ts";
import type { MapaGruposDibujado } from "./motor.ts";
import { useMapa } from "./puerta.ts";
import type { Grupo, Punto, Vista } from "./tipos.ts";

type Props = {
  grupos: readonly Grupo[];
  centro: Punto;
  zoom: number;
  alMover: (v: Vista) => void;
  alElegir: (g: Grupo) => void;
  nombrar: (g: Grupo) => string;
  /** Called with the map when it is there, to move it from outside. */
  alEstar?: (m: MapaGruposDibujado) => void;
};

/** The city with its reclamos on it. What it shows is also in a list beside it: that is the page's own. */
export function MapaGrupos(p: Props) {
  const { teselas } = useDatos();
  const { ref, mapa, fallo } = useMapa((motor, caja) =>
    motor.dibujarGrupos(caja, { ...p, teselas }),
  );
  const { alMover, alElegir, nombrar, alEstar, grupos } = p;
  useEffect(
    () => mapa?.atender({ alMover, alElegir, nombrar }),
    [mapa, alMover, alElegir, nombrar],
  );
  useEffect(() => {
    if (mapa) alEstar?.(mapa);
  }, [mapa, alEstar]);
  useEffect(() => mapa?.grupos(grupos), [mapa, grupos]);
  if (fallo) return <p class="ayuda">{tm.sinMapaLista}</p>;
  return <div ref={ref} class="mapa-caja" role="application" aria-label={tm.mapa} />;
}
