import { and, inArray, isNull } from "drizzle-orm";
import { schema } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";

const { usuarios } = schema;

/** Ids of everyone who works for the city, to tell them of something. Nobody's answer. */
export async function idsDelPersonal({ db }: Pick<Ctx, "db">): Promise<number[]> {
  const filas = await db
    .select({ id: usuarios.id })
    .from(usuarios)
    .where(
      and(
        inArray(usuarios.rol, ["cuadrilla", "supervisor", "admin"]),
        isNull(usuarios.bloqueadoEn),
      ),
    );
  return filas.map((f) => f.id);
}
