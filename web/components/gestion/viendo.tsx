import { tb } from "../../i18n/bandeja.ts";
import { LOCAL } from "../../i18n/index.ts";
import { useViendo } from "../../state/presencia.ts";

const iniciales = (nombre: string): string =>
  nombre
    .split(/\s+/)
    .map((p) => p.charAt(0))
    .slice(0, 2)
    .join("")
    .toLocaleUpperCase(LOCAL);

/** Who else of the desk has it open now: so that two do not do the same thing at once. */
export function Viendo({ id }: { id: number }) {
  const nombres = useViendo(id).map((n) => n ?? tb.viendo.otro);
  const [uno] = nombres;
  const frase =
    uno === undefined
      ? ""
      : nombres.length === 1
        ? tb.viendo.uno(uno)
        : tb.viendo.varios(new Intl.ListFormat(LOCAL).format(nombres));
  return (
    <span class="viendo" role="status">
      {nombres.map((n, i) => (
        <span key={i} class="iniciales" aria-hidden="true">
          {iniciales(n)}
        </span>
      ))}
      <span>{frase}</span>
    </span>
  );
}
