import { useEffect, useRef, useState } from "preact/hooks";
import { type Accion, TRANSICIONES } from "../../../../contract/acciones.ts";
import type { Reclamo, ReclamoFila } from "../../../../contract/esquemas/reclamos.ts";
import type { Estado } from "../../../../contract/vocabulario.ts";
import { verReclamo } from "../../../api/reclamos.ts";
import { ta } from "../../../i18n/acciones.ts";
import { t } from "../../../i18n/index.ts";
import { tt } from "../../../i18n/tablero.ts";
import { FormularioAccion } from "../../acciones/formulario.tsx";
import { Alerta, Esqueleto, Falla } from "../../base/avisos.tsx";
import { Dialogo } from "../../base/dialogo.tsx";
import { Insignia } from "../../base/estado.tsx";

export const nombreDe = (accion: Accion, estado: Estado): string =>
  accion === "asignar" && estado !== "nuevo" ? ta.acciones.reasignar : ta.acciones[accion];

type DelMenu = {
  r: ReclamoFila;
  movidas: readonly [Accion, Estado][];
  /** The columns it cannot go to, and why. */
  imposibles: readonly (readonly [Estado, string])[];
  alElegir: (a: Accion) => void;
  alCerrar: () => void;
};

/** Where a card may go, for who does not drag: by keyboard, by finger, by voice. */
export function MenuMover({ r, movidas, imposibles, alElegir, alCerrar }: DelMenu) {
  return (
    <Dialogo titulo={tt.moverTitulo(r.numero)} alCerrar={alCerrar}>
      <div class="pila">
        <p class="suave">{r.titulo}</p>
        <ul class="lista-simple destinos">
          {movidas.map(([accion, hacia]) => (
            <li key={accion}>
              <button type="button" class="boton contorno ancho" onClick={() => alElegir(accion)}>
                {nombreDe(accion, r.estado)} → <Insignia estado={hacia} />
              </button>
            </li>
          ))}
          {imposibles.map(([estado, porQue]) => (
            <li key={estado} class="chico suave">
              <Insignia estado={estado} /> {porQue}
            </li>
          ))}
        </ul>
      </div>
    </Dialogo>
  );
}

type DelFormulario = {
  fila: ReclamoFila;
  accion: Accion;
  alCerrar: () => void;
  alTerminar: (r: Reclamo) => void;
  /** What it was found to be, when it is not as the board said. */
  alEncontrar: (r: Reclamo) => void;
};

/** The form of the action that a drop stands for. The card stays where it was until the server has answered. */
export function FormularioMover({
  fila,
  accion,
  alCerrar,
  alTerminar,
  alEncontrar,
}: DelFormulario) {
  const [r, setR] = useState<Reclamo | null>(null);
  const [error, setError] = useState<unknown>(null);
  /** The form, once open, stays: what was typed in it is not lost, whatever others do. */
  const [abierto, setAbierto] = useState(false);
  const encontrar = useRef(alEncontrar);
  encontrar.current = alEncontrar;

  const leer = async (): Promise<Reclamo | null> => {
    try {
      const leido = await verReclamo(fila.id);
      setError(null);
      setR(leido);
      return leido;
    } catch (e) {
      setError(e);
      return null;
    }
  };
  useEffect(() => void leer(), []);
  const primera = useRef(true);
  useEffect(() => {
    if (!r || !primera.current) return;
    primera.current = false;
    if (r.acciones.includes(accion)) setAbierto(true);
    if (r.version !== fila.version) encontrar.current(r);
  }, [r, accion, fila.version]);

  const hacia = TRANSICIONES[accion].hacia;
  const nombre = nombreDe(accion, fila.estado);
  return (
    <Dialogo titulo={`${nombre} · #${fila.numero}`} alCerrar={alCerrar}>
      <div class="pila">
        <p>
          <strong>{fila.titulo}</strong>
          <br />
          <span class="suave">{fila.direccion}</span>
        </p>
        {!r ? (
          error ? (
            <Falla error={error} alReintentar={() => void leer()} />
          ) : (
            <Esqueleto filas={2} />
          )
        ) : abierto ? (
          <>
            {hacia && hacia !== r.estado ? (
              <p class="chico suave">{tt.pasa(t.estados[r.estado], t.estados[hacia])}</p>
            ) : null}
            <FormularioAccion
              accion={accion}
              reclamo={r}
              enviar={nombre}
              alCancelar={alCerrar}
              alReleer={async () => {
                const x = await leer();
                if (x) encontrar.current(x);
                return x;
              }}
              alTerminar={alTerminar}
            />
          </>
        ) : (
          <>
            <Alerta>{tt.yaNo(r.numero, t.estados[r.estado], nombre)}</Alerta>
            <div class="fila derecha">
              <button type="button" class="boton" onClick={alCerrar}>
                {t.comun.cerrar}
              </button>
            </div>
          </>
        )}
      </div>
    </Dialogo>
  );
}
