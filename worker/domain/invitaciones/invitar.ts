import { eq, sql } from "drizzle-orm";
import type { Invitacion, InvitacionNueva } from "../../../contract/esquemas/invitaciones.ts";
import { aMano, schema } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { exigirCambio, noCambio, type Sello, VIDA } from "../enlaces/internal.ts";
import { Fallo, falloDeCampo } from "../fallo.ts";
import { vigente } from "../reclamos/lectura.ts";
import { seleccionar, sentenciasEnviar, vista } from "./internal.ts";

const { cuadrillas, invitaciones, usuarios } = schema;

const repetida = (mensaje: string): Fallo =>
  new Fallo("ya_existe", mensaje, { errores: [{ campo: "email", mensaje }] });

const esRepetida = (error: unknown): boolean => {
  for (let e: unknown = error; e instanceof Error; e = e.cause)
    if (/UNIQUE constraint failed: invitaciones\.email/.test(e.message)) return true;
  return false;
};

/** @throws Fallo datos_invalidos */
async function cuadrillaDe({ db }: Ctx, { rol, cuadrilla_id: id }: InvitacionNueva) {
  if (rol !== "cuadrilla") {
    if (id == null) return null;
    throw falloDeCampo("cuadrilla_id", "Solo quien tiene el rol cuadrilla integra una cuadrilla.");
  }
  if (id == null) throw falloDeCampo("cuadrilla_id", "Elegí en qué cuadrilla trabaja.");
  const [fila] = await db
    .select({ activa: cuadrillas.activa })
    .from(cuadrillas)
    .where(eq(cuadrillas.id, id));
  if (!fila?.activa)
    throw falloDeCampo("cuadrilla_id", "Esa cuadrilla no existe o no está activa.");
  return id;
}

/**
 * An admin asks somebody to work for the city: a mail with a link, good for a week and once. An account whose address nobody
 * has proved is no obstacle: it becomes the invited person's, and who opened it keeps nothing of it.
 * @param direccion digest of the address
 * @returns the invitation, and the mail to queue
 * @throws Fallo sin_sesion, sin_permiso, datos_invalidos, ya_existe
 */
export async function invitar(
  ctx: Ctx,
  nueva: InvitacionNueva,
  direccion: string,
  sello: Sello,
): Promise<{ invitacion: Invitacion; correos: number[] }> {
  const { db, ahora } = ctx;
  const admin = exigirRol(ctx, "admin");
  const cuadrillaId = await cuadrillaDe(ctx, nueva);
  const { email, nombre, apellido, rol } = nueva;
  const [cuenta] = await db.select().from(usuarios).where(eq(usuarios.email, email));
  if (cuenta && (cuenta.emailVerified || cuenta.rol !== "vecino"))
    throw repetida("Esa dirección ya tiene cuenta: buscala en la lista y cambiale el rol.");
  try {
    const filas = await db.batch([
      aMano(
        db,
        sql`INSERT INTO personas (nombre, apellido, email, creado_en) SELECT ${nombre}, ${apellido}, ${email}, ${ahora} WHERE ${vigente(admin)}`,
      ),
      exigirCambio(db),
      db
        .insert(invitaciones)
        .values({
          persona_id: sql`last_insert_rowid()`,
          email,
          rol,
          cuadrilla_id: cuadrillaId,
          token_hash: sello.huella,
          vence_en: ahora + VIDA.invitacion,
          creada_por: admin.id,
          creado_en: ahora,
        })
        .returning({ id: invitaciones.id }),
      ...anotar(ctx, {
        accion: "invitacion",
        sobre: {
          objeto: "persona",
          id: sql`(SELECT persona_id FROM invitaciones WHERE token_hash = ${sello.huella})`,
        },
        despues: { rol, cuadrilla_id: cuadrillaId, motivo: "enviada" },
      }),
      ...sentenciasEnviar(db, sello, direccion, ahora),
    ]);
    const [fila] = await seleccionar(db).where(eq(invitaciones.token_hash, sello.huella));
    if (!fila) throw new Error("the invitation's row did not come back");
    const correos = (filas.at(-1) as { id: number }[]).map((f) => f.id);
    return { invitacion: vista(fila, ahora), correos };
  } catch (error) {
    if (noCambio(error)) throw new Fallo("sin_sesion", "Tu sesión terminó. Ingresá de nuevo.");
    if (esRepetida(error))
      throw repetida("Esa dirección ya está invitada: podés mandarle el correo de nuevo.");
    throw error;
  }
}
