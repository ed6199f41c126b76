import { createHash } from "node:crypto";
import type { ReporteNuevo } from "../../contract/esquemas/reportes.ts";
import { LIMITES } from "../../contract/limites.ts";
import type { Ctx, Db } from "../domain/contexto.ts";
import type { Sello } from "../domain/enlaces/internal.ts";
import { falloDeCampo } from "../domain/fallo.ts";
import {
  type DeDonde,
  type FotoDeReporte,
  guardarReporte,
  permitirReporte,
} from "../domain/reportes/guardar.ts";
import { vencerReportes } from "../domain/reportes/vencer.ts";
import { borrarObjetos, claveNueva, guardar } from "./guardar.ts";
import { procesar } from "./procesar.ts";

/** The same words and photos for the same address are one report, however often the button is pressed. */
function huellaDe(r: ReporteNuevo, fotos: readonly Uint8Array[]): string {
  const digesto = createHash("sha256").update(JSON.stringify(r));
  for (const foto of fotos) digesto.update(foto);
  return digesto.digest("hex");
}

async function subir(
  env: Pick<Env, "IMAGES" | "FOTOS">,
  bytes: Uint8Array,
): Promise<FotoDeReporte> {
  const foto = await procesar(env.IMAGES, bytes);
  const clave = claveNueva();
  await guardar(env.FOTOS, clave, foto);
  return { clave, ancho: foto.ancho, alto: foto.alto, bytes: foto.grande.length };
}

/**
 * Takes in a report made with just an e-mail address, photos and all.
 * @param direccion digest of the address
 * @returns the mail to queue; null when it was here already
 * @throws Fallo datos_invalidos, limite, cuerpo_grande, tipo_no_admitido, no_disponible
 */
export async function recibirReporte(
  ctx: Ctx,
  env: Pick<Env, "IMAGES" | "FOTOS">,
  r: ReporteNuevo,
  archivos: readonly File[],
  direccion: string,
  sello: Sello,
  donde: DeDonde,
): Promise<number | null> {
  if (archivos.length > LIMITES.fotosPorMomentoMax)
    throw falloDeCampo("fotos", `Hasta ${LIMITES.fotosPorMomentoMax} fotos.`);
  const crudas = await Promise.all(
    archivos.map(async (a) => new Uint8Array(await a.arrayBuffer())),
  );
  const huella = huellaDe(r, crudas);
  if (await permitirReporte(ctx, r, huella, direccion, donde)) return null;
  const fotos: FotoDeReporte[] = [];
  let correo: number | null = null;
  try {
    for (const bytes of crudas) fotos.push(await subir(env, bytes));
    correo = await guardarReporte(ctx, r, huella, fotos, direccion, sello, donde.red);
    return correo;
  } finally {
    // No row, no objects.
    if (correo === null)
      await borrarObjetos(
        env.FOTOS,
        fotos.map((f) => f.clave),
      ).catch(() => undefined);
  }
}

/** So that one run of the clock stays short. */
const RONDAS_MAX = 10;
const POR_RONDA = 200;

/** For the clock: the reports that nobody confirmed go, first their rows, then the objects. @returns how many */
export async function borrarReportes(
  env: Pick<Env, "FOTOS">,
  db: Db,
  ahora: number,
): Promise<number> {
  let borrados = 0;
  for (let ronda = 0; ronda < RONDAS_MAX; ronda++) {
    const { claves, vencidos } = await vencerReportes(db, ahora, POR_RONDA);
    await borrarObjetos(env.FOTOS, claves);
    borrados += vencidos;
    if (vencidos < POR_RONDA) break;
  }
  return borrados;
}
