import { sql } from "drizzle-orm";
import { db } from "./fabrica.ts";

/** Every row of every table that matches one of these, with its table's name before it. */
export async function rastrosEnTablas(marcas: readonly RegExp[]): Promise<string[]> {
  const tablas = await db.all<{ name: string }>(
    sql`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_cf%' ESCAPE '\\'`,
  );
  if (tablas.length <= 35) throw new Error("there are more tables than these");
  const hallados: string[] = [];
  for (const { name } of tablas)
    for (const fila of await db.all(sql`SELECT * FROM ${sql.identifier(name)}`)) {
      const texto = JSON.stringify(fila);
      if (marcas.some((m) => m.test(texto))) hallados.push(`${name}: ${texto.slice(0, 200)}`);
    }
  return hallados;
}
