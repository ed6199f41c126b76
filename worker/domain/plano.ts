import { type SQL, sql } from "drizzle-orm";

const PLANAS: Record<string, string> = { á: "a", é: "e", í: "i", ó: "o", ú: "u", ü: "u", ñ: "n" };

/** As it is looked for: without capitals or accents. */
export const plano = (s: string) => s.toLowerCase().replace(/[áéíóúüñ]/g, (c) => PLANAS[c] ?? c);

/** The same in SQL. SQLite lowers ASCII only and knows no accents, so both cases of each are replaced. */
export const planoSql = (expresion: SQL): SQL =>
  Object.entries(PLANAS).reduce(
    (e, [con, sin]) => sql`replace(replace(${e}, ${con.toUpperCase()}, ${sin}), ${con}, ${sin})`,
    sql`lower(${expresion})`,
  );
