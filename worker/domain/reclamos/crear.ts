import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import type { Usuario } from "../../../contract/acciones.ts";
import type { reclamoNuevo } from "../../../contract/esquemas/pedidos.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { LIMITES } from "../../../contract/limites.ts";
import { aMano, type Db, type Sentencia, schema } from "../../db/client.ts";
import { porQueFallo, registrar } from "../../events/record.ts";
import { codigoNuevo } from "../codigo.ts";
import { type Ctx, exigirUsuario } from "../contexto.ts";
import { Fallo, falloDeCampo, sinPermiso } from "../fallo.ts";
import { inicioDelDia } from "../tiempo.ts";
import { indexar } from "./busqueda.ts";
import { exigirFotosPropias } from "./fotos.ts";
import {
  actorVigente,
  armarDetalle,
  CANTIDAD_DETALLE,
  type Detalle,
  type FilasDetalle,
  sentenciaActor,
  sentenciaPrevio,
  sentenciasDetalle,
} from "./lectura.ts";
import { sentenciasLugar, ubicar } from "./lugar.ts";
import { sentenciaPlazo, venceEn } from "./plazo.ts";
import { releer, yaHecho } from "./repetir.ts";
import { vistaReclamo } from "./vista.ts";

const { categorias, personas, reclamos, usuarios } = schema;

export type Pedido = z.infer<typeof reclamoNuevo>;

const esGestion = (actor: Usuario): boolean => actor.rol === "supervisor" || actor.rol === "admin";

/** Whose it is, on somebody's behalf: the persona chosen, or the owner of an account whose address was proved. */
const sentenciaConocido = (db: Db, { persona, persona_id }: Pedido) =>
  persona_id === undefined
    ? db
        .select({ id: usuarios.personaId })
        .from(usuarios)
        .where(and(eq(usuarios.email, persona?.email ?? ""), eq(usuarios.emailVerified, true)))
    : db
        .select({ id: personas.id })
        .from(personas)
        .where(and(eq(personas.id, persona_id), isNull(personas.anonimizada_en)));

/**
 * Opens a reclamo for the actor, or, by a supervisor or admin, on a persona's behalf.
 * @throws Fallo sin_sesion, sin_permiso, datos_invalidos, limite_diario, clave_reusada
 */
export async function crearReclamo(ctx: Ctx, pedido: Pedido): Promise<Reclamo> {
  const usuario = exigirUsuario(ctx);
  if (usuario.rol === "cuadrilla") throw sinPermiso();
  const { db } = ctx;
  const [cuenta, [previo], [ciudad], zonas, [categoria], [plazo], conocidos] = await db.batch([
    sentenciaActor(db, usuario),
    sentenciaPrevio(db, usuario.id, ctx.clave),
    ...sentenciasLugar(db),
    db.select().from(categorias).where(eq(categorias.id, pedido.categoria_id)),
    sentenciaPlazo(db, pedido.categoria_id),
    sentenciaConocido(db, pedido),
  ]);
  const actor = actorVigente(usuario, cuenta);
  if (previo) return releer(ctx, previo, actor);
  const deGestion = esGestion(actor);
  const deOtro = pedido.persona !== undefined || pedido.persona_id !== undefined;
  if (!deGestion && (deOtro || pedido.canal || pedido.prioridad)) throw sinPermiso();
  if (!categoria?.activa) throw falloDeCampo("categoria_id", "Elegí una categoría de la lista.");
  const lugar = ubicar(pedido, ciudad, zonas);
  const fotos = [...new Set(pedido.fotos ?? [])];
  const tope = deGestion ? null : (ciudad?.reclamos_por_dia ?? LIMITES.reclamosPorDia);
  const prioridad = pedido.prioridad ?? "normal";
  const codigo = codigoNuevo();
  const suId = sql<number>`(SELECT id FROM reclamos WHERE codigo = ${codigo})`;
  const persona = pedido.persona;
  const creador = deOtro ? (conocidos[0]?.id ?? null) : actor.personaId;
  if (pedido.persona_id !== undefined && creador === null)
    throw falloDeCampo("persona_id", "No encontramos a esa persona. Buscala de nuevo.");

  const antes: Sentencia[] = [];
  if (persona && creador === null)
    antes.push(
      db.insert(personas).values({
        nombre: persona.nombre,
        apellido: persona.apellido ?? "",
        email: persona.email ?? null,
        telefono: persona.telefono ?? null,
        creado_en: ctx.ahora,
      }),
    );
  const valores = {
    codigo,
    titulo: pedido.titulo,
    descripcion: pedido.descripcion,
    direccion: pedido.direccion,
    categoria_id: categoria.id,
    prioridad,
    ...lugar,
    canal: pedido.canal ?? (deOtro ? "mostrador" : "web"),
    estado: "nuevo",
    vence_en: venceEn(ctx.ahora, prioridad, plazo),
    ciclo_desde: ctx.ahora,
    creado_en: ctx.ahora,
    actualizado_en: ctx.ahora,
  } as const;
  const dueno = creador === null ? sql`last_insert_rowid()` : sql`${creador}`;
  const cabe = tope === null ? sql`1` : cabeHoy(actor.personaId, inicioDelDia(ctx.ahora), tope);
  const lote: Sentencia[] = [
    ...antes,
    insertarReclamo(db, valores, dueno, cabe),
    ...registrar(db, {
      tipo: "creado",
      reclamo: suId,
      version: 1,
      estado: "nuevo",
      ciclo: 1,
      usuarioId: actor.id,
      datos: {},
      clave: ctx.clave,
      fotos: { ids: fotos, momento: "antes" },
      en: ctx.ahora,
    }),
    indexar(db, suId, pedido),
    ...sentenciasDetalle(db, codigo, actor.personaId),
  ];

  let filas: unknown[];
  try {
    filas = await db.batch(lote as [Sentencia, ...Sentencia[]]);
  } catch (error) {
    const porque = porQueFallo(error);
    const otro = porque && (await yaHecho(ctx, actor));
    if (otro) return otro;
    if (porque !== "guardia") throw error;
    await exigirFotosPropias(ctx, actor.id, fotos);
    throw limiteDelDia(ctx, tope);
  }
  ctx.hechos.push((filas[antes.length + 1] as { id: number }[])[0]?.id as number);
  const d = armarDetalle(filas.slice(-CANTIDAD_DETALLE) as FilasDetalle) as Detalle;
  return vistaReclamo(d, actor, ctx.ahora);
}

type Columnas = Omit<typeof reclamos.$inferInsert, "creador_id">;

/** A reclamo's row, if `cabe`. */
export function insertarReclamo(db: Db, valores: Columnas, dueno: SQL, cabe: SQL): Sentencia {
  const columnas = Object.keys(valores) as (keyof Columnas)[];
  return aMano(
    db,
    sql`
    INSERT INTO reclamos (creador_id, ${sql.raw(columnas.join(", "))})
    SELECT ${dueno}, ${sql.join(
      columnas.map((c) => sql`${valores[c]}`),
      sql`, `,
    )} WHERE ${cabe}`,
  );
}

export const limiteDelDia = ({ ahora }: Ctx, tope: number | null): Fallo =>
  new Fallo(
    "limite_diario",
    `Llegaste a los ${tope} reclamos de hoy. Mañana podés mandar más; si es una emergencia, llamá al 147.`,
    { reintentarEnSegundos: inicioDelDia(ahora) + 86_400 - ahora },
  );

/** Whether this persona has reported fewer than `tope` today. */
export const cabeHoy = (personaId: number | SQL, desde: number, tope: number) =>
  sql`(SELECT count(*) FROM ${reclamos} WHERE creador_id = ${personaId} AND creado_en >= ${desde}) < ${tope}`;
