// Refuses migrations that could lose rows, and those without a way back. On D1 `PRAGMA
// foreign_keys=OFF` is ignored, so the rebuild that drizzle-kit generates (create `__new_x`, copy,
// drop, rename) fires every ON DELETE of the tables that point at it: it has emptied databases.
import { leerMigraciones, type Migracion, soloOrdenes } from "./archivos.ts";

const NOMBRE = /^\d{4}_[a-z0-9_]+\.sql$/;

/** A migration that someone read and answers for says why: `-- revisado: the table is empty since 0007`. */
const REVISADO = /^-- revisado: .{15,}$/m;

/** What the way back of a new migration says until somebody writes it (see generar.ts). */
export const PENDIENTE = "-- PENDIENTE";

const PELIGROS: [patron: RegExp, que: string][] = [
  [/\bDROP\s+TABLE\b/i, "borra una tabla"],
  [/\b__new_\w+/i, "reconstruye una tabla"],
  [/\bALTER\s+TABLE\s+\S+\s+DROP\b/i, "borra una columna"],
  [/\bALTER\s+TABLE\s+\S+\s+RENAME\b/i, "cambia un nombre que el código desplegado todavía usa"],
  [/\bDELETE\s+FROM\b/i, "borra filas"],
  [/\bPRAGMA\s+(?:writable_schema|foreign_keys)\b/i, "toca una PRAGMA que D1 ignora o prohíbe"],
];

/** What is wrong with these migrations, a sentence each; none when they may be applied. */
export function revisar(migraciones: Migracion[]): string[] {
  const problemas: string[] = [];
  migraciones.forEach(({ nombre, sql, vuelta }, i) => {
    if (!NOMBRE.test(nombre)) problemas.push(`${nombre}: el nombre no es NNNN_nombre.sql`);
    else if (Number(nombre.slice(0, 4)) !== i)
      problemas.push(`${nombre}: el número tendría que ser ${String(i).padStart(4, "0")}`);
    const ordenes = soloOrdenes(sql);
    if (!ordenes.trim()) problemas.push(`${nombre}: está vacía`);
    if (!REVISADO.test(sql))
      for (const [patron, que] of PELIGROS)
        if (patron.test(ordenes))
          problemas.push(
            `${nombre}: ${que}. Si alguien lo revisó, que lo diga: «-- revisado: por qué no se pierde nada»`,
          );
    if (vuelta === null) problemas.push(`${nombre}: falta migrations/down/${nombre}`);
    else if (vuelta.includes(PENDIENTE) || !soloOrdenes(vuelta).trim())
      problemas.push(`${nombre}: migrations/down/${nombre} está sin escribir`);
  });
  return problemas;
}

if (import.meta.main) {
  const migraciones = leerMigraciones();
  const problemas = revisar(migraciones);
  for (const problema of problemas) console.error(`✗ ${problema}`);
  if (problemas.length === 0) console.log(`✓ ${migraciones.length} migraciones, todas con vuelta`);
  process.exitCode = problemas.length > 0 ? 1 : 0;
}
