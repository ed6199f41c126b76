import { type SQL, sql } from "drizzle-orm";
import { aMano, type Db } from "../../db/client.ts";

/** Puts a reclamo's words into the full-text index, replacing what stood there. */
export const indexar = (
  db: Db,
  id: SQL<number> | number,
  r: { titulo: string; descripcion: string; direccion: string },
) =>
  aMano(
    db,
    sql`INSERT OR REPLACE INTO reclamos_fts (rowid, titulo, descripcion, direccion)
        SELECT ${id}, ${r.titulo}, ${r.descripcion}, ${r.direccion}`,
  );

/** What a person typed as an FTS5 query: every word, each as a prefix. Null when there is no word in it. */
export function consultaFts(q: string): string | null {
  const palabras = q.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
  return palabras.length
    ? palabras
        .slice(0, 8)
        .map((p) => `"${p}"*`)
        .join(" ")
    : null;
}

/** `1284` or `#1284`: a numero. */
export const numeroBuscado = (q: string): number | null => {
  const m = /^#?\s*([1-9]\d{0,14})$/.exec(q.trim());
  return m ? Number(m[1]) : null;
};
