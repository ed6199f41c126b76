import { type SQL, sql } from "drizzle-orm";
import { TIPOS_EVENTO } from "../../../contract/eventos.ts";
import { aMano, leerAMano } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { noEncontrado } from "../fallo.ts";
import { firmar, firmaValida } from "./firma.ts";

/** Kinds of mail that a person may turn off by its link. */
const TIPOS: readonly string[] = [...TIPOS_EVENTO, "resumen"];

export type Baja = { personaId: number; tipos: string[] };

/** What the link of a mail carries: for whom and which kinds, signed. It opens nothing else, and does not age. */
export async function fichaDeBaja(secreto: string, { personaId, tipos }: Baja): Promise<string> {
  const texto = `${personaId.toString(36)}.${[...new Set(tipos)].join("-")}`;
  return `${texto}.${await firmar(secreto, "baja", texto)}`;
}

/** @throws Fallo no_encontrado when it is not one of ours */
export async function leerFichaDeBaja(secreto: string, ficha: string): Promise<Baja> {
  const [persona = "", lista = "", firma = ""] = ficha.split(".");
  const tipos = lista.split("-");
  const mal = () => noEncontrado("Ese enlace no está entero. Abrilo otra vez desde el correo.");
  if (!(await firmaValida(secreto, "baja", `${persona}.${lista}`, firma))) throw mal();
  if (!tipos.every((t) => TIPOS.includes(t))) throw mal();
  return { personaId: Number.parseInt(persona, 36), tipos };
}

/** The language of who the link was sent to. @throws Fallo no_encontrado */
export async function verBaja(
  { db }: Pick<Ctx, "db">,
  secreto: string,
  ficha: string,
): Promise<Baja & { idioma: string }> {
  const baja = await leerFichaDeBaja(secreto, ficha);
  const [persona] = await db.all<{ idioma: string }>(
    sql`SELECT idioma FROM personas WHERE id = ${suya(baja.personaId)}`,
  );
  return { ...baja, idioma: persona?.idioma ?? "es" };
}

/** Who the link is of by now, in SQL: they may since have an account that is the same person's. */
const suya = (personaId: number): SQL =>
  sql`coalesce((SELECT unida_a FROM personas WHERE id = ${personaId}), ${personaId})`;

export type QueBaja = "estos" | "todos" | "volver";

/**
 * Turns kinds of mail off, or on again, for who the link was sent to: their own switches when they have an account, a mark of
 * its own when they have none. As often as one likes. Nobody need be signed in: the link was in their mail.
 * @param que the kinds of the link, every kind, or the link's kinds back on
 * @throws Fallo no_encontrado
 */
export async function cambiarBaja(
  { db, ahora }: Pick<Ctx, "db" | "ahora">,
  secreto: string,
  ficha: string,
  que: QueBaja,
): Promise<Baja & { idioma: string }> {
  const { personaId, tipos } = await leerFichaDeBaja(secreto, ficha);
  const interruptores = JSON.stringify(que === "todos" ? TIPOS : tipos);
  const marcas = JSON.stringify(que === "todos" ? ["todo"] : tipos);
  const [, , [persona]] = await db.batch([
    aMano(
      db,
      sql`INSERT INTO preferencias (usuario_id, tipo, canal, activa)
        SELECT u.id, value, 'correo', ${que === "volver" ? 1 : 0} FROM usuarios u, json_each(${interruptores})
        WHERE u.persona_id = ${suya(personaId)}
        ON CONFLICT (usuario_id, tipo, canal) DO UPDATE SET activa = excluded.activa`,
    ),
    que === "volver"
      ? aMano(
          db,
          sql`DELETE FROM bajas WHERE persona_id = ${suya(personaId)}
            AND (tipo = 'todo' OR tipo IN (SELECT value FROM json_each(${marcas})))`,
        )
      : aMano(
          db,
          sql`INSERT OR IGNORE INTO bajas (persona_id, tipo, en)
            SELECT p.id, value, ${ahora} FROM personas p, json_each(${marcas}) WHERE p.id = ${suya(personaId)}
              AND NOT EXISTS (SELECT 1 FROM usuarios u WHERE u.persona_id = p.id)`,
        ),
    leerAMano<{ idioma: string }>(
      db,
      sql`SELECT idioma FROM personas WHERE id = ${suya(personaId)}`,
    ),
  ]);
  return { personaId, tipos, idioma: persona?.idioma ?? "es" };
}
