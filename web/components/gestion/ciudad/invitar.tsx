import { useState } from "preact/hooks";
import { tci } from "../../../i18n/ciudad.ts";
import { t } from "../../../i18n/index.ts";
import { Alerta } from "../../base/avisos.tsx";
import { Dialogo } from "../../base/dialogo.tsx";
import { Icono } from "../../base/icono.tsx";
import { mas } from "../../iconos.ts";

/** How somebody new comes in: they open their own account, and an admin says here what it is for. */
export function Invitar() {
  const [abierto, setAbierto] = useState(false);
  const [copiado, setCopiado] = useState<boolean | null>(null);
  const enlace = abierto ? new URL("/registrarse", location.href).href : "";
  const copiar = () =>
    navigator.clipboard.writeText(enlace).then(
      () => setCopiado(true),
      () => setCopiado(false),
    );
  return (
    <>
      <button type="button" class="boton" onClick={() => setAbierto(true)}>
        <Icono d={mas} /> {tci.personas.sumar}
      </button>
      {abierto ? (
        <Dialogo titulo={tci.personas.sumar} alCerrar={() => setAbierto(false)}>
          <div class="pila">
            <ol class="pila">
              {tci.personas.pasos.map((x) => (
                <li key={x}>{x}</li>
              ))}
            </ol>
            <label class="campo">
              <span class="etiqueta">{tci.personas.enlace}</span>
              <input readOnly value={enlace} onFocus={(e) => e.currentTarget.select()} />
            </label>
            {copiado === false ? <Alerta>{tci.personas.sinCopiar}</Alerta> : null}
            <div class="fila derecha">
              <span role="status">{copiado ? t.comun.copiado : ""}</span>
              <button type="button" class="boton" onClick={() => void copiar()}>
                {tci.personas.copiar}
              </button>
            </div>
          </div>
        </Dialogo>
      ) : null}
    </>
  );
}
