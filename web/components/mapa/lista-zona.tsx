import { useEffect, useRef } from "preact/hooks";
import type { Categoria } from "../../../contract/esquemas/catalogos.ts";
import type { FilaMapa } from "../../../contract/esquemas/mapa.ts";
import { tz } from "../../i18n/zona.ts";
import { ICONO_ESTADO, Insignia } from "../base/estado.tsx";
import { Icono } from "../base/icono.tsx";
import { Cuando } from "../base/tiempo.tsx";

function Fila({ r, categoria }: { r: FilaMapa; categoria: Categoria | undefined }) {
  return (
    <li class="fila-zona">
      {r.miniatura ? (
        <img src={r.miniatura} alt="" width={56} height={56} loading="lazy" />
      ) : (
        <span class="sin-foto">
          <Icono d={ICONO_ESTADO[r.estado]} tam={24} />
        </span>
      )}
      <div class="fila-zona-texto">
        <a class="estirado titulo-fila" href={`/r/${r.codigo}`}>
          {r.titulo}
        </a>
        <p class="chico suave">
          {categoria ? `${categoria.nombre} · ` : null}
          {r.direccion}
        </p>
        <p class="chico suave fila">
          <Insignia estado={r.estado} />
          <span>
            <Cuando iso={r.cerrado_en ?? r.creado_en} />
            {r.seguidores > 0 ? ` · ${tz.vecinos(r.seguidores)}` : null}
          </span>
        </p>
      </div>
    </li>
  );
}

type Props = {
  items: readonly FilaMapa[];
  categorias: readonly Categoria[];
  /** Address of the next page, for who has no script; null at the end. */
  mas: string | null;
  /** Brings it into the same list; absent while it cannot. */
  alVerMas?: (() => Promise<boolean>) | undefined;
};

/** What the pins of this piece of the map are. */
export function ListaZona({ items, categorias, mas, alVerMas }: Props) {
  const lista = useRef<HTMLUListElement>(null);
  const primera = useRef<number | null>(null);
  const seguir = async (e: MouseEvent) => {
    if (!alVerMas) return;
    e.preventDefault();
    // The router looks at every click on a link, prevented or not.
    e.stopPropagation();
    primera.current = items.length;
    if (!(await alVerMas())) primera.current = null;
  };
  // The first of the new ones takes the focus, once it is there.
  useEffect(() => {
    const i = primera.current;
    if (i === null || items.length <= i) return;
    primera.current = null;
    lista.current?.children[i]?.querySelector<HTMLElement>("a")?.focus();
  }, [items]);
  return (
    <>
      <ul class="lista-zona" ref={lista}>
        {items.map((r) => (
          <Fila key={r.codigo} r={r} categoria={categorias.find((c) => c.id === r.categoria_id)} />
        ))}
      </ul>
      {mas ? (
        <a class="boton contorno" href={mas} onClick={(e) => void seguir(e)}>
          {tz.masEnLista}
        </a>
      ) : null}
    </>
  );
}
