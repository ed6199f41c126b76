import { useEffect, useState } from "preact/hooks";
import { t } from "../../../i18n/index.ts";
import { tt } from "../../../i18n/tablero.ts";
import { COLUMNAS, type Columna } from "../../../lib/tablero.ts";
import { ICONO_ESTADO } from "../../base/estado.tsx";
import { Icono } from "../../base/icono.tsx";

const ANGOSTO = "(max-width: 63.99rem)";

/** Whether the screen shows one column at a time. */
export function useAngosto(): boolean {
  const [angosto, setAngosto] = useState(() => matchMedia(ANGOSTO).matches);
  useEffect(() => {
    const consulta = matchMedia(ANGOSTO);
    const oir = () => setAngosto(consulta.matches);
    oir();
    consulta.addEventListener("change", oir);
    return () => consulta.removeEventListener("change", oir);
  }, []);
  return angosto;
}

const PASOS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

type Props = { elegida: Columna; elegir: (c: Columna) => void };

/** https://www.w3.org/WAI/ARIA/apg/patterns/tabs/: one of them takes the focus, the arrows go to the others. */
export function Pestanas({ elegida, elegir }: Props) {
  const teclear = (e: KeyboardEvent) => {
    const paso = PASOS[e.key];
    if (!paso) return;
    e.preventDefault();
    const n = COLUMNAS.length;
    const otra = COLUMNAS[(COLUMNAS.indexOf(elegida) + paso + n) % n];
    if (!otra) return;
    elegir(otra);
    document.getElementById(`pestana-${otra}`)?.focus();
  };
  return (
    <div class="pestanas-tablero" role="tablist" aria-label={tt.columnas} onKeyDown={teclear}>
      {COLUMNAS.map((c) => (
        <button
          key={c}
          id={`pestana-${c}`}
          type="button"
          role="tab"
          aria-selected={c === elegida}
          aria-controls={`panel-${c}`}
          tabIndex={c === elegida ? 0 : -1}
          onClick={() => elegir(c)}
        >
          <Icono d={ICONO_ESTADO[c]} tam={16} /> {t.estados[c]}
        </button>
      ))}
    </div>
  );
}
