import type { ReclamoFila } from "../../../../contract/esquemas/reclamos.ts";
import { ta } from "../../../i18n/acciones.ts";
import { tg } from "../../../i18n/gestion.ts";
import { tt } from "../../../i18n/tablero.ts";
import type { Columna } from "../../../lib/tablero.ts";
import { Insignia } from "../../base/estado.tsx";
import { Icono } from "../../base/icono.tsx";
import { RelojPlazo } from "../../base/tiempo.tsx";
import { Categoria } from "../../categorias.tsx";
import { puntos } from "../../iconos-gestion.ts";
import { porTeclado } from "./usos.ts";

export type Nombrados = {
  categorias: ReadonlyMap<number, { nombre: string; icono: string }>;
  cuadrillas: ReadonlyMap<number, { nombre: string }>;
  zonas: ReadonlyMap<number, { nombre: string }>;
};

type Props = {
  r: ReclamoFila;
  columna: Columna;
  de: Nombrados;
  recien: boolean;
  arrastrada: boolean;
  href: string;
  alTomar: () => void;
  alSoltar: () => void;
  alMover: () => void;
};

/** A reclamo on the board. Its link opens it; its button, or the key m, offers where it may go. */
export function Tarjeta(p: Props) {
  const { r, de } = p;
  const categoria = de.categorias.get(r.categoria_id);
  const donde = [
    r.cuadrilla_id === null ? null : de.cuadrillas.get(r.cuadrilla_id)?.nombre,
    r.zona_id === null ? null : de.zonas.get(r.zona_id)?.nombre,
    r.ciclo > 1 ? tg.ciclo(r.ciclo) : null,
  ].filter(Boolean);
  const clases = ["tarjeta-tablero", p.recien && "recien", p.arrastrada && "en-mano"];
  return (
    <li
      class={clases.filter(Boolean).join(" ")}
      data-id={r.id}
      draggable
      onDragStart={(e) => {
        e.dataTransfer?.setData("text/plain", `#${r.numero}`);
        if (e.dataTransfer) e.dataTransfer.effectAllowed = "move";
        // The browser takes its picture of the card first; a change under the pointer now would cancel the drag.
        setTimeout(p.alTomar);
      }}
      onDragEnd={p.alSoltar}
    >
      <p class="fila entre chico suave">
        <span class="fila">
          #{r.numero} {categoria ? <Categoria categoria={categoria} /> : null}
        </span>
        <button type="button" class="boton-icono" onClick={p.alMover}>
          <Icono d={puntos} />
          <span class="oculto">{tt.mover(r.numero)}</span>
        </button>
      </p>
      <h3>
        <a href={p.href} draggable={false} data-tarjeta={r.id} onKeyDown={porTeclado(p.alMover)}>
          {r.titulo}
        </a>
      </h3>
      {donde.length > 0 ? <p class="chico suave">{donde.join(" · ")}</p> : null}
      <p class="fila entre envuelve">
        <RelojPlazo iso={r.vence_en} estado={r.estado} />
        {r.prioridad === "normal" || r.prioridad === "baja" ? null : (
          <span class="chico prioridad-alta">{ta.prioridades[r.prioridad]}</span>
        )}
      </p>
      {r.estado === p.columna ? null : (
        <p class="chico">
          {tt.ahora} <Insignia estado={r.estado} />
        </p>
      )}
    </li>
  );
}
