// Loads the demonstration municipality into the local database and photo store, once:
//   node scripts/demo/cargar.ts [--persist <dir>] [--reclamos N]
// When a municipality is there already it only says who can sign in.
import { parseArgs } from "node:util";
import { getPlatformProxy } from "wrangler";
import { hashPassword } from "../../worker/auth/password.ts";
import { abrirDb } from "../../worker/db/client.ts";
import { ponerAlDia } from "../../worker/domain/estadisticas/ponerAlDia.ts";
import { escribir } from "./escribir.ts";
import { filaDelMunicipio, filasDeLaCiudad, filasDeReclamos } from "./filas.ts";
import { guardarFotos } from "./fotos/guardar.ts";
import { contarHistoria, RECLAMOS } from "./historia.ts";
import { CONTRASENA, quienesIngresan } from "./personas.ts";

type Almacenes = { DB: D1Database; FOTOS: R2Bucket; IMAGES: ImagesBinding };

/** Reclamos a turn: what is in memory at once, for the big loads of the benchmark. */
const POR_VUELTA = 5_000;

/**
 * Writes the whole municipality, its own row last.
 * @param ahora epoch seconds; the history is told back from it
 */
export async function cargar(
  almacenes: Almacenes,
  { ahora, total }: { ahora: number; total: number },
): Promise<void> {
  await escribirTodo(almacenes, ahora, total);
  // The clock would do it within the minute; the map and the figures are there from the first page.
  const db = abrirDb(almacenes.DB);
  while ((await ponerAlDia(db, ahora)).quedan);
}

async function escribirTodo(almacenes: Almacenes, ahora: number, total: number): Promise<void> {
  const { DB } = almacenes;
  const vidas = contarHistoria({ ahora, total });
  await guardarFotos(
    almacenes,
    vidas.flatMap((v) => v.eventos.flatMap((e) => e.fotos)),
  );
  const ciudad = filasDeLaCiudad(ahora, await hashPassword(CONTRASENA));
  if (total <= POR_VUELTA)
    return escribir(DB, [...ciudad, ...filasDeReclamos(vidas, ahora), filaDelMunicipio(ahora)]);
  await escribir(DB, ciudad);
  for (let i = 0; i < vidas.length; i += POR_VUELTA)
    await escribir(
      DB,
      filasDeReclamos(vidas.slice(i, i + POR_VUELTA), ahora, { conAvisos: false }),
    );
  await escribir(DB, [filaDelMunicipio(ahora)]);
}

async function estadoDe(db: D1Database): Promise<"vacia" | "cargada" | "a medias"> {
  const fila = await db
    .prepare(
      "SELECT (SELECT count(*) FROM municipio) AS ciudad, (SELECT count(*) FROM zonas) AS zonas",
    )
    .first<{ ciudad: number; zonas: number }>();
  if (fila?.ciudad) return "cargada";
  return fila?.zonas ? "a medias" : "vacia";
}

async function principal(): Promise<void> {
  const { values } = parseArgs({
    options: {
      persist: { type: "string", default: ".wrangler/state" },
      reclamos: { type: "string" },
    },
  });
  const total = Number(values.reclamos ?? RECLAMOS);
  if (!Number.isInteger(total) || total < 1)
    throw new Error("--reclamos tiene que ser un número entero");
  const { env, dispose } = await getPlatformProxy<Almacenes>({
    persist: { path: `${values.persist}/v3` },
    remoteBindings: false,
  });
  try {
    const estado = await estadoDe(env.DB);
    if (estado === "a medias")
      throw new Error(
        "La carga anterior quedó a medias: vaciá los datos con «npm run reset» y probá de nuevo.",
      );
    if (estado === "cargada" && values.reclamos !== undefined)
      throw new Error("Ya hay un municipio: vaciá los datos con «npm run reset» y probá de nuevo.");
    if (estado === "vacia") await cargar(env, { ahora: Math.floor(Date.now() / 1000), total });
    console.log(quienesIngresan());
  } finally {
    await dispose();
  }
}

if (import.meta.main) await principal();
