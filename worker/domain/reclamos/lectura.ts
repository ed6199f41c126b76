import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { Usuario } from "../../../contract/acciones.ts";
import { type Db, type Sentencia, schema } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { Fallo, noEncontrado } from "../fallo.ts";

const s = schema;
export type FilaReclamo = typeof s.reclamos.$inferSelect;
export type FilaFoto = typeof s.fotos.$inferSelect & { interna: number };
export type FilaEvento = typeof s.eventos.$inferSelect;

/** How a reclamo is named: by its id, or by its codigo. */
export type Ref = number | string;

/** The SQL for its id. */
export const idDe = (ref: Ref) =>
  typeof ref === "number"
    ? sql<number>`${ref}`
    : sql<number>`(SELECT id FROM reclamos WHERE codigo = ${ref})`;

/**
 * The statements that read a whole reclamo as one actor may see it, for one batch. Separate ones, because columns of the
 * same name collapse in a joined select inside a batch.
 */
export function sentenciasDetalle(db: Db, ref: Ref, personaId: number) {
  const id = idDe(ref);
  const de = (columna: string) => sql`(SELECT ${sql.raw(columna)} FROM reclamos WHERE id = ${id})`;
  return [
    db.select().from(s.reclamos).where(eq(s.reclamos.id, id)),
    db
      .select()
      .from(s.categorias)
      .where(eq(s.categorias.id, de("categoria_id"))),
    db
      .select({ id: s.zonas.id, nombre: s.zonas.nombre })
      .from(s.zonas)
      .where(eq(s.zonas.id, de("zona_id"))),
    db
      .select({ id: s.cuadrillas.id, nombre: s.cuadrillas.nombre })
      .from(s.cuadrillas)
      .where(eq(s.cuadrillas.id, de("cuadrilla_id"))),
    db
      .select()
      .from(s.personas)
      .where(eq(s.personas.id, de("creador_id"))),
    db
      .select({ desde: s.seguidores.desde })
      .from(s.seguidores)
      .where(and(eq(s.seguidores.reclamo_id, id), eq(s.seguidores.persona_id, personaId))),
    db
      .select()
      .from(s.calificaciones)
      .where(and(eq(s.calificaciones.reclamo_id, id), eq(s.calificaciones.ciclo, de("ciclo")))),
    db
      .select({
        ...getTableColumns(s.fotos),
        // Came with an internal comment: for staff.
        interna:
          sql<number>`coalesce((SELECT interno FROM eventos WHERE id = ${s.fotos.evento_id}), 0)`.as(
            "interna",
          ),
      })
      .from(s.fotos)
      .where(eq(s.fotos.reclamo_id, id)),
  ] as const satisfies Sentencia[];
}
export const CANTIDAD_DETALLE = 8;

type Filas<T> = T extends readonly [infer A, ...infer R]
  ? [A extends Sentencia ? A["_"]["result"] : never, ...Filas<R>]
  : [];
export type FilasDetalle = Filas<ReturnType<typeof sentenciasDetalle>>;

/** A reclamo with what surrounds it. */
export type Detalle = {
  reclamo: FilaReclamo;
  categoria: typeof s.categorias.$inferSelect;
  zona: { id: number; nombre: string } | null;
  cuadrilla: { id: number; nombre: string } | null;
  creador: typeof s.personas.$inferSelect;
  siguiendo: boolean;
  calificacion: typeof s.calificaciones.$inferSelect | null;
  fotos: FilaFoto[];
};

export function armarDetalle(filas: FilasDetalle): Detalle | null {
  const [[reclamo], [categoria], [zona], [cuadrilla], [creador], [sigue], [calificacion], fotos] =
    filas;
  if (!reclamo || !categoria || !creador) return null;
  return {
    reclamo,
    categoria,
    zona: zona ?? null,
    cuadrilla: cuadrilla ?? null,
    creador,
    siguiendo: sigue !== undefined,
    calificacion: calificacion ?? null,
    fotos,
  };
}

/** The account as it is now: a warm session may be up to 60 s older than a blocking, a change of role or its own end. */
export const sentenciaActor = (db: Db, usuario: Usuario) =>
  db
    .select({
      rol: s.usuarios.rol,
      personaId: s.usuarios.personaId,
      cuadrillaId: s.usuarios.cuadrillaId,
      bloqueadoEn: s.usuarios.bloqueadoEn,
    })
    .from(s.usuarios)
    .where(and(eq(s.usuarios.id, usuario.id), sesionAbierta(usuario)));

/** SQL: the account may still do what its session says. For what is written beside `sentenciaActor`. */
export const vigente = (usuario: Usuario) =>
  sql`(EXISTS (SELECT 1 FROM usuarios AS quien WHERE quien.id = ${usuario.id} AND quien.rol = ${usuario.rol}
    AND quien.bloqueado_en IS NULL) AND ${sesionAbierta(usuario) ?? sql`1`})`;

/** The session that the actor came with has not been ended. An actor without one is ours. */
export const sesionAbierta = ({ sesionId }: Usuario) =>
  sesionId === undefined
    ? undefined
    : sql`EXISTS (SELECT 1 FROM sesiones WHERE sesiones.id = ${sesionId})`;

/** @throws Fallo sin_sesion when account or session is gone, or blocked, or no longer has the role it signed in with */
export function actorVigente(
  usuario: Usuario,
  [fila]: {
    rol: Usuario["rol"];
    personaId: number;
    cuadrillaId: number | null;
    bloqueadoEn: number | null;
  }[],
): Usuario {
  if (!fila || fila.bloqueadoEn !== null || fila.rol !== usuario.rol)
    throw new Fallo("sin_sesion", "Tu sesión terminó. Ingresá de nuevo.");
  return { ...usuario, personaId: fila.personaId, cuadrillaId: fila.cuadrillaId };
}

/** One read, for who may still do what their session says. In one trip. @throws Fallo sin_sesion */
export async function leerVigente<S extends Sentencia>(
  { db }: Pick<Ctx, "db">,
  usuario: Usuario,
  lectura: S,
): Promise<S["_"]["result"]> {
  const [cuenta, filas] = await db.batch([sentenciaActor(db, usuario), lectura]);
  actorVigente(usuario, cuenta);
  return filas as S["_"]["result"];
}

/** The evento that this actor's Idempotency-Key already wrote. */
export const sentenciaPrevio = (db: Db, usuarioId: number, clave: Ctx["clave"]) =>
  db
    .select()
    .from(s.eventos)
    .where(and(eq(s.eventos.usuario_id, usuarioId), eq(s.eventos.clave, clave?.valor ?? "")))
    .limit(clave ? 1 : 0);

/** @throws Fallo clave_reusada when the key came with another request */
export function exigirMismaHuella(previo: FilaEvento, clave: Ctx["clave"]): void {
  if (previo.huella !== clave?.huella)
    throw new Fallo(
      "clave_reusada",
      "Esa Idempotency-Key ya se usó para otro pedido. Mandá una nueva.",
    );
}

/**
 * Whether this actor may know of the reclamo: staff of the city, its cuadrilla, its creator, its followers; by its codigo
 * anyone, unless it is private or hidden.
 */
export function puedeVer(actor: Ctx["actor"], d: Detalle, ref: Ref): boolean {
  if (typeof ref === "string" && !d.categoria.privada && !d.reclamo.oculto) return true;
  if (actor.tipo !== "usuario") return actor.tipo === "sistema";
  return (
    actor.rol === "supervisor" ||
    actor.rol === "admin" ||
    actor.personaId === d.reclamo.creador_id ||
    d.siguiendo ||
    (actor.rol === "cuadrilla" &&
      actor.cuadrillaId !== null &&
      actor.cuadrillaId === d.reclamo.cuadrilla_id)
  );
}

/** A reclamo that must be there and be the actor's to know of. @throws Fallo no_encontrado */
export function exigirVisible(actor: Ctx["actor"], d: Detalle | null, ref: Ref): Detalle {
  if (!d || !puedeVer(actor, d, ref)) throw noEncontrado("Ese reclamo no existe, o no es tuyo.");
  return d;
}
