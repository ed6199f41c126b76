import { useMemo } from "preact/hooks";
import type { ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import { Insignia } from "../../components/base/estado.tsx";
import { Cuando, RelojPlazo } from "../../components/base/tiempo.tsx";
import { ta } from "../../i18n/acciones.ts";
import { tb } from "../../i18n/bandeja.ts";
import { tg } from "../../i18n/gestion.ts";

export type Nombres = Map<number, string>;
/** What the ids of a row are called: categorías, zonas, cuadrillas. */
export type Catalogos = Record<"c" | "z" | "k", Nombres>;

type Props = {
  r: ReclamoFila;
  abierta: boolean;
  recien: boolean;
  elegida: boolean;
  href: string;
  de: Catalogos;
  alternar: (id: number) => void;
};

/** One reclamo of the list. Drawn again only when something of its own changes: the list may hold hundreds. */
export function Fila({ r, abierta, recien, elegida, href, de, alternar }: Props) {
  return useMemo(() => {
    const partes = [
      `#${r.numero}`,
      de.c.get(r.categoria_id),
      r.zona_id === null ? (r.lat === null ? tg.sinUbicacion : null) : de.z.get(r.zona_id),
      r.cuadrilla_id === null ? null : de.k.get(r.cuadrilla_id),
      r.prioridad === "normal" ? null : ta.prioridades[r.prioridad].toLowerCase(),
      r.ciclo > 1 ? tg.ciclo(r.ciclo) : null,
      r.seguidores > 0 ? tg.vecinos(r.seguidores) : null,
    ].filter(Boolean);
    const clases = ["renglon", abierta && "abierto", recien && "recien", elegida && "elegido"];
    return (
      <li class={clases.filter(Boolean).join(" ")} data-id={r.id}>
        <label class="elegir">
          <input type="checkbox" checked={elegida} onChange={() => alternar(r.id)} />
          <span class="oculto">{tb.elegir(r.numero)}</span>
        </label>
        <h2>
          <a class="estirado" href={href} {...(abierta ? { "aria-current": "true" as const } : {})}>
            {r.titulo}
          </a>
        </h2>
        <Insignia estado={r.estado} />
        <p class="chico suave">
          {partes.join(" · ")} · <Cuando iso={r.creado_en} />
        </p>
        <RelojPlazo iso={r.vence_en} estado={r.estado} />
      </li>
    );
  }, [r, abierta, recien, elegida, href, de, alternar]);
}
