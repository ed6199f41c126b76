import { and, eq } from "drizzle-orm";
import {
  type Accion,
  decidir,
  type Relacion,
  relaciones,
  TRANSICIONES,
  type Usuario,
} from "../../../contract/acciones.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { type Sentencia, schema } from "../../db/client.ts";
import type { DatosEvento } from "../../db/schema/eventos.ts";
import { porQueFallo, registrar, tipoDe } from "../../events/record.ts";
import { type Ctx, exigirUsuario } from "../contexto.ts";
import { Fallo, sinPermiso } from "../fallo.ts";
import { exigirFotosPropias, exigirLugar } from "./fotos.ts";
import {
  actorVigente,
  armarDetalle,
  CANTIDAD_DETALLE,
  type Detalle,
  exigirVisible,
  type FilaReclamo,
  type FilasDetalle,
  type Ref,
  sentenciaActor,
  sentenciaPrevio,
  sentenciasDetalle,
} from "./lectura.ts";
import { repetir, yaHecho } from "./repetir.ts";
import { decidible, vistaReclamo } from "./vista.ts";

const { reclamos } = schema;

/** A reclamo with its right and rules already checked, ready to be changed. */
export type Abierto<E extends readonly Sentencia[] = []> = Detalle & {
  accion: Accion;
  actor: Usuario;
  son: Relacion[];
  /** What the statements handed to `abrir` read. */
  extra: { [K in keyof E]: E[K]["_"]["result"] };
  /** The answer, when this very request was already carried out. */
  repetido: Reclamo | null;
};

/**
 * Reads, in one trip, all that an action needs, and checks the right first and then the transition table.
 * @param extras more reads for the same trip
 * @throws Fallo sin_sesion, no_encontrado, sin_permiso, version_vieja, estado_no_permite, clave_reusada
 */
export async function abrir<const E extends readonly Sentencia[] = []>(
  ctx: Ctx,
  ref: Ref,
  accion: Accion,
  pedido: { version?: number; extras?: E } = {},
): Promise<Abierto<E>> {
  const usuario = exigirUsuario(ctx);
  const extras = pedido.extras ?? [];
  const filas = (await ctx.db.batch([
    sentenciaActor(ctx.db, usuario),
    sentenciaPrevio(ctx.db, usuario.id, ctx.clave),
    ...sentenciasDetalle(ctx.db, ref, usuario.personaId),
    ...extras,
  ])) as unknown[];
  const actor = actorVigente(usuario, filas[0] as Parameters<typeof actorVigente>[1]);
  const [previo] = filas[1] as Awaited<ReturnType<typeof sentenciaPrevio>>;
  const d = exigirVisible(
    actor,
    armarDetalle(filas.slice(2, 2 + CANTIDAD_DETALLE) as FilasDetalle),
    ref,
  );
  const abierto: Abierto<E> = {
    ...d,
    accion,
    actor,
    son: relaciones(actor, { ...d.reclamo, siguiendo: d.siguiendo }),
    extra: filas.slice(2 + CANTIDAD_DETALLE) as Abierto<E>["extra"],
    repetido: null,
  };
  if (previo) return { ...abierto, repetido: repetir(ctx, previo, d, actor) };
  const veredicto = decidir(accion, actor, decidible(d), ctx.ahora);
  if (veredicto === "sin_derecho") throw sinPermiso();
  if (pedido.version !== undefined && pedido.version !== d.reclamo.version) throw versionVieja();
  if (veredicto === "estado_no_permite") throw estadoNoPermite();
  return abierto;
}

const estadoNoPermite = (): Fallo =>
  new Fallo(
    "estado_no_permite",
    "El reclamo ya no está en un estado que lo permita. Mirá cómo quedó.",
  );

const versionVieja = (): Fallo =>
  new Fallo(
    "version_vieja",
    "Alguien lo cambió mientras lo mirabas. Mirá cómo quedó y, si hace falta, hacelo de nuevo.",
  );

export type Cambio = {
  /** Columns to change besides what the transition itself does. */
  set?: Partial<Record<keyof FilaReclamo, unknown>>;
  datos?: DatosEvento;
  texto?: string | undefined;
  interno?: boolean;
  fotos?: { ids: number[] | undefined; momento: "antes" | "despues" };
  /** Replaces the guarded UPDATE of reclamos, for actions that change something beside it. Must touch one row. */
  guarda?: Sentencia;
  /** More statements, after the evento. */
  ademas?: Sentencia[];
};

/**
 * Writes, in one batch, the guarded change and its evento, and reads the reclamo back for the answer.
 * @throws Fallo when somebody else was first: version_vieja, or estado_no_permite for an action that moves no version
 */
export async function cambiar(
  ctx: Ctx,
  a: Abierto<readonly Sentencia[]>,
  cambio: Cambio,
): Promise<Reclamo> {
  if (a.repetido) return a.repetido;
  const { hacia, mueveVersion } = TRANSICIONES[a.accion];
  const r = a.reclamo;
  const estado = hacia ?? r.estado;
  const ciclo = (cambio.set?.ciclo as number | undefined) ?? r.ciclo;
  const version = mueveVersion ? r.version + 1 : null;
  const guarda =
    cambio.guarda ??
    ctx.db
      .update(reclamos)
      .set({
        ...cambio.set,
        estado,
        ...(version === null ? {} : { version }),
        actualizado_en: ctx.ahora,
      } as Partial<FilaReclamo>)
      .where(
        and(eq(reclamos.id, r.id), eq(reclamos.estado, r.estado), eq(reclamos.version, r.version)),
      );
  const fotos = cambio.fotos?.ids?.length
    ? { ids: [...new Set(cambio.fotos.ids)], momento: cambio.fotos.momento }
    : undefined;
  if (fotos) exigirLugar(a.fotos, fotos);
  const evento = registrar(ctx.db, {
    tipo: tipoDe(a.accion),
    reclamo: r.id,
    version,
    estado,
    ciclo,
    usuarioId: a.actor.id,
    interno: cambio.interno ?? false,
    datos: cambio.datos ?? {},
    texto: cambio.texto,
    clave: ctx.clave,
    fotos,
    en: ctx.ahora,
  });
  const despues = sentenciasDetalle(ctx.db, r.id, a.actor.personaId);
  const lote = [guarda, ...evento, ...(cambio.ademas ?? []), ...despues] as [
    Sentencia,
    ...Sentencia[],
  ];
  let filas: unknown[];
  try {
    filas = await ctx.db.batch(lote);
  } catch (error) {
    const porque = porQueFallo(error);
    // The same request, sent twice at once: the other one was carried out, so its answer is this one's.
    const otra = porque && (await yaHecho(ctx, a.actor));
    if (otra) return otra;
    if (porque !== "guardia") throw error;
    await exigirFotosPropias(ctx, a.actor.id, fotos?.ids ?? []);
    throw mueveVersion ? versionVieja() : estadoNoPermite();
  }
  ctx.hechos.push((filas[1] as { id: number }[])[0]?.id as number);
  const d = armarDetalle(filas.slice(-CANTIDAD_DETALLE) as FilasDetalle) as Detalle;
  return vistaReclamo(d, a.actor, ctx.ahora);
}
