import { and, asc, isNull, type SQL, sql } from "drizzle-orm";
import type { PersonaBuscada, PersonaConocida } from "../../../contract/esquemas/personas.ts";
import { schema } from "../../db/client.ts";
import { TELEFONO_FINAL } from "../../db/schema/personas.ts";
import { anotarLectura } from "../auditoria/anotar.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { actorVigente, sentenciaActor } from "../reclamos/lectura.ts";

const { personas } = schema;

const OFRECIDAS_MAX = 5;
/** Rows looked at for each way of finding somebody. */
const MIRADAS_MAX = 20;
/** The index holds this many digits, and a number is compared by up to so many: an area code may be said or not. */
const CIFRAS_INDICE = 6;
const CIFRAS_COMPARADAS = 8;
/** Above every character that an e-mail may hold. */
const ULTIMO_CARACTER = "\uFFFF";

const cifras = (telefono: string): string => telefono.replace(/\D/g, "");

/** Both end alike, as far as both go: `+54 9 11 5555-0000` and `15 5555 0000` are one line. */
function mismaLinea(a: string, b: string): boolean {
  const largo = Math.min(a.length, b.length, CIFRAS_COMPARADAS);
  return a.slice(-largo) === b.slice(-largo);
}

/**
 * Whom the city already knows by the beginning of an e-mail or by a telephone, at most five. Too few digits find nobody.
 * @throws Fallo sin_sesion, sin_permiso
 */
export async function buscarPersonas(
  ctx: Ctx,
  { email, telefono }: PersonaBuscada,
): Promise<{ items: PersonaConocida[] }> {
  const usuario = exigirRol(ctx, "supervisor", "admin");
  const linea = cifras(telefono ?? "");
  const leer = (condicion: SQL) =>
    ctx.db
      .select({
        id: personas.id,
        nombre: personas.nombre,
        apellido: personas.apellido,
        email: personas.email,
        telefono: personas.telefono,
        con_cuenta:
          sql<number>`EXISTS (SELECT 1 FROM usuarios WHERE usuarios.persona_id = personas.id)`.as(
            "con_cuenta",
          ),
      })
      .from(personas)
      .where(and(condicion, isNull(personas.anonimizada_en)));
  const conEmail =
    email === undefined
      ? sql`0`
      : sql`${personas.email} >= ${email} AND ${personas.email} < ${email + ULTIMO_CARACTER}`;
  const conTelefono =
    linea.length < CIFRAS_INDICE
      ? sql`0`
      : sql`${sql.raw(TELEFONO_FINAL)} = ${linea.slice(-CIFRAS_INDICE)}`;
  const [cuenta, porEmail, porTelefono] = await ctx.db.batch([
    sentenciaActor(ctx.db, usuario),
    leer(conEmail).orderBy(asc(personas.email)).limit(OFRECIDAS_MAX),
    leer(conTelefono).limit(MIRADAS_MAX),
    ...anotarLectura(
      ctx,
      usuario,
      sql`SELECT id FROM (SELECT id FROM ${personas} WHERE ${conEmail} AND anonimizada_en IS NULL ORDER BY email LIMIT ${OFRECIDAS_MAX})
        UNION SELECT id FROM (SELECT id FROM ${personas} WHERE ${conTelefono} AND anonimizada_en IS NULL LIMIT ${OFRECIDAS_MAX})`,
    ),
  ]);
  actorVigente(usuario, cuenta);
  const halladas = [
    ...porEmail,
    ...porTelefono.filter((p) => mismaLinea(cifras(p.telefono ?? ""), linea)),
  ];
  const unicas = new Map(halladas.map((p) => [p.id, p]));
  return {
    items: [...unicas.values()]
      .slice(0, OFRECIDAS_MAX)
      .map((p) => ({ ...p, con_cuenta: p.con_cuenta === 1 })),
  };
}
