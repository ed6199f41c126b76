import { env } from "cloudflare:workers";
import { desc, eq } from "drizzle-orm";
import { schema } from "../db/client.ts";
import { entornoDe } from "../env.ts";
import { casaDe } from "../mail/enlace.ts";
import { renderizarCorreo } from "../mail/render.ts";
import { AHORA, type Ciudad, crearReclamoDe, crearUsuario, ctxDe, db } from "./fabrica.ts";

/** What came to this mailbox, the newest first. */
export const llegadosA = (email: string) =>
  db
    .select()
    .from(schema.correos)
    .where(eq(schema.correos.para, email))
    .orderBy(desc(schema.correos.id));

/** A new vecino's new reclamo, and the row of the mail that says so. */
export async function crearCorreo(
  ciudad: Ciudad,
  mas: Partial<typeof schema.correos.$inferInsert> = {},
) {
  const vecino = await crearUsuario("vecino");
  const ctx = ctxDe(vecino);
  const reclamo = await crearReclamoDe(vecino, ciudad, {}, ctx);
  const evento = ctx.hechos[0] as number;
  const [fila] = await db
    .insert(schema.correos)
    .values({
      evento_id: evento,
      persona_id: vecino.personaId,
      reclamo_id: reclamo.id,
      plantilla: "creado",
      para: vecino.email,
      estado: "pendiente",
      creado_en: AHORA,
      ...mas,
    })
    .returning();
  return { id: fila?.id as number, vecino, reclamo, evento };
}

/** The token of the newest mail with a link that came there, as its owner reads it. */
export async function tokenDelCorreo(email: string, plantilla?: string): Promise<string> {
  for (const correo of await llegadosA(email)) {
    if (correo.enlace_id === null || (plantilla && correo.plantilla !== plantilla)) continue;
    const dice = await renderizarCorreo(db, casaDe(entornoDe(env)), correo.id);
    const [, token] = /\/enlace#([0-9A-Z]+)/.exec(dice?.texto ?? "") ?? [];
    if (token) return token;
  }
  throw new Error(`no mail with a link came to ${email}`);
}
