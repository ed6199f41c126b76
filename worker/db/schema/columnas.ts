import { sql } from "drizzle-orm";
import { customType, integer } from "drizzle-orm/sqlite-core";

/** Epoch seconds, UTC. */
export const instante = (nombre: string) => integer(nombre);

/** JSON in a text column, typed where it is declared. */
export const json = <T>(nombre: string) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: (v) => JSON.stringify(v),
    fromDriver: (v) => JSON.parse(v) as T,
  })(nombre);

/** SQL that checks a column against a closed list. */
export const unoDe = (columna: string, lista: readonly string[]) =>
  sql.raw(`${columna} IN (${lista.map((v) => `'${v}'`).join(", ")})`);
