import { soloOrdenes } from "./archivos.ts";
import { PENDIENTE } from "./guardia.ts";

const NOMBRE = '[`"]?(\\w+)[`"]?';

/** How each statement that adds something is undone. */
const INVERSAS: [patron: RegExp, deshacer: (m: RegExpMatchArray) => string][] = [
  [new RegExp(`^CREATE (?:VIRTUAL )?TABLE ${NOMBRE}`, "i"), (m) => `DROP TABLE \`${m[1]}\`;`],
  [new RegExp(`^CREATE (?:UNIQUE )?INDEX ${NOMBRE}`, "i"), (m) => `DROP INDEX \`${m[1]}\`;`],
  [new RegExp(`^CREATE TRIGGER ${NOMBRE}`, "i"), (m) => `DROP TRIGGER \`${m[1]}\`;`],
  [new RegExp(`^CREATE VIEW ${NOMBRE}`, "i"), (m) => `DROP VIEW \`${m[1]}\`;`],
  [
    new RegExp(`^ALTER TABLE ${NOMBRE} ADD (?:COLUMN )?${NOMBRE}`, "i"),
    (m) => `ALTER TABLE \`${m[1]}\` DROP COLUMN \`${m[2]}\`;`,
  ],
];

/**
 * The way back of a migration as drizzle-kit generates them, last statement first. What it can't
 * undo is left as a PENDIENTE line, which the guard refuses until somebody writes it.
 */
export function vueltaDe(sql: string): string {
  const ordenes = sql
    .split("--> statement-breakpoint")
    .map((orden) => soloOrdenes(orden).replace(/\s+/g, " ").trim())
    .filter(Boolean);
  const tablas = ordenes.flatMap((o) => o.match(/^CREATE TABLE [`"]?(\w+)/i)?.[1] ?? []);
  return `${ordenes
    .reverse()
    // An index of a table made here goes with its table.
    .filter(
      (o) => !tablas.some((t) => new RegExp(`^CREATE .*INDEX .* ON [\`"]?${t}\\b`, "i").test(o)),
    )
    .map((orden) => {
      for (const [patron, deshacer] of INVERSAS) {
        const hallado = orden.match(patron);
        if (hallado) return deshacer(hallado);
      }
      return `${PENDIENTE}: deshacer «${orden.slice(0, 120)}»`;
    })
    .join("\n")}\n`;
}
