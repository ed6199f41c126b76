import type { Tabla, Valor } from "./filas.ts";

/** D1 takes 2 MB a bound value and 100 values a query: rows travel as one JSON array. https://developers.cloudflare.com/d1/platform/limits/ */
const CARACTERES_POR_LOTE = 700_000;
const FILAS_POR_LOTE = 5_000;

function* enLotes(filas: readonly Valor[][]): Generator<string> {
  let lote: string[] = [];
  let largo = 0;
  for (const fila of filas) {
    const texto = JSON.stringify(fila);
    if (
      lote.length &&
      (largo + texto.length > CARACTERES_POR_LOTE || lote.length >= FILAS_POR_LOTE)
    ) {
      yield `[${lote.join(",")}]`;
      lote = [];
      largo = 0;
    }
    lote.push(texto);
    largo += texto.length + 1;
  }
  if (lote.length) yield `[${lote.join(",")}]`;
}

/** The statements that write these rows, a few thousand rows each. */
export function sentenciasDe(
  db: D1Database,
  { tabla, columnas, filas }: Tabla,
): D1PreparedStatement[] {
  const valores = columnas.map((_, i) => `value ->> ${i}`).join(", ");
  const sql = `INSERT INTO ${tabla} (${columnas.join(", ")}) SELECT ${valores} FROM json_each(?)`;
  return [...enLotes(filas)].map((lote) => db.prepare(sql).bind(lote));
}

/** So many statements go in one batch, which is one transaction: the demonstration stands whole or not at all. */
const SENTENCIAS_POR_VIAJE = 60;

/** Writes the tables in their order. */
export async function escribir(db: D1Database, tablas: readonly Tabla[]): Promise<void> {
  const todas = tablas.flatMap((t) => sentenciasDe(db, t));
  for (let i = 0; i < todas.length; i += SENTENCIAS_POR_VIAJE)
    await db.batch(todas.slice(i, i + SENTENCIAS_POR_VIAJE));
}
