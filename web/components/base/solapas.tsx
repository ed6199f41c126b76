import type { ComponentChildren } from "preact";
import "../../styles/solapas.css";

export type Solapa<T extends string> = { id: T; etiqueta: ComponentChildren };

type Props<T extends string> = {
  nombre: string;
  solapas: readonly Solapa<T>[];
  elegida: T;
  elegir: (id: T) => void;
};

/** The ids that tie a tab to its panel. */
export const idSolapa = (id: string) => `pestana-${id}`;
export const idPanel = (id: string) => `panel-${id}`;

/** Which one each key goes to, among `n`, from `i`. */
const destino = (tecla: string, i: number, n: number): number | null => {
  if (tecla === "ArrowRight") return (i + 1) % n;
  if (tecla === "ArrowLeft") return (i - 1 + n) % n;
  if (tecla === "Home") return 0;
  return tecla === "End" ? n - 1 : null;
};

/**
 * https://www.w3.org/WAI/ARIA/apg/patterns/tabs/: one of them takes the focus, the arrows, Home and End go to the others.
 * The panels are whoever's uses it: role tabpanel, with `idPanel` and labelled by `idSolapa`.
 */
export function Solapas<T extends string>({ nombre, solapas, elegida, elegir }: Props<T>) {
  const teclear = (e: KeyboardEvent) => {
    const i = solapas.findIndex((s) => s.id === elegida);
    const otra = solapas[destino(e.key, i, solapas.length) ?? -1];
    if (!otra) return;
    e.preventDefault();
    elegir(otra.id);
    document.getElementById(idSolapa(otra.id))?.focus();
  };
  return (
    <div class="solapas" role="tablist" aria-label={nombre} onKeyDown={teclear}>
      {solapas.map(({ id, etiqueta }) => (
        <button
          key={id}
          id={idSolapa(id)}
          type="button"
          role="tab"
          aria-selected={id === elegida}
          aria-controls={idPanel(id)}
          tabIndex={id === elegida ? 0 : -1}
          onClick={() => elegir(id)}
        >
          {etiqueta}
        </button>
      ))}
    </div>
  );
}
