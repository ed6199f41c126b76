import { useCallback, useRef, useState } from "preact/hooks";
import { useDatos } from "../../datos.ts";
import { tm } from "../../i18n/mapa.ts";
import { Icono } from "../base/icono.tsx";
import { mira } from "../iconos-mapa.ts";
import { BuscarCalle } from "./buscador.tsx";
import { dondeEstoy } from "./estoy.ts";
import { MapaGrupos } from "./grupos.tsx";
import type { MapaGruposDibujado } from "./motor.ts";
import { type Grupo, type Punto, type Vista, ZOOM } from "./tipos.ts";

type Props = {
  grupos: readonly Grupo[];
  centro: Punto;
  zoom: number;
  alMover: (v: Vista) => void;
  /** A single reclamo, or many that no zoom tells apart. */
  alElegir: (g: Grupo) => void;
  nombrar: (g: Grupo) => string;
  /** Where the address says to look, when that is not where the map is. */
  alEstar: (m: MapaGruposDibujado) => void;
};

const PASO_ZOOM = 2;

/** The map itself, to a street by name, and to where one stands. All of it comes after the page. */
export function Explorar({ alElegir, alEstar, ...p }: Props) {
  const { teselas } = useDatos();
  const mapa = useRef<MapaGruposDibujado | null>(null);
  const [aviso, avisar] = useState("");
  const [buscando, setBuscando] = useState(false);
  const elegir = useCallback(
    (g: Grupo) => {
      const zoom = mapa.current?.vista().zoom ?? ZOOM.maximo;
      if (g.codigo || zoom >= ZOOM.maximo) return alElegir(g);
      mapa.current?.ir(g, Math.min(zoom + PASO_ZOOM, ZOOM.maximo));
    },
    [alElegir],
  );
  const estar = useCallback(
    (m: MapaGruposDibujado) => {
      mapa.current = m;
      alEstar(m);
    },
    [alEstar],
  );
  const cerca = async () => {
    setBuscando(true);
    avisar(tm.buscandote);
    try {
      const p = await dondeEstoy();
      mapa.current?.ir(p, ZOOM.barrio);
      mapa.current?.estoy(p);
      avisar(tm.cercaSi);
    } catch (e) {
      // https://www.w3.org/TR/geolocation/#position_error_interface: 1 is a refusal.
      avisar((e as { code?: number }).code === 1 ? tm.cercaNoPermiso : tm.cercaNoSenal);
    } finally {
      setBuscando(false);
    }
  };
  return (
    <>
      {teselas ? null : <BuscarCalle alIr={(caja) => mapa.current?.abarcar(caja)} />}
      <div class="mapa-lienzo">
        <MapaGrupos {...p} alElegir={elegir} alEstar={estar} />
        <div class="mapa-cerca">
          <p class="mapa-aviso" role="status" hidden={aviso === ""}>
            {aviso}
          </p>
          <button
            type="button"
            class="boton contorno chica"
            disabled={buscando}
            onClick={() => void cerca()}
          >
            <Icono d={mira} /> {tm.cercaMio}
          </button>
        </div>
      </div>
    </>
  );
}
