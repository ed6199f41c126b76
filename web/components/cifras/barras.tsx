import { tp } from "../../i18n/transparencia.ts";
import { enCifras } from "../../lib/numeros.ts";

type Barra = { nombre: string; recibidos: number; resueltos: number };

const ANCHO = 100;
const ALTO = 10;

/** A bar for each row, solved within received, each with its words: a list, drawn. */
export function Barras({ titulo, de }: { titulo: string; de: readonly Barra[] }) {
  const mayor = Math.max(1, ...de.flatMap((b) => [b.recibidos, b.resueltos]));
  return (
    <ul class="barras" aria-label={titulo}>
      {de.map((b) => (
        <li key={b.nombre}>
          <span class="barra-nombre">{b.nombre}</span>
          <span class="barra-valor">{tp.barra(enCifras(b.recibidos), enCifras(b.resueltos))}</span>
          <svg viewBox={`0 0 ${ANCHO} ${ALTO}`} preserveAspectRatio="none" aria-hidden="true">
            <rect class="riel" width={ANCHO} height={ALTO} />
            <rect class="recibidos" width={(ANCHO * b.recibidos) / mayor} height={ALTO} />
            <rect class="resueltos" y="3" width={(ANCHO * b.resueltos) / mayor} height={ALTO - 6} />
          </svg>
        </li>
      ))}
    </ul>
  );
}

const ALTO_MES = 100;
const MESES_CON_NOMBRE = 13;

/** Two columns for each month. The same numbers are in the table below it, which is what a screen reader gets. */
export function Columnas({ de }: { de: readonly (Barra & { corto: string })[] }) {
  const mayor = Math.max(1, ...de.flatMap((m) => [m.recibidos, m.resueltos]));
  const columna = (clase: string, x: number, n: number) => (
    <rect
      class={clase}
      x={x}
      width="10"
      y={ALTO_MES - (ALTO_MES * n) / mayor}
      height={(ALTO_MES * n) / mayor}
    />
  );
  return (
    <div class="barras-mes" aria-hidden="true">
      <p class="leyenda">
        <span class="de-recibidos">{tp.leyenda.recibidos}</span>
        <span class="de-resueltos">{tp.leyenda.resueltos}</span>
      </p>
      <ul>
        {de.map((m) => (
          <li key={m.nombre}>
            <svg viewBox={`0 0 24 ${ALTO_MES}`} preserveAspectRatio="none" aria-hidden="true">
              {columna("recibidos", 1, m.recibidos)}
              {columna("resueltos", 13, m.resueltos)}
            </svg>
            {de.length <= MESES_CON_NOMBRE ? <span>{m.corto}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
