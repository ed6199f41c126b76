import type { ComponentChildren } from "preact";
import type { Leido } from "../../../lib/lista-viva.ts";
import { Esqueleto, Falla } from "../../base/avisos.tsx";
import { dibujoDe } from "../../categorias.tsx";

/** A category's picture, white on its colour, as an attribute since the page's policy allows no inline style. */
export function FichaCategoria({
  icono,
  color,
  tam = 36,
}: {
  icono: string;
  color: string;
  tam?: number;
}) {
  return (
    <svg class="ficha-categoria" width={tam} height={tam} viewBox="0 0 36 36" aria-hidden="true">
      <rect width="36" height="36" rx="10" fill={color} />
      <path
        transform="translate(7 7) scale(0.9167)"
        d={dibujoDe(icono)}
        fill="none"
        stroke="#fff"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** What was read, or its shape while it comes, or why it did not. */
export function Mostrar<T>({
  leido,
  children,
}: {
  leido: Leido<T>;
  children: (datos: T) => ComponentChildren;
}) {
  if (leido.datos !== null) return <>{children(leido.datos)}</>;
  if (leido.error) return <Falla error={leido.error} alReintentar={() => void leido.releer()} />;
  return <Esqueleto filas={4} />;
}

type PropsFila = {
  titulo: string;
  icono?: ComponentChildren;
  /** Opens it; without one it only shows. */
  alAbrir?: () => void;
  href?: string;
  insignias?: ComponentChildren;
  children?: ComponentChildren;
  apagada?: boolean;
};

/** One row of a list of the city: all of it opens it. */
export function FilaCiudad(p: PropsFila) {
  return (
    <li class={`fila-ciudad tarjeta${p.apagada ? " apagada" : ""}`}>
      {p.icono}
      <div class="fila-ciudad-cuerpo">
        <h2>
          {p.href ? (
            <a class="estirado" href={p.href}>
              {p.titulo}
            </a>
          ) : (
            <button type="button" class="estirado" onClick={p.alAbrir}>
              {p.titulo}
            </button>
          )}
        </h2>
        {p.children}
      </div>
      <div class="fila-ciudad-insignias">{p.insignias}</div>
    </li>
  );
}

/** Boxes to tick, from a list that has ids. */
export function Casillas(p: {
  titulo: string;
  ayuda?: string;
  vacio: string;
  opciones: readonly { id: number; nombre: string }[];
  elegidas: readonly number[];
  alCambiar: (ids: number[]) => void;
}) {
  return (
    <fieldset class="campo">
      <legend>{p.titulo}</legend>
      {p.opciones.length === 0 ? <p class="ayuda">{p.vacio}</p> : null}
      <div class="casillas">
        {p.opciones.map((o) => (
          <label key={o.id} class="casilla">
            <input
              type="checkbox"
              checked={p.elegidas.includes(o.id)}
              onChange={(e) =>
                p.alCambiar(
                  e.currentTarget.checked
                    ? [...p.elegidas, o.id].sort((a, b) => a - b)
                    : p.elegidas.filter((x) => x !== o.id),
                )
              }
            />
            <span>{o.nombre}</span>
          </label>
        ))}
      </div>
      {p.ayuda ? <p class="ayuda">{p.ayuda}</p> : null}
    </fieldset>
  );
}
