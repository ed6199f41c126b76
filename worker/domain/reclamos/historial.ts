import { asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { type Actor, relaciones } from "../../../contract/acciones.ts";
import type { Entrega, Paso } from "../../../contract/esquemas/reclamos.ts";
import type { TipoEvento } from "../../../contract/eventos.ts";
import type { EstadoCorreo } from "../../../contract/vocabulario.ts";
import { type Db, schema } from "../../db/client.ts";
import { anotarLectura } from "../auditoria/anotar.ts";
import { type Ctx, exigirRol, exigirUsuario } from "../contexto.ts";
import { iso } from "../tiempo.ts";
import {
  actorVigente,
  armarDetalle,
  CANTIDAD_DETALLE,
  type Detalle,
  exigirVisible,
  type FilasDetalle,
  idDe,
  type Ref,
  sentenciaActor,
  sentenciasDetalle,
} from "./lectura.ts";
import { esPersonal } from "./vista.ts";

const { correos, cuadrillas, entregas, eventos, personas, usuarios } = schema;

/** Texts that staff write for staff. */
const TEXTO_RESERVADO: readonly TipoEvento[] = [
  "asignado",
  "devuelto",
  "priorizado",
  "reclasificado",
  "moderado",
];
/** Steps that only staff see. */
const RESERVADOS: readonly TipoEvento[] = ["demorado", "moderado", "sumado", "dejado"];

/** The reads of a timeline, for one batch. */
export const sentenciasHistorial = (db: Db, ref: Ref) =>
  [
    db
      .select({
        evento: eventos,
        texto: sql<string | null>`(SELECT texto FROM textos WHERE evento_id = ${eventos.id})`.as(
          "escrito",
        ),
        rol: sql<string | null>`(SELECT rol FROM usuarios WHERE id = ${eventos.usuario_id})`.as(
          "su_rol",
        ),
        persona_id: sql<
          number | null
        >`(SELECT persona_id FROM usuarios WHERE id = ${eventos.usuario_id})`.as("su_persona"),
        nombre: sql<
          string | null
        >`(SELECT p.nombre || ' ' || p.apellido FROM usuarios u JOIN personas p ON p.id = u.persona_id WHERE u.id = ${eventos.usuario_id})`.as(
          "su_nombre",
        ),
      })
      .from(eventos)
      .where(eq(eventos.reclamo_id, idDe(ref)))
      .orderBy(asc(eventos.id)),
    db.select({ id: cuadrillas.id, nombre: cuadrillas.nombre }).from(cuadrillas),
  ] as const;

type FilaHistorial = Awaited<ReturnType<typeof sentenciasHistorial>[0]>[number];

/** What part the author of a step plays. */
const parteDe = (f: FilaHistorial, creadorId: number): Paso["quien"] => {
  if (f.evento.usuario_id === null) return "sistema";
  if (f.rol === "cuadrilla") return "cuadrilla";
  if (f.rol === "vecino" || f.persona_id === creadorId) return "vecino";
  return "municipalidad";
};

/**
 * The timeline as this reader may see it: names and what staff write among themselves are for its staff, a vecino's free text,
 * which may name people, for who is near it.
 */
export function armarHistorial(
  [filas, nombres]: [FilaHistorial[], { id: number; nombre: string }[]],
  lector: Actor,
  d: Pick<Detalle, "reclamo" | "siguiendo">,
): Paso[] {
  const creadorId = d.reclamo.creador_id;
  const son = relaciones(lector, { ...d.reclamo, siguiendo: d.siguiendo });
  const personal = esPersonal(son);
  const cercano = personal || son.includes("creador") || son.includes("seguidor");
  const cuadrilla = new Map(nombres.map((c) => [c.id, c.nombre]));
  return filas
    .filter((f) => personal || !(f.evento.interno || RESERVADOS.includes(f.evento.tipo)))
    .map((f) => {
      const e = f.evento;
      const quien = parteDe(f, creadorId);
      const mio = lector.tipo === "usuario" && e.usuario_id === lector.id;
      const oculta =
        (!personal && TEXTO_RESERVADO.includes(e.tipo)) || (!cercano && quien === "vecino");
      return {
        id: e.id,
        tipo: e.tipo,
        en: iso(e.en),
        ciclo: e.ciclo,
        version: e.version,
        interno: e.interno,
        quien,
        nombre: personal || mio ? (f.nombre?.trim() ?? null) : null,
        mio,
        estado: e.estado,
        cuadrilla: e.datos.cuadrilla_id ? (cuadrilla.get(e.datos.cuadrilla_id) ?? null) : null,
        motivo: e.datos.motivo ?? null,
        texto: oculta ? null : f.texto,
        fotos: e.datos.fotos ?? [],
      };
    });
}

/** The timeline of a reclamo. @throws Fallo sin_sesion, no_encontrado */
export async function verHistorial(ctx: Ctx, ref: Ref): Promise<{ items: Paso[] }> {
  const usuario = exigirUsuario(ctx);
  const filas = (await ctx.db.batch([
    sentenciaActor(ctx.db, usuario),
    ...sentenciasDetalle(ctx.db, ref, usuario.personaId),
    ...sentenciasHistorial(ctx.db, ref),
  ])) as unknown[];
  const actor = actorVigente(usuario, filas[0] as Parameters<typeof actorVigente>[1]);
  const d = exigirVisible(
    actor,
    armarDetalle(filas.slice(1, 1 + CANTIDAD_DETALLE) as FilasDetalle),
    ref,
  );
  const pasos = filas.slice(1 + CANTIDAD_DETALLE) as Parameters<typeof armarHistorial>[0];
  return { items: armarHistorial(pasos, actor, d) };
}

/** What became of each message about it: who, by which channel, in which state. For supervisors and admins. */
export async function verEntregas(ctx: Ctx, id: number): Promise<{ items: Entrega[] }> {
  const usuario = exigirRol(ctx, "supervisor", "admin");
  const nombre = sql<string>`trim(${personas.nombre} || ' ' || ${personas.apellido})`;
  const lleva = alias(correos, "lleva");
  const delReclamo = sql`(SELECT id FROM eventos WHERE reclamo_id = ${id})`;
  const [cuenta, avisos, mails] = await ctx.db.batch([
    sentenciaActor(ctx.db, usuario),
    ctx.db
      .select({
        evento_id: entregas.evento_id,
        persona_id: sql<number>`${personas.id}`.as("persona"),
        nombre: nombre.as("quien"),
        estado: entregas.estado,
        intentos: entregas.intentos,
        error: entregas.error,
        en: entregas.en,
      })
      .from(entregas)
      .innerJoin(usuarios, eq(usuarios.id, entregas.usuario_id))
      .innerJoin(personas, eq(personas.id, usuarios.personaId))
      .where(sql`${entregas.evento_id} IN ${delReclamo} AND NOT ${entregas.silenciosa}`),
    ctx.db
      .select({
        evento_id: sql<number>`${correos.evento_id}`.as("evento"),
        persona_id: correos.persona_id,
        nombre: nombre.as("quien"),
        // News that went with other news came as far as the mail that carried it.
        estado: sql<EstadoCorreo>`coalesce(${lleva.estado}, ${correos.estado})`.as("su_estado"),
        intentos: sql<number>`coalesce(${lleva.intentos}, ${correos.intentos})`.as("veces"),
        error: sql<string | null>`coalesce(${lleva.error}, ${correos.error})`.as("su_error"),
        en: sql<number>`coalesce(${lleva.enviado_en}, ${correos.enviado_en}, ${correos.creado_en})`.as(
          "cuando",
        ),
      })
      .from(correos)
      .leftJoin(lleva, eq(lleva.id, correos.agrupado_en))
      .innerJoin(personas, eq(personas.id, correos.persona_id))
      .where(eq(correos.reclamo_id, id)),
    ...anotarLectura(
      ctx,
      usuario,
      sql`SELECT id FROM (
          SELECT persona_id AS id FROM correos WHERE reclamo_id = ${id}
          UNION SELECT u.persona_id FROM entregas e JOIN usuarios u ON u.id = e.usuario_id
            WHERE e.evento_id IN ${delReclamo} AND NOT e.silenciosa
        ) WHERE id NOT IN (SELECT persona_id FROM usuarios WHERE rol <> 'vecino')`,
      id,
    ),
  ]);
  actorVigente(usuario, cuenta);
  const items = [
    ...avisos.map((f) => ({ ...f, canal: "aviso" as const, en: iso(f.en) })),
    ...mails.map((f) => ({ ...f, canal: "correo" as const, en: iso(f.en) })),
  ];
  return { items: items.sort((a, b) => a.evento_id - b.evento_id) };
}
