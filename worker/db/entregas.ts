import { type SQL, sql } from "drizzle-orm";
import { YA_NO_CORRESPONDE } from "../../contract/eventos.ts";
import { aMano, type Db } from "./client.ts";

/** Writes off what these eventos still owe, so that nobody tries it again. @param eventos SQL that lists their ids */
export const saldar = (db: Db, eventos: SQL, ahora: number) =>
  aMano(
    db,
    sql`UPDATE entregas SET estado = 'fallido', error = ${YA_NO_CORRESPONDE}, en = ${ahora}
      WHERE estado IN ('pendiente', 'fallido') AND evento_id IN (${eventos})`,
  );
