import { useState } from "preact/hooks";
import type { Accion } from "../../../../contract/acciones.ts";
import type { ReclamoFila } from "../../../../contract/esquemas/reclamos.ts";
import { ta } from "../../../i18n/acciones.ts";
import { tg } from "../../../i18n/gestion.ts";
import { t } from "../../../i18n/index.ts";
import { tt } from "../../../i18n/tablero.ts";
import type { Columna as Cual } from "../../../lib/tablero.ts";
import type { EnColumna } from "../../../state/tablero.ts";
import { Esqueleto, Falla } from "../../base/avisos.tsx";
import { Insignia } from "../../base/estado.tsx";
import { Icono } from "../../base/icono.tsx";
import { idPanel, idSolapa } from "../../base/solapas.tsx";
import { arriba } from "../../iconos-gestion.ts";
import { type Nombrados, Tarjeta } from "./tarjeta.tsx";

/** What a column says to the card in hand: the action of a drop, or why there is none. Null while none is in hand. */
export type Recibe = { accion: Accion } | { porQue: string } | null;

type Props = {
  cual: Cual;
  col: EnColumna;
  de: Nombrados;
  nuevos: number;
  recientes: ReadonlySet<number>;
  enMano: ReclamoFila | null;
  recibe: Recibe;
  oculta: boolean;
  comoPestana: boolean;
  hrefDe: (r: ReclamoFila) => string;
  alTomar: (r: ReclamoFila) => void;
  alSoltar: () => void;
  alCaer: (accion: Accion) => void;
  alMover: (r: ReclamoFila) => void;
  verMas: () => void;
  recargar: () => void;
};

/** The place that takes a drop, with what it would do. */
function useBlanco(recibe: Recibe, alCaer: (a: Accion) => void) {
  const [encima, setEncima] = useState(false);
  const accion = recibe && "accion" in recibe ? recibe.accion : null;
  const eventos = {
    onDragOver: (e: DragEvent) => {
      if (!accion) return;
      e.preventDefault();
      setEncima(true);
    },
    onDragLeave: (e: DragEvent & { currentTarget: HTMLElement }) => {
      if (!e.currentTarget.contains(e.relatedTarget as Node | null)) setEncima(false);
    },
    onDrop: (e: DragEvent) => {
      setEncima(false);
      if (!accion) return;
      e.preventDefault();
      alCaer(accion);
    },
  };
  const clase = recibe ? (accion ? ` recibe${encima ? " encima" : ""}` : " no-recibe") : "";
  return { eventos, clase };
}

export function Columna(p: Props) {
  const { cual, col, recibe } = p;
  const { eventos, clase } = useBlanco(recibe, p.alCaer);
  const { filas } = col;
  const papel = p.comoPestana
    ? { role: "tabpanel" as const, "aria-labelledby": idSolapa(cual) }
    : { "aria-labelledby": `columna-${cual}` };
  return (
    <section
      id={idPanel(cual)}
      class={`columna${clase}`}
      data-columna={cual}
      hidden={p.oculta}
      // It may scroll with nothing in it that takes the focus.
      {...(filas?.length ? {} : { tabIndex: 0 })}
      {...papel}
      {...eventos}
    >
      <h2 id={`columna-${cual}`} class="fila">
        <Insignia estado={cual} />
        {filas ? (
          <>
            <span class="chico suave" aria-hidden="true">
              {tt.cuantos(filas.length, col.cursor !== null)}
            </span>
            <span class="oculto">{tt.cuantosDicho(filas.length, col.cursor !== null)}</span>
          </>
        ) : null}
        {cual === "resuelto" ? <span class="chico suave">{tt.recientes}</span> : null}
      </h2>
      {recibe ? (
        <p class="columna-aviso" aria-hidden="true">
          {"accion" in recibe ? (
            tt.soltaAca(ta.acciones[recibe.accion])
          ) : (
            <>
              <strong>{tt.noSePuede}.</strong> {recibe.porQue}
            </>
          )}
        </p>
      ) : null}
      {p.nuevos > 0 ? (
        <button type="button" class="hay-nuevos" onClick={p.recargar}>
          <Icono d={arriba} tam={16} /> {tg.nuevos(p.nuevos)}
        </button>
      ) : null}
      <Contenido {...p} />
    </section>
  );
}

function Contenido(p: Props) {
  const { cual, col } = p;
  if (!col.filas)
    return col.error ? (
      <Falla error={col.error} alReintentar={p.recargar} />
    ) : (
      <Esqueleto filas={4} />
    );
  return (
    <>
      {col.filas.length === 0 ? <p class="suave columna-vacia">{tt.vacia[cual]}</p> : null}
      <ul class="tarjetas" aria-busy={col.cargando}>
        {col.filas.map((r) => (
          <Tarjeta
            key={r.id}
            r={r}
            columna={cual}
            de={p.de}
            recien={p.recientes.has(r.id)}
            arrastrada={p.enMano?.id === r.id}
            href={p.hrefDe(r)}
            alTomar={() => p.alTomar(r)}
            alSoltar={p.alSoltar}
            alMover={() => p.alMover(r)}
          />
        ))}
      </ul>
      {col.error ? <Falla error={col.error} alReintentar={p.verMas} /> : null}
      {col.cursor && !col.error ? (
        <button
          type="button"
          class="boton contorno chica ver-mas"
          disabled={col.cargando}
          onClick={p.verMas}
        >
          {t.comun.verMas}
        </button>
      ) : null}
    </>
  );
}

/** Out of the board: it shows only while a card that may go there is in hand. */
export function Afuera({ recibe, alCaer }: { recibe: Recibe; alCaer: (a: Accion) => void }) {
  const { eventos, clase } = useBlanco(recibe, alCaer);
  if (!recibe || !("accion" in recibe)) return null;
  return (
    <div
      class={`afuera e-rechazado${clase}`}
      data-columna="rechazado"
      aria-hidden="true"
      {...eventos}
    >
      {tt.rechazarAca}
    </div>
  );
}
