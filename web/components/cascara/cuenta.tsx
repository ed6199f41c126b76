import { useState } from "preact/hooks";
import { t } from "../../i18n/index.ts";
import { useCarga } from "../../lib/carga.ts";
import { sesion } from "../../state/sesion.ts";
import { Icono } from "../base/icono.tsx";
import { persona } from "../iconos.ts";

const cargarCuenta = () => import("./tu-cuenta.tsx").then((m) => m.TuCuenta);

/** The door to one's account: sign in, or who one is and the way out. */
export function BotonCuenta() {
  const [abierto, abrir] = useState(false);
  const yo = sesion.value;
  const TuCuenta = useCarga(cargarCuenta, abierto);
  if (!yo)
    return (
      <a class="boton-cuenta" href="/ingresar">
        <span class="enlace-icono">
          <Icono d={persona} tam={22} />
        </span>
        <span class="enlace-texto">{t.nav.ingresar}</span>
      </a>
    );
  return (
    <>
      <button type="button" class="boton-cuenta" onClick={() => abrir(true)}>
        <span class="enlace-icono">
          <Icono d={persona} tam={22} />
        </span>
        <span class="enlace-texto">{yo.nombre}</span>
      </button>
      {abierto && TuCuenta ? <TuCuenta yo={yo} alCerrar={() => abrir(false)} /> : null}
    </>
  );
}
