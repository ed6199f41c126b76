import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Migracion = {
  /** NNNN_name.sql, as wrangler records it in d1_migrations. */
  nombre: string;
  sql: string;
  /** Its way back, from migrations/down/; null when there is none. */
  vuelta: string | null;
};

/** Every migration of `carpeta` in the order in which they are applied. */
export function leerMigraciones(carpeta = "migrations"): Migracion[] {
  return readdirSync(carpeta)
    .filter((archivo) => archivo.endsWith(".sql"))
    .sort()
    .map((nombre) => {
      const vuelta = join(carpeta, "down", nombre);
      return {
        nombre,
        sql: readFileSync(join(carpeta, nombre), "utf8"),
        vuelta: existsSync(vuelta) ? readFileSync(vuelta, "utf8") : null,
      };
    });
}

/** The statements without comments and without what stands inside quoted text. */
export function soloOrdenes(sql: string): string {
  return sql
    .replace(/'(?:[^']|'')*'/g, "''")
    .replace(/\/\*[\s\S]*?\*\//g, " ")
    .replace(/--[^\n]*/g, " ");
}
