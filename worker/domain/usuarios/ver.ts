import { eq } from "drizzle-orm";
import type { Quien, Usuario, Yo } from "../../../contract/esquemas/cuentas.ts";
import { IDIOMAS } from "../../../contract/vocabulario.ts";
import { schema } from "../../db/client.ts";
import { type Ctx, exigirUsuario } from "../contexto.ts";
import { Fallo } from "../fallo.ts";
import { COLUMNAS } from "./internal.ts";

const { personas, usuarios } = schema;

/**
 * One's own account.
 * @throws Fallo sin_sesion
 */
export async function verYo(ctx: Ctx): Promise<Yo> {
  return verCuenta(ctx, exigirUsuario(ctx).id);
}

/** One's own account, or null for a visitor: to a page that is not an error. */
export async function verQuien(ctx: Ctx): Promise<Quien> {
  return { yo: ctx.actor.tipo === "usuario" ? await verYo(ctx) : null };
}

/** The account that has just proved itself; no other way leads to somebody else's. */
export async function verIngresado(ctx: Ctx, id: number): Promise<Usuario> {
  const { email, nombre, apellido, rol } = await verCuenta(ctx, id);
  return { id, email, nombre, apellido, rol };
}

async function verCuenta({ db }: Ctx, id: number): Promise<Yo> {
  const [fila] = await db
    .select({ ...COLUMNAS, persona_id: usuarios.personaId, idioma: personas.idioma })
    .from(usuarios)
    .innerJoin(personas, eq(personas.id, usuarios.personaId))
    .where(eq(usuarios.id, id));
  if (!fila) throw new Fallo("sin_sesion", "Ingresá para seguir.");
  const { bloqueado_en: _, idioma, ...yo } = fila;
  return { ...yo, idioma: IDIOMAS.find((i) => i === idioma) ?? "es" };
}
