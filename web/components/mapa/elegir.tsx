import { useEffect, useState } from "preact/hooks";
import { useDatos } from "../../datos.ts";
import { tm } from "../../i18n/mapa.ts";
import { Icono } from "../base/icono.tsx";
import { mira } from "../iconos-mapa.ts";
import { dondeEstoy, porQueNo } from "./estoy.ts";
import { useMapa } from "./puerta.ts";
import { type Punto, ZOOM } from "./tipos.ts";

type Props = {
  valor: Punto | null;
  onCambio: (p: Punto) => void;
  /** Where the map opens while nothing is chosen. */
  centro: Punto;
};

/** A pin to put on the map. An extra: the address in words is enough, and the page says so. */
export function ElegirLugar({ valor, onCambio, centro }: Props) {
  const { teselas } = useDatos();
  const [aviso, avisar] = useState("");
  const [buscando, setBuscando] = useState(false);
  const { ref, mapa, fallo } = useMapa((motor, caja) =>
    motor.dibujarEleccion(caja, {
      centro: valor ?? centro,
      zoom: valor ? ZOOM.lugar : ZOOM.barrio,
      valor,
      alMover: onCambio,
      teselas,
    }),
  );
  useEffect(() => mapa?.alMover(onCambio), [mapa, onCambio]);
  const [lat, lng] = [valor?.lat, valor?.lng];
  useEffect(() => {
    mapa?.poner(lat === undefined || lng === undefined ? null : { lat, lng }, centro);
  }, [mapa, lat, lng]);
  const ubicarme = async () => {
    setBuscando(true);
    avisar(tm.buscandote);
    try {
      onCambio(await dondeEstoy());
      avisar(tm.encontrado);
    } catch (e) {
      avisar(porQueNo(e));
    } finally {
      setBuscando(false);
    }
  };
  // The device knows where it is, map or no map.
  const estoyAca = (donde: string) => (
    <button
      type="button"
      class={`boton contorno chica ${donde}`}
      disabled={buscando}
      onClick={() => void ubicarme()}
    >
      <Icono d={mira} /> {tm.estoyAca}
    </button>
  );
  return (
    <section class="elegir-lugar" aria-label={tm.elegirLugar}>
      {fallo ? (
        <>
          <p class="ayuda">{tm.sinMapa}</p>
          {estoyAca("")}
        </>
      ) : (
        <div class="mapa-marco">
          <div ref={ref} class="mapa-caja" role="application" aria-label={tm.elegirLugar} />
          {mapa && !valor ? (
            <button
              type="button"
              class="boton contorno chica sobre-mapa abajo-izquierda"
              onClick={() => {
                mapa.ponerAlCentro();
                requestAnimationFrame(() => mapa.enfocar());
              }}
            >
              {tm.ponerPin}
            </button>
          ) : null}
          {estoyAca("sobre-mapa abajo-derecha")}
        </div>
      )}
      <p class="ayuda" role="status">
        {aviso || (fallo ? "" : tm.comoMover)}
      </p>
    </section>
  );
}
