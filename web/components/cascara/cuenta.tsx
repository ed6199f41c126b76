import { signal } from "@preact/signals";
import { t } from "../../i18n/index.ts";
import { useCarga } from "../../lib/carga.ts";
import { sesion } from "../../state/sesion.ts";
import { Icono } from "../base/icono.tsx";
import { persona } from "../iconos.ts";

const cargarCuenta = () =>
  import("#despues/components/cascara/tu-cuenta.tsx").then((m) => m.TuCuenta);
const abierta = signal(false);

/** The account's dialog, once for all the buttons that open it. */
export function DialogoCuenta() {
  const TuCuenta = useCarga(cargarCuenta, abierta.value);
  const yo = sesion.value;
  if (!abierta.value || !yo || !TuCuenta) return null;
  return (
    <TuCuenta
      yo={yo}
      alCerrar={() => {
        abierta.value = false;
      }}
    />
  );
}

/** The door to one's account: sign in, or who one is and the way out. */
export function BotonCuenta() {
  const yo = sesion.value;
  const icono = (
    <span class="enlace-icono">
      <Icono d={persona} tam={22} />
    </span>
  );
  if (!yo)
    return (
      <a class="boton-cuenta" href="/ingresar">
        {icono}
        <span class="enlace-texto">{t.nav.ingresar}</span>
      </a>
    );
  return (
    <button
      type="button"
      class="boton-cuenta"
      onClick={() => {
        abierta.value = true;
      }}
    >
      {icono}
      <span class="enlace-texto">{yo.nombre}</span>
    </button>
  );
}
