import { eq, sql } from "drizzle-orm";
import type { ReporteNuevo } from "../../../contract/esquemas/reportes.ts";
import { aMano, type Sentencia, schema } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import {
  type Sello,
  SIN_CUENTA,
  sentenciaCorreo,
  sentenciasSinCuenta,
  VIDA,
} from "../enlaces/internal.ts";
import { Fallo, falloDeCampo } from "../fallo.ts";
import { sentenciasLugar, ubicar } from "../reclamos/lugar.ts";

const { categorias, reportes } = schema;

/** Reports that wait for one address at a time. */
const ESPERAN_MAX = 3;

export type FotoDeReporte = { clave: string; ancho: number; alto: number; bytes: number };

/**
 * Whether this report can be taken, before its photos are looked at.
 * @param huella digest of what it says
 * @returns true when it is here already, and waits
 * @throws Fallo datos_invalidos, limite
 */
export async function permitirReporte(
  { db, ahora }: Ctx,
  r: ReporteNuevo,
  huella: string,
): Promise<boolean> {
  const [[ciudad], zonas, [categoria], esperan] = await db.batch([
    ...sentenciasLugar(db),
    db.select().from(categorias).where(eq(categorias.id, r.categoria_id)),
    db
      .select({ huella: reportes.huella })
      .from(reportes)
      .where(sql`${reportes.email} = ${r.email} AND ${reportes.vence_en} > ${ahora}`),
  ]);
  if (!categoria?.activa) throw falloDeCampo("categoria_id", "Elegí una categoría de la lista.");
  ubicar(r, ciudad, zonas);
  if (esperan.some((e) => e.huella === huella)) return true;
  if (esperan.length >= ESPERAN_MAX)
    throw new Fallo(
      "limite",
      "Ya hay reclamos de esa dirección que esperan. Confirmalos desde el correo que te mandamos y seguí con este.",
      { reintentarEnSegundos: 3600 },
    );
  return false;
}

const esRepetido = (error: unknown): boolean => {
  for (let e: unknown = error; e instanceof Error; e = e.cause)
    if (/UNIQUE constraint failed: reportes\.huella/.test(e.message)) return true;
  return false;
};

/**
 * Keeps a report until its link is confirmed: nobody sees it, it has no number, and no clock runs.
 * @param direccion digest of the address
 * @returns the mail to queue; null when another one just like it came at the same moment
 */
export async function guardarReporte(
  { db, ahora }: Ctx,
  r: ReporteNuevo,
  huella: string,
  fotos: readonly FotoDeReporte[],
  direccion: string,
  sello: Sello,
): Promise<number | null> {
  const suId = sql`(SELECT id FROM reportes WHERE huella = ${huella})`;
  const { lat = null, lng = null, ...resto } = r;
  const vence = ahora + VIDA.reporte;
  const correo = sentenciaCorreo(db, {
    plantilla: "enlace_reporte",
    persona: sql`${SIN_CUENTA}`,
    para: sql`e.email`,
    enlace: sql`e.id`,
    desde: sql`FROM enlaces e WHERE e.huella = ${sello.huella}`,
    ahora,
  });
  const lote: [Sentencia, ...Sentencia[]] = [
    db.insert(reportes).values({ ...resto, lat, lng, huella, creado_en: ahora, vence_en: vence }),
    ...sentenciasSinCuenta(db, ahora),
    aMano(
      db,
      sql`INSERT INTO reportes_fotos (clave, reporte_id, ancho, alto, bytes)
      SELECT value ->> 'clave', ${suId}, value ->> 'ancho', value ->> 'alto', value ->> 'bytes'
      FROM json_each(${JSON.stringify(fotos)})`,
    ),
    aMano(
      db,
      sql`INSERT INTO enlaces (huella, semilla, que, email, direccion, reporte_id, creado_en, vence_en)
      VALUES (${sello.huella}, ${sello.semilla}, 'reporte', ${r.email}, ${direccion}, ${suId}, ${ahora}, ${vence})`,
    ),
    correo,
  ];
  try {
    const filas = await db.batch(lote);
    return (filas.at(-1) as { id: number }[])[0]?.id ?? null;
  } catch (error) {
    if (esRepetido(error)) return null;
    throw error;
  }
}
