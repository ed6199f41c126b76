import { and, eq, gt, isNull, sql } from "drizzle-orm";
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

const { categorias, enlaces, reportes, usuarios } = schema;

/** Reports that wait for one address at a time, from one network. */
const ESPERAN_MAX = 3;
/**
 * Mails of reports to one address: a stranger's network is done after three, so it takes several at once to use these up, and
 * a browser that its owner was in before has as many again.
 */
const VENTANA = { segundos: 15 * 60, max: 6, conocido: 12 };
const JORNADA = { segundos: 86_400, max: 12, conocido: 24 };

export type DeDonde = {
  /** Seal of the network with the address. */
  red: string;
  /** The browser has signed in to the account of this address, or brought a link of its mailbox. */
  conocido: boolean;
};

export type FotoDeReporte = { clave: string; ancho: number; alto: number; bytes: number };

/**
 * Whether this report can be taken, before its photos are looked at. Anybody may give anybody's address: whoever does fills
 * no mailbox, and shuts nobody out of reporting from elsewhere; the account that has proved the address, signed in, waits for
 * nobody. Links that went out before stay good whatever comes after.
 * @param huella digest of what it says
 * @param direccion digest of the address
 * @returns true when it is here already, and waits
 * @throws Fallo datos_invalidos, limite
 */
export async function permitirReporte(
  { db, ahora, actor }: Ctx,
  r: ReporteNuevo,
  huella: string,
  direccion: string,
  { red, conocido }: DeDonde,
): Promise<boolean> {
  const [[ciudad], zonas, [categoria], esperan, mandados, [suya]] = await db.batch([
    ...sentenciasLugar(db),
    db.select().from(categorias).where(eq(categorias.id, r.categoria_id)),
    db
      .select({ huella: reportes.huella, red: reportes.red })
      .from(reportes)
      .where(sql`${reportes.email} = ${r.email} AND ${reportes.vence_en} > ${ahora}`),
    db
      .select({ en: enlaces.creado_en })
      .from(enlaces)
      .where(
        and(
          eq(enlaces.direccion, direccion),
          eq(enlaces.que, "reporte"),
          gt(enlaces.creado_en, ahora - JORNADA.segundos),
        ),
      ),
    db
      .select({ id: usuarios.id })
      .from(usuarios)
      .where(
        and(
          eq(usuarios.id, actor.tipo === "usuario" ? actor.id : 0),
          eq(usuarios.email, r.email),
          eq(usuarios.emailVerified, true),
          isNull(usuarios.bloqueadoEn),
        ),
      ),
  ]);
  if (!categoria?.activa) throw falloDeCampo("categoria_id", "Elegí una categoría de la lista.");
  ubicar(r, ciudad, zonas);
  if (esperan.some((e) => e.huella === huella)) return true;
  if (suya) return false;
  const deAca = conocido ? 0 : esperan.filter((e) => e.red === red).length;
  const quien = conocido ? "conocido" : "max";
  const recien = mandados.filter(({ en }) => en > ahora - VENTANA.segundos).length;
  if (deAca >= ESPERAN_MAX || recien >= VENTANA[quien] || mandados.length >= JORNADA[quien])
    throw new Fallo(
      "limite",
      "Ya hay reclamos de esa dirección que esperan. Confirmalos desde el correo que te mandamos, o ingresá a tu cuenta, y seguí con este.",
      { reintentarEnSegundos: VENTANA.segundos },
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
  red: string,
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
    db
      .insert(reportes)
      .values({ ...resto, lat, lng, red, huella, creado_en: ahora, vence_en: vence }),
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
