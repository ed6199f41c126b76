import { eq, sql } from "drizzle-orm";
import type { EnlaceVisto } from "../../../contract/esquemas/enlaces.ts";
import type { Rol } from "../../../contract/vocabulario.ts";
import { aMano, type Sentencia, schema } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import type { Ctx } from "../contexto.ts";
import { enlaceMuerto, exigirCambio } from "../enlaces/internal.ts";
import { gastando, type Usado } from "../enlaces/usar.ts";
import type { Leido } from "../enlaces/ver.ts";
import { Fallo } from "../fallo.ts";
import {
  sentenciaCerrarSesiones,
  sentenciasContrasena,
  sentenciasDesalojar,
  sentenciasProbada,
} from "../usuarios/probar.ts";
import { ABIERTA, SUPERADA } from "./internal.ts";

const { cuadrillas, invitaciones, personas, usuarios } = schema;

/** SQL: whoever invited was blocked since, or is an admin no more, and so no longer speaks for the city. */
const SIN_AUTOR = sql<number>`NOT EXISTS (SELECT 1 FROM usuarios AS autor
  WHERE autor.id = invitaciones.creada_por AND autor.rol = 'admin' AND autor.bloqueado_en IS NULL)`;

const superada = () =>
  new Fallo(
    "invitacion_superada",
    "Tu cuenta tiene un rol que la municipalidad le dio después de esta invitación. Ingresá como siempre.",
  );

/**
 * The invitation behind a link. What an admin decided later wins over it, whichever role is the higher: nobody on the staff
 * is invited (`invitar`), so a role that is there came afterwards; and a change of role, cuadrilla or blocking takes back the
 * invitations of that address (`cambiarUsuario`), so that who was made a vecino again stays one.
 * @throws Fallo enlace_vencido, invitacion_superada
 */
async function leer({ db }: Ctx, huella: string) {
  const [fila] = await db
    .select({
      id: invitaciones.id,
      personaId: invitaciones.persona_id,
      rol: invitaciones.rol,
      cuadrillaId: invitaciones.cuadrilla_id,
      // D1 gives rows by column name: two of one name would be one.
      cuadrilla: sql<string | null>`${cuadrillas.nombre}`.as("cuadrilla"),
      nombre: personas.nombre,
      apellido: personas.apellido,
      aceptada: invitaciones.aceptada_en,
      retirada: invitaciones.retirada_en,
      sinAutor: SIN_AUTOR.as("sin_autor"),
      superada: SUPERADA.as("superada"),
    })
    .from(invitaciones)
    .innerJoin(personas, eq(personas.id, invitaciones.persona_id))
    .leftJoin(cuadrillas, eq(cuadrillas.id, invitaciones.cuadrilla_id))
    .where(eq(invitaciones.token_hash, huella));
  if (!fila) throw enlaceMuerto("reenviada");
  if (fila.aceptada !== null) throw enlaceMuerto("usado");
  if (fila.superada) throw superada();
  if (fila.retirada !== null) throw enlaceMuerto("retirada");
  if (fila.sinAutor) throw enlaceMuerto("sinAutor");
  return fila;
}

/** @throws Fallo enlace_vencido, invitacion_superada */
export async function exigirInvitacion(ctx: Ctx, huella: string): Promise<void> {
  await leer(ctx, huella);
}

/** What the page says of it. @throws Fallo enlace_vencido, invitacion_superada */
export async function verInvitacion(
  ctx: Ctx,
  huella: string,
): Promise<NonNullable<EnlaceVisto["invitacion"]>> {
  const { rol, cuadrilla, nombre, apellido } = await leer(ctx, huella);
  return { rol, cuadrilla, nombre, apellido };
}

/** Of an account by the invited address: it gets the role, and whoever opened it without owning the address is out. */
function convertir(
  { db, ahora }: Ctx,
  cuenta: typeof usuarios.$inferSelect,
  a: { rol: Rol; cuadrillaId: number | null; nombre: string; apellido: string },
): Sentencia[] {
  return [
    ...(cuenta.emailVerified
      ? [sentenciaCerrarSesiones(db, cuenta.id)]
      : sentenciasDesalojar(db, cuenta.id, ahora)),
    aMano(
      db,
      sql`UPDATE usuarios SET rol = ${a.rol}, cuadrilla_id = ${a.cuadrillaId}, name = ${`${a.nombre} ${a.apellido}`.trim()} WHERE id = ${cuenta.id}`,
    ),
    aMano(
      db,
      sql`UPDATE personas SET nombre = ${a.nombre}, apellido = ${a.apellido} WHERE id = ${cuenta.personaId}`,
    ),
  ];
}

/**
 * The invited person says how they are called and chooses a password: they have an account with the role, and are in.
 * @param hash the password's
 * @throws Fallo enlace_vencido, invitacion_superada
 */
export async function usarInvitacion(
  ctx: Ctx,
  leido: Leido,
  { nombre, apellido, hash }: { nombre: string; apellido: string; hash: string },
): Promise<Usado> {
  const { db, ahora } = ctx;
  const { enlace, cuenta } = leido;
  const { id, personaId, rol, cuadrillaId } = await leer(ctx, enlace.huella);
  const suya = sql`(SELECT id FROM usuarios WHERE email = ${enlace.email})`;
  await gastando(ctx, leido, [
    aMano(
      db,
      sql`UPDATE invitaciones SET aceptada_en = ${ahora} WHERE id = ${id} AND ${ABIERTA} AND NOT ${SUPERADA} AND NOT ${SIN_AUTOR}`,
    ),
    exigirCambio(db),
    ...(cuenta
      ? convertir(ctx, cuenta, { rol, cuadrillaId, nombre, apellido })
      : [
          aMano(
            db,
            sql`UPDATE personas SET nombre = ${nombre}, apellido = ${apellido} WHERE id = ${personaId}`,
          ),
          aMano(
            db,
            sql`INSERT INTO usuarios (persona_id, name, email, email_verificado, rol, cuadrilla_id, creado_en, actualizado_en)
            VALUES (${personaId}, ${`${nombre} ${apellido}`.trim()}, ${enlace.email}, 1, ${rol}, ${cuadrillaId}, ${ahora}, ${ahora})`,
          ),
        ]),
    ...sentenciasContrasena(db, suya, hash, ahora),
    ...sentenciasProbada(db, enlace.email, ahora),
    ...anotar(ctx, {
      accion: cuenta ? "rol" : "cuenta_creada",
      usuarioId: suya,
      sobre: { objeto: "usuario", id: suya },
      antes: cuenta && { rol: cuenta.rol, cuadrilla_id: cuenta.cuadrillaId },
      despues: { rol, cuadrilla_id: cuadrillaId, motivo: "invitacion" },
    }),
  ]);
  const [hecha] = await db
    .select({ id: usuarios.id, segundo: usuarios.segundoFactorEn })
    .from(usuarios)
    .where(eq(usuarios.email, enlace.email));
  return {
    que: "invitacion",
    // Who has a second factor shows it at the door.
    abrir: hecha?.segundo == null ? (hecha?.id ?? null) : null,
    cerrar: cuenta ? [cuenta.id] : [],
    correos: [],
  };
}
