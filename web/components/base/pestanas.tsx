import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export type Pestana<T extends string> = {
  id: T;
  etiqueta: ComponentChildren;
  /** Drawn while it is the chosen one. */
  panel: () => ComponentChildren;
};

type Props<T extends string> = {
  nombre: string;
  pestanas: readonly Pestana<T>[];
  elegida: T;
  elegir: (id: T) => void;
};

/** How far each key goes among `n`, from `i`. */
const destino = (tecla: string, i: number, n: number): number | null => {
  if (tecla === "ArrowRight") return (i + 1) % n;
  if (tecla === "ArrowLeft") return (i - 1 + n) % n;
  if (tecla === "Home") return 0;
  return tecla === "End" ? n - 1 : null;
};

/** https://www.w3.org/WAI/ARIA/apg/patterns/tabs/: one of them takes the focus, the arrows go to the others. */
export function Pestanas<T extends string>({ nombre, pestanas, elegida, elegir }: Props<T>) {
  const id = useId();
  const i = pestanas.findIndex((p) => p.id === elegida);
  const teclear = (e: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const otra = destino(e.key, i, pestanas.length);
    const p = otra === null ? undefined : pestanas[otra];
    if (!p || otra === null) return;
    e.preventDefault();
    elegir(p.id);
    e.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")[otra]?.focus();
  };
  return (
    <div>
      <div class="solapas" role="tablist" aria-label={nombre} onKeyDown={teclear}>
        {pestanas.map((p) => (
          <button
            key={p.id}
            id={`${id}-${p.id}`}
            type="button"
            role="tab"
            aria-selected={p.id === elegida}
            aria-controls={`${id}-panel`}
            tabIndex={p.id === elegida ? 0 : -1}
            onClick={() => elegir(p.id)}
          >
            {p.etiqueta}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${elegida}`}>
        {pestanas[i]?.panel()}
      </div>
    </div>
  );
}
