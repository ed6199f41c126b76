import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hashPassword } from "../../worker/auth/password.ts";
import { RAIZ } from "../comun/preparar.mjs";
import { escribir } from "../demo/escribir.ts";
import { filaDelMunicipio, filasDeLaCiudad, filasDeReclamos } from "../demo/filas.ts";
import { contarHistoria } from "../demo/historia.ts";
import { CONTRASENA } from "../demo/personas.ts";

const DIA = 86_400;
const PRIMER_OYENTE = 100_000;
const POR_VUELTA = 5_000;

/** The bearer token that each account is given here. */
export const tokenDe = (usuarioId: number): string => `bench-${usuarioId}-0123456789abcdef0123`;

async function migrar(db: D1Database): Promise<void> {
  const carpeta = join(RAIZ, "migrations");
  for (const archivo of readdirSync(carpeta)
    .filter((a) => a.endsWith(".sql"))
    .sort()) {
    const sentencias = readFileSync(join(carpeta, archivo), "utf8")
      .split("--> statement-breakpoint")
      .map((s) => s.replace(/^\s*--.*$/gm, "").trim())
      .filter(Boolean);
    await db.batch(sentencias.map((s) => db.prepare(s)));
  }
}

/**
 * A municipality of so many reclamos, people who only listen, and an open session for every account.
 * @returns the listeners' account ids
 */
export async function armarMundo(
  db: D1Database,
  { reclamos, oyentes }: { reclamos: number; oyentes: number },
): Promise<number[]> {
  const ahora = Math.floor(Date.now() / 1000);
  await migrar(db);
  const vidas = contarHistoria({ ahora, total: reclamos });
  await escribir(db, filasDeLaCiudad(ahora, await hashPassword(CONTRASENA)));
  for (let i = 0; i < vidas.length; i += POR_VUELTA)
    await escribir(
      db,
      filasDeReclamos(vidas.slice(i, i + POR_VUELTA), ahora, { conAvisos: false }),
    );
  const ids = Array.from({ length: oyentes }, (_, i) => PRIMER_OYENTE + i);
  await escribir(db, [
    filaDelMunicipio(ahora),
    {
      tabla: "personas",
      columnas: ["id", "nombre", "creado_en"],
      filas: ids.map((id) => [id, "Oyente", ahora]),
    },
    {
      tabla: "usuarios",
      columnas: [
        "id",
        "persona_id",
        "name",
        "email",
        "email_verificado",
        "rol",
        "creado_en",
        "actualizado_en",
      ],
      filas: ids.map((id) => [
        id,
        id,
        "Oyente",
        `oyente${id}@correo.example`,
        1,
        "vecino",
        ahora,
        ahora,
      ]),
    },
  ]);
  const { results } = await db.prepare("SELECT id FROM usuarios").all<{ id: number }>();
  await escribir(db, [
    {
      tabla: "sesiones",
      columnas: ["usuario_id", "token", "vence_en", "creado_en", "actualizado_en"],
      filas: results.map(({ id }) => [id, tokenDe(id), ahora + DIA, ahora, ahora]),
    },
  ]);
  return ids;
}
