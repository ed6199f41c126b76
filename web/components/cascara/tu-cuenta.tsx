import { useLocation } from "preact-iso";
import type { Yo } from "../../../contract/esquemas/cuentas.ts";
import * as api from "../../api/cuentas.ts";
import { mensajeDe } from "../../api/error.ts";
import { tc } from "../../i18n/cuentas.ts";
import { t } from "../../i18n/index.ts";
import { casaDe } from "../../lib/rutas.ts";
import { salida } from "../../state/salida.ts";
import { aplicarTema, TEMAS, tema } from "../../state/tema.ts";
import { avisar } from "../../state/toasts.ts";
import { Dialogo } from "../base/dialogo.tsx";
import { Icono } from "../base/icono.tsx";
import { salir } from "../iconos-varios.ts";

/** Who one is, the colours, and the way out. */
export function TuCuenta({ yo, alCerrar }: { yo: Yo; alCerrar: () => void }) {
  const { route } = useLocation();
  const irse = async () => {
    try {
      await api.salir();
      salida();
      alCerrar();
      route("/");
    } catch (e) {
      avisar(mensajeDe(e), { tono: "mal" });
    }
  };
  return (
    <Dialogo titulo={tc.cuenta.titulo} alCerrar={alCerrar}>
      <div class="pila">
        <p>
          <strong>
            {yo.nombre} {yo.apellido}
          </strong>
          <br />
          <span class="suave">
            {yo.email} · {tc.cuenta.roles[yo.rol]}
          </span>
        </p>
        <fieldset class="segmentos">
          <legend>{tc.cuenta.tema}</legend>
          {TEMAS.map((x) => (
            <label key={x}>
              <input
                type="radio"
                name="tema"
                checked={tema.value === x}
                onChange={() => aplicarTema(x)}
              />
              <span>{tc.cuenta.temas[x]}</span>
            </label>
          ))}
        </fieldset>
        <div class="fila envuelve">
          <a class="boton contorno" href="/perfil" onClick={alCerrar}>
            {tc.cuenta.perfil}
          </a>
          <a class="boton contorno" href="/avisos/preferencias" onClick={alCerrar}>
            {tc.cuenta.avisos}
          </a>
          <a class="boton contorno" href={casaDe(yo.rol)} onClick={alCerrar}>
            {yo.rol === "vecino"
              ? t.nav.misReclamos
              : yo.rol === "cuadrilla"
                ? t.nav.campo
                : t.nav.bandeja}
          </a>
          <button type="button" class="boton contorno" onClick={irse}>
            <Icono d={salir} /> {tc.cuenta.salir}
          </button>
        </div>
      </div>
    </Dialogo>
  );
}
