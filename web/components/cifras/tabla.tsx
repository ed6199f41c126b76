import type { CifrasPublicas } from "../../../contract/esquemas/estadisticas.ts";
import { tp } from "../../i18n/transparencia.ts";
import { enCifras } from "../../lib/numeros.ts";

type Columna = Exclude<keyof typeof tp.columnas, "mes" | "categoria" | "zona">;
export type FilaTabla = { nombre: string } & Partial<CifrasPublicas>;

/** Days with their word. */
export const enDias = (n: number): string => `${enCifras(n)} ${n === 1 ? tp.unDia : tp.variosDias}`;
export const enPorciento = (n: number): string => tp.porciento(enCifras(n));

const ESCRIBIR: Record<Columna, (n: number) => string> = {
  recibidos: enCifras,
  resueltos: enCifras,
  en_plazo: enPorciento,
  mediana_dias: enDias,
  p90_dias: enDias,
  reabiertos: enCifras,
  estrellas: enCifras,
};

/** A number, or that there were too few. */
function Valor({ n, columna }: { n: number | null | undefined; columna: Columna }) {
  if (n !== null && n !== undefined) return <>{ESCRIBIR[columna](n)}</>;
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="oculto">{tp.pocos}</span>
    </>
  );
}

/** The numbers behind a drawing. It scrolls sideways by itself where it does not fit. */
export function Tabla(p: {
  titulo: string;
  primera: string;
  columnas: readonly Columna[];
  filas: readonly FilaTabla[];
}) {
  return (
    <details class="en-tabla">
      <summary>{tp.enTabla}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="tabla-ancha" tabIndex={0} aria-label={p.titulo}>
        <table>
          <caption class="oculto">{p.titulo}</caption>
          <thead>
            <tr>
              <th scope="col">{p.primera}</th>
              {p.columnas.map((c) => (
                <th key={c} scope="col" class="n">
                  {tp.columnas[c]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {p.filas.map((f) => (
              <tr key={f.nombre}>
                <th scope="row">{f.nombre}</th>
                {p.columnas.map((c) => (
                  <td key={c} class="n">
                    <Valor n={f[c]} columna={c} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
