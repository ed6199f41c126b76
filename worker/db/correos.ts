import { type SQL, sql } from "drizzle-orm";
import type { PasoCorreo } from "../../contract/esquemas/avisos.ts";

/** A message's story with one more thing in it, written by the statement that changes its estado. */
export const conPaso = ({ estado, en, error }: Paso): SQL<PasoCorreo[]> =>
  sql`json_insert(coalesce(historia, '[]'), '$[#]', json_object('estado', ${estado}, 'en', ${en}, 'error', ${error}))`;

type Paso = Pick<PasoCorreo, "estado" | "en"> & { error: string | SQL | null };
