import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Quien, Usuario, Yo } from "../../../contract/esquemas/cuentas.ts";
import { IDIOMAS } from "../../../contract/vocabulario.ts";
import { schema } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import { type Ctx, exigirUsuario } from "../contexto.ts";
import { Fallo } from "../fallo.ts";
import { actorVigente, sentenciaActor, sesionAbierta } from "../reclamos/lectura.ts";
import { COLUMNAS } from "./internal.ts";

const { personas, usuarios } = schema;

const ingresa = (): Fallo => new Fallo("sin_sesion", "Ingresá para seguir.");

/**
 * One's own account. A session that another role, another cuadrilla or a blocking has ended is nobody's, though its cookie
 * may say otherwise for a minute.
 */
async function vigente(ctx: Ctx): Promise<Yo | null> {
  const usuario = exigirUsuario(ctx);
  const { id, rol, cuadrillaId } = usuario;
  const cuenta = await verCuenta(ctx, id, sesionAbierta(usuario));
  if (!cuenta) return null;
  const { bloqueada, yo } = cuenta;
  return bloqueada || yo.rol !== rol || yo.cuadrilla_id !== cuadrillaId ? null : yo;
}

/**
 * One's own account.
 * @throws Fallo sin_sesion
 */
export async function verYo(ctx: Ctx): Promise<Yo> {
  const yo = await vigente(ctx);
  if (!yo) throw ingresa();
  return yo;
}

/** One's own account, or null for a visitor: to a page that is not an error. */
export async function verQuien(ctx: Ctx): Promise<Quien> {
  return { yo: ctx.actor.tipo === "usuario" ? await vigente(ctx) : null };
}

/**
 * The account that has just proved itself, put on record; no other way leads to somebody else's.
 * @param metodo by what it did
 */
export async function verIngresado(
  ctx: Ctx,
  id: number,
  metodo: "contrasena" | "enlace" = "contrasena",
): Promise<Usuario> {
  const cuenta = await verCuenta(ctx, id);
  if (!cuenta) throw ingresa();
  const { email, nombre, apellido, rol } = cuenta.yo;
  await ctx.db.batch(
    anotar(ctx, {
      accion: "ingreso",
      usuarioId: id,
      sobre: { objeto: "usuario", id },
      despues: { metodo },
    }),
  );
  return { id, email, nombre, apellido, rol };
}

/** Whoever asks, for a door that reads nothing else of the database. @throws Fallo sin_sesion when their session is over */
export async function exigirVigente(ctx: Ctx) {
  const usuario = exigirUsuario(ctx);
  return actorVigente(usuario, await sentenciaActor(ctx.db, usuario));
}

async function verCuenta(
  { db }: Ctx,
  id: number,
  si?: SQL,
): Promise<{ yo: Yo; bloqueada: boolean } | null> {
  const [fila] = await db
    .select({
      ...COLUMNAS,
      persona_id: usuarios.personaId,
      idioma: personas.idioma,
      con_contrasena: sql<number>`EXISTS (SELECT 1 FROM cuentas WHERE cuentas.usuario_id = ${usuarios.id})`,
    })
    .from(usuarios)
    .innerJoin(personas, eq(personas.id, usuarios.personaId))
    .where(and(eq(usuarios.id, id), si));
  if (!fila) return null;
  const { bloqueado_en, idioma, con_contrasena, ...yo } = fila;
  return {
    yo: {
      ...yo,
      con_contrasena: con_contrasena === 1,
      idioma: IDIOMAS.find((i) => i === idioma) ?? "es",
    },
    bloqueada: bloqueado_en !== null,
  };
}
