import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { EstadoSegundo } from "../../../contract/esquemas/segundo.ts";
import { ROLES_CON_SEGUNDO } from "../../../contract/vocabulario.ts";
import { type Sentencia, schema } from "../../db/client.ts";
import { anotar } from "../../domain/auditoria/anotar.ts";
import { type Ctx, exigirRol, exigirUsuario } from "../../domain/contexto.ts";
import { sentenciaAviso } from "../../domain/enlaces/internal.ts";
import { Fallo, falloDeCampo, noEncontrado } from "../../domain/fallo.ts";
import { vigente } from "../../domain/reclamos/lectura.ts";
import { isoONulo } from "../../domain/tiempo.ts";
import type { Entorno } from "../../env.ts";
import { abrirAuth } from "../auth.ts";
import { cifrar, descifrar } from "../cifrado.ts";
import { exigirDuenio } from "../duenio.ts";
import { claveDe, exigirIntento, olvidarIntentos } from "../intentos.ts";
import { credencial } from "../sesion.ts";
import { comprobarSegundo, type Lugar, USO_SECRETO } from "./comprobar.ts";
import { codigosNuevos, hashDe } from "./recuperacion.ts";
import { buscarPaso, secretoNuevo, uriDe } from "./totp.ts";

const { codigos_recuperacion, segundos_factores, sesiones, usuarios } = schema;

export type Pedido = { entorno: Entorno; ctx: Ctx; headers: Headers };

const lugarDe = ({ entorno, ctx }: Pedido): Lugar => ({
  authSecret: entorno.authSecret,
  db: ctx.db,
  ahora: ctx.ahora,
  aparato: ctx.aparato ?? null,
});

/** Whether it asks for one of this role, in this install. */
export const esObligatorio = (entorno: Entorno, rol: string): boolean =>
  entorno.segundoObligatorio && (ROLES_CON_SEGUNDO as readonly string[]).includes(rol);

/** How it stands with one's own. @throws Fallo sin_sesion */
export async function verSegundo({ entorno, ctx }: Pedido): Promise<EstadoSegundo> {
  const { id, rol } = exigirUsuario(ctx);
  const [[cuenta], [quedan]] = await ctx.db.batch([
    ctx.db.select({ desde: usuarios.segundoFactorEn }).from(usuarios).where(eq(usuarios.id, id)),
    ctx.db
      .select({ n: sql<number>`count(*)` })
      .from(codigos_recuperacion)
      .where(and(eq(codigos_recuperacion.usuario_id, id), isNull(codigos_recuperacion.usado_en))),
  ]);
  return {
    activo_desde: isoONulo(cuenta?.desde ?? null),
    obligatorio: esObligatorio(entorno, rol),
    codigos_restantes: quedan?.n ?? 0,
  };
}

/** What is there already is touched only by who proves to have it. @throws Fallo datos_invalidos, limite */
async function exigirElSuyo(p: Pedido, id: number, codigo: string | undefined): Promise<boolean> {
  const [cuenta] = await p.ctx.db
    .select({ desde: usuarios.segundoFactorEn })
    .from(usuarios)
    .where(eq(usuarios.id, id));
  if (cuenta?.desde == null) return false;
  if (!codigo) throw falloDeCampo("codigo", "Escribí el código de tu app, o uno de recuperación.");
  if (!(await comprobarSegundo(lugarDe(p), id, codigo)))
    throw falloDeCampo("codigo", "Ese código no va. Probá con el que muestra la app ahora.");
  return true;
}

/**
 * Shows a new secret for an app; nothing changes until a code of it was right. A session alone is not enough: whoever got
 * hold of one would lock its owner out.
 * @param codigo of the present one, when there is one
 * @param actual the account's password, when there is none (worker/auth/duenio.ts)
 * @throws Fallo sin_sesion, datos_invalidos, limite
 */
export async function empezarSegundo(
  p: Pedido,
  {
    codigo,
    actual,
    emisor,
  }: { codigo: string | undefined; actual: string | undefined; emisor: string },
): Promise<{ secreto: string; uri: string }> {
  const { id } = exigirUsuario(p.ctx);
  const [cuenta] = await p.ctx.db
    .select({ email: usuarios.email })
    .from(usuarios)
    .where(eq(usuarios.id, id));
  const email = cuenta?.email ?? "";
  if (!(await exigirElSuyo(p, id, codigo))) await exigirDuenio(p.ctx, id, actual);
  const secreto = secretoNuevo();
  const pendiente = await cifrar(p.entorno.authSecret, USO_SECRETO, secreto);
  await p.ctx.db
    .insert(segundos_factores)
    .values({ usuario_id: id, pendiente, creado_en: p.ctx.ahora })
    .onConflictDoUpdate({ target: segundos_factores.usuario_id, set: { pendiente } });
  return { secreto, uri: uriDe(secreto, emisor, email) };
}

const anotarSegundo = (ctx: Ctx, id: number, motivo: string) =>
  anotar(ctx, {
    accion: "segundo_factor",
    sobre: { objeto: "usuario", id },
    despues: { motivo },
  });

const idsDe = (filas: unknown): number[] => (filas as { id: number }[]).map((f) => f.id);

/** New recovery codes in place of all the old. */
async function renovarCodigos(p: Pedido, id: number) {
  const codigos = codigosNuevos();
  const hashes = await Promise.all(codigos.map((c) => hashDe(p.entorno.authSecret, id, c)));
  const { db } = p.ctx;
  const sentencias: Sentencia[] = [
    db.delete(codigos_recuperacion).where(eq(codigos_recuperacion.usuario_id, id)),
    db.insert(codigos_recuperacion).values(hashes.map((hash) => ({ usuario_id: id, hash }))),
  ];
  return { codigos, sentencias };
}

/** `correos`: mails to queue, that tell the account's owner. */
export type Activado = { codigos: string[]; galletas: string[]; correos: number[] };

/**
 * From now on signing in asks for it. Whoever else was signed in as this person, by the password alone, is out; this
 * session goes on, since it has just shown both.
 * @returns the recovery codes, for this once; and the session's cookie, that must say the new truth
 * @throws Fallo sin_sesion, datos_invalidos, limite, estado_no_permite
 */
export async function activarSegundo(p: Pedido, codigo: string): Promise<Activado> {
  const { ctx, entorno } = p;
  const { db, ahora } = ctx;
  const { id } = exigirUsuario(ctx);
  const suyas = credencial(p.headers);
  const auth = abrirAuth(entorno, db);
  // Its cookie may be warm for a minute after its end.
  const abierta =
    suyas && (await auth.api.getSession({ headers: suyas, query: { disableCookieCache: true } }));
  if (!abierta) throw new Fallo("sin_sesion", "Ingresá para seguir.");
  const intento = await claveDe(`segundo factor nuevo de ${id}`);
  await exigirIntento(db, intento, ahora);
  const [suyo] = await db
    .select()
    .from(segundos_factores)
    .where(eq(segundos_factores.usuario_id, id));
  if (!suyo?.pendiente) throw new Fallo("estado_no_permite", "Empezá de nuevo: pedí otro código.");
  const secreto = await descifrar(entorno.authSecret, USO_SECRETO, suyo.pendiente);
  const paso = await buscarPaso(secreto, codigo.replace(/\s/g, ""), ahora);
  if (paso === null)
    throw falloDeCampo("codigo", "Ese código no va. Fijate que la hora del teléfono esté bien.");
  const { codigos, sentencias } = await renovarCodigos(p, id);
  const filas = await db.batch([
    db
      .update(segundos_factores)
      .set({ secreto: suyo.pendiente, pendiente: null, ultimo_paso: paso })
      .where(
        and(eq(segundos_factores.usuario_id, id), eq(segundos_factores.pendiente, suyo.pendiente)),
      ),
    // NOT NULL: when another tab was first, nothing of this batch stands (docs/decisions/0003).
    db
      .update(usuarios)
      .set({
        updatedAt: sql`CASE changes() WHEN 1 THEN ${ahora} END`,
        segundoFactorEn: sql`coalesce(segundo_factor_en, ${ahora})`,
      })
      .where(eq(usuarios.id, id)),
    ...sentencias,
    db
      .delete(sesiones)
      .where(and(eq(sesiones.userId, id), ne(sesiones.token, abierta.session.token))),
    ...anotarSegundo(ctx, id, "activado"),
    sentenciaAviso(ctx, id, "cuenta_segundo_puesto"),
  ]);
  await olvidarIntentos(db, intento);
  const { headers } = await auth.api.getSession({
    headers: suyas,
    query: { disableCookieCache: true },
    returnHeaders: true,
  });
  return {
    codigos,
    galletas: suyas.has("Cookie") ? headers.getSetCookie() : [],
    correos: idsDe(filas.at(-1)),
  };
}

/** New recovery codes; the old ones open nothing any more. @throws Fallo sin_sesion, datos_invalidos, limite, estado_no_permite */
export async function renovarRecuperacion(
  p: Pedido,
  codigo: string,
): Promise<{ codigos: string[]; correos: number[] }> {
  const { id } = exigirUsuario(p.ctx);
  if (!(await exigirElSuyo(p, id, codigo)))
    throw new Fallo("estado_no_permite", "Primero activá la verificación en dos pasos.");
  const { codigos, sentencias } = await renovarCodigos(p, id);
  const [correo] = await p.ctx.db.batch([
    sentenciaAviso(p.ctx, id, "cuenta_codigos_nuevos"),
    ...sentencias,
    ...anotarSegundo(p.ctx, id, "codigos_nuevos"),
  ]);
  return { codigos, correos: idsDe(correo) };
}

const borrar = ({ db, ahora }: Ctx, id: number) =>
  [
    db.delete(segundos_factores).where(eq(segundos_factores.usuario_id, id)),
    db.delete(codigos_recuperacion).where(eq(codigos_recuperacion.usuario_id, id)),
    db
      .update(usuarios)
      .set({ segundoFactorEn: null, updatedAt: new Date(ahora * 1000) })
      .where(eq(usuarios.id, id)),
  ] as const;

/** Goes back to the password alone, where it is allowed. @throws Fallo sin_sesion, sin_permiso, datos_invalidos, limite */
export async function quitarSegundo(
  p: Pedido,
  codigo: string,
): Promise<{ galletas: string[]; correos: number[] }> {
  const { id, rol } = exigirUsuario(p.ctx);
  if (esObligatorio(p.entorno, rol))
    throw new Fallo("sin_permiso", "Tu rol lo pide: podés cambiar de teléfono, pero no quitarlo.");
  if (!(await exigirElSuyo(p, id, codigo))) return { galletas: [], correos: [] };
  const [correo] = await p.ctx.db.batch([
    sentenciaAviso(p.ctx, id, "cuenta_segundo_quitado"),
    ...borrar(p.ctx, id),
    ...anotarSegundo(p.ctx, id, "quitado"),
  ]);
  const correos = idsDe(correo);
  const suyas = credencial(p.headers);
  if (!suyas?.has("Cookie")) return { galletas: [], correos };
  const { headers } = await abrirAuth(p.entorno, p.ctx.db).api.getSession({
    headers: suyas,
    query: { disableCookieCache: true },
    returnHeaders: true,
  });
  return { galletas: headers.getSetCookie(), correos };
}

/**
 * An admin takes away what a person has lost, phone and codes: they sign in with their password, and set it up anew. It
 * signs them out everywhere; who calls it closes their sockets.
 * @returns mails to queue
 * @throws Fallo sin_sesion, sin_permiso, no_encontrado, estado_no_permite
 */
export async function restablecerSegundo(ctx: Ctx, id: number): Promise<number[]> {
  const admin = exigirRol(ctx, "admin");
  if (admin.id === id)
    throw new Fallo("estado_no_permite", "El tuyo se cambia desde tu perfil, con un código.");
  const { db, ahora } = ctx;
  const [cuenta] = await db
    .select({
      desde: usuarios.segundoFactorEn,
      // The session may be older than a blocking, or than its own end.
      puede: sql<number>`${vigente(admin)}`,
    })
    .from(usuarios)
    .where(eq(usuarios.id, id));
  if (!cuenta) throw noEncontrado("Esa persona no existe.");
  if (!cuenta.puede) throw new Fallo("sin_sesion", "Ingresá para seguir.");
  if (cuenta.desde === null)
    throw new Fallo("estado_no_permite", "Esa persona no tiene un segundo factor.");
  const [correo] = await db.batch([
    // The device is the admin's, and none of theirs.
    sentenciaAviso({ db, ahora }, id, "cuenta_segundo_restablecido"),
    ...borrar(ctx, id),
    db.delete(sesiones).where(eq(sesiones.userId, id)),
    ...anotarSegundo(ctx, id, "restablecido"),
  ]);
  return idsDe(correo);
}
