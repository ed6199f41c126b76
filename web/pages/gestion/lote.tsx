import { useState } from "preact/hooks";
import type { ResultadoLote } from "../../../contract/esquemas/gestion.ts";
import { ACCIONES_EN_LOTE, type AccionEnLote } from "../../../contract/esquemas/pedidos.ts";
import type { ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import { LIMITES } from "../../../contract/limites.ts";
import { Dialogo } from "../../components/base/dialogo.tsx";
import { Icono } from "../../components/base/icono.tsx";
import { FormularioLote } from "../../components/gestion/formulario-lote.tsx";
import { atencion, cruz, tilde } from "../../components/iconos.ts";
import { ta } from "../../i18n/acciones.ts";
import { tb } from "../../i18n/bandeja.ts";
import { t } from "../../i18n/index.ts";
import type { Bandeja } from "../../state/bandeja.ts";
import { refrescarCuadrillas } from "../../state/catalogos.ts";
import type { Seleccion } from "../../state/seleccion.ts";

type Fallido = { fila: ReclamoFila; porque: string };
type Resultado = { hechos: number; fallidos: Fallido[] };

const nombreDe = (a: AccionEnLote) => (a === "priorizar" ? tb.lote.priorizar : ta.acciones[a]);

/** What became of each: how many are done, and which are not and why. */
function Resultados({ r, cerrar }: { r: Resultado; cerrar: () => void }) {
  return (
    <div class="lote-resultado">
      <div>
        {r.hechos > 0 ? (
          <p class="fila">
            <Icono d={tilde} tam={18} /> {tb.lote.hechos(r.hechos)}
          </p>
        ) : null}
        {r.fallidos.length > 0 ? (
          <>
            <p class="fila lote-mal">
              <Icono d={atencion} tam={18} /> {tb.lote.fallidos(r.fallidos.length)}
            </p>
            <ul>
              {r.fallidos.map(({ fila, porque }) => (
                <li key={fila.id}>
                  <strong>
                    #{fila.numero} {fila.titulo}
                  </strong>
                  : {porque}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
      <button type="button" class="boton-icono" onClick={cerrar}>
        <Icono d={cruz} tam={18} />
        <span class="oculto">{t.comun.cerrar}</span>
      </button>
    </div>
  );
}

function resumir(filas: readonly ReclamoFila[], { items }: ResultadoLote): Resultado {
  const por = new Map(filas.map((f) => [f.id, f]));
  return {
    hechos: items.filter((x) => x.ok).length,
    fallidos: items.flatMap((x) => {
      const fila = por.get(x.id);
      if (x.ok || !fila) return [];
      return [{ fila, porque: x.problema.errores?.[0]?.mensaje ?? x.problema.detail }];
    }),
  };
}

/** What may be done with the chosen rows, and what became of the last time. Those that failed stay chosen. */
export function BarraLote({
  seleccion,
  bandeja,
}: {
  seleccion: Seleccion;
  bandeja: Pick<Bandeja, "filas" | "poner" | "releer">;
}) {
  const [accion, setAccion] = useState<AccionEnLote | null>(null);
  const [resultado, setResultado] = useState<Resultado | null>(null);
  const { filas } = seleccion;
  const n = filas.length;

  const terminar = (r: ResultadoLote) => {
    setAccion(null);
    setResultado(resumir(filas, r));
    bandeja.poner(...r.items.flatMap((x) => (x.ok ? [x.reclamo] : [])));
    const mal = r.items.filter((x) => !x.ok).map((x) => x.id);
    seleccion.elegir(mal);
    // In their present version, so that trying again is about what one sees.
    void bandeja.releer(mal).catch(() => undefined);
    void refrescarCuadrillas();
  };

  const todos = (bandeja.filas ?? []).slice(0, LIMITES.loteMax).map((f) => f.id);
  return (
    <>
      <div role="status" class="lote-estado">
        {resultado ? <Resultados r={resultado} cerrar={() => setResultado(null)} /> : null}
      </div>
      {n > 0 ? (
        <section class="lote" aria-label={tb.lote.region}>
          <p role="status">
            <strong>{tb.lote.elegidos(n)}</strong>
          </p>
          <div class="fila envuelve">
            {ACCIONES_EN_LOTE.map((a) => (
              <button
                key={a}
                type="button"
                class="boton chica contorno"
                onClick={() => {
                  setResultado(null);
                  setAccion(a);
                }}
              >
                {nombreDe(a)}
              </button>
            ))}
            {n < todos.length ? (
              <button type="button" class="enlace" onClick={() => seleccion.elegir(todos)}>
                {tb.lote.todos(todos.length)}
              </button>
            ) : null}
            <button type="button" class="enlace" onClick={() => seleccion.elegir([])}>
              {tb.lote.soltar}
            </button>
          </div>
        </section>
      ) : null}
      {accion && n > 0 ? (
        <Dialogo titulo={tb.lote.titulo(ta.acciones[accion], n)} alCerrar={() => setAccion(null)}>
          <FormularioLote
            key={accion}
            accion={accion}
            filas={filas}
            alCancelar={() => setAccion(null)}
            alTerminar={terminar}
          />
        </Dialogo>
      ) : null}
    </>
  );
}
