import { and, desc, eq, sql } from "drizzle-orm";
import type { Invitacion } from "../../../contract/esquemas/invitaciones.ts";
import { schema } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { exigirCambio, noCambio, type Sello, VIDA } from "../enlaces/internal.ts";
import { Fallo } from "../fallo.ts";
import { actorVigente, sentenciaActor, vigente } from "../reclamos/lectura.ts";
import {
  ABIERTA,
  abierta,
  SUPERADA,
  seleccionar,
  sentenciaAnular,
  sentenciasEnviar,
  vista,
} from "./internal.ts";

const { invitaciones, usuarios } = schema;

/** All that nobody has accepted yet, newest first. @throws Fallo sin_sesion, sin_permiso */
export async function listarInvitaciones(ctx: Ctx): Promise<{ items: Invitacion[] }> {
  const admin = exigirRol(ctx, "admin");
  const [cuenta, filas] = await ctx.db.batch([
    sentenciaActor(ctx.db, admin),
    seleccionar(ctx.db).where(ABIERTA).orderBy(desc(invitaciones.id)),
  ]);
  actorVigente(admin, cuenta);
  return { items: filas.map((f) => vista(f, ctx.ahora)) };
}

const anotarla = (ctx: Ctx, id: number, motivo: string) =>
  anotar(ctx, {
    accion: "invitacion",
    sobre: { objeto: "persona", id: sql`(SELECT persona_id FROM invitaciones WHERE id = ${id})` },
    despues: { motivo },
  });

const cambioRecien = (error: unknown): never => {
  throw noCambio(error)
    ? new Fallo("estado_no_permite", "Esa invitación cambió recién. Mirala de nuevo.")
    : error;
};

/**
 * Sends it again, with another link and another week; the link before opens nothing any more.
 * @param direccionDe digest of its address
 * @throws Fallo sin_sesion, sin_permiso, no_encontrado, estado_no_permite
 */
export async function reenviarInvitacion(
  ctx: Ctx,
  id: number,
  sello: Sello,
  direccionDe: (email: string) => Promise<string>,
): Promise<{ invitacion: Invitacion; correos: number[] }> {
  const { db, ahora } = ctx;
  const admin = exigirRol(ctx, "admin");
  const antes = await abierta(db, id);
  const [deAntes] = await db
    .select({ rol: usuarios.rol })
    .from(usuarios)
    .where(eq(usuarios.email, antes.email));
  if (deAntes && deAntes.rol !== "vecino")
    throw new Fallo(
      "estado_no_permite",
      "Esa persona ya trabaja para la municipalidad: retirá la invitación, y cambiale el rol en la lista.",
    );
  const direccion = await direccionDe(antes.email);
  const vence = ahora + VIDA.invitacion;
  const filas = await db
    .batch([
      sentenciaAnular(db, id, ahora),
      db
        .update(invitaciones)
        .set({
          token_hash: sello.huella,
          envio: sql`envio + 1`,
          vence_en: vence,
          // Who sends it answers for it: the one before may be an admin no more.
          creada_por: admin.id,
        })
        .where(and(eq(invitaciones.id, id), ABIERTA, sql`NOT ${SUPERADA}`, vigente(admin))),
      exigirCambio(db),
      ...anotarla(ctx, id, "reenviada"),
      ...sentenciasEnviar(db, sello, direccion, ahora),
    ])
    .catch(cambioRecien);
  const correos = (filas.at(-1) as unknown as { id: number }[]).map((f) => f.id);
  const { envio } = antes;
  return { invitacion: vista({ ...antes, envio: envio + 1, vence_en: vence }, ahora), correos };
}

/** Takes it back: its link opens nothing. @throws Fallo sin_sesion, sin_permiso, no_encontrado, estado_no_permite */
export async function retirarInvitacion(ctx: Ctx, id: number): Promise<void> {
  const { db, ahora } = ctx;
  const admin = exigirRol(ctx, "admin");
  await abierta(db, id);
  await db
    .batch([
      sentenciaAnular(db, id, ahora),
      db
        .update(invitaciones)
        .set({ retirada_en: ahora })
        .where(and(eq(invitaciones.id, id), ABIERTA, vigente(admin))),
      exigirCambio(db),
      ...anotarla(ctx, id, "retirada"),
    ])
    .catch(cambioRecien);
}
