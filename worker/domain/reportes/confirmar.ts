import { eq, sql } from "drizzle-orm";
import { LIMITES } from "../../../contract/limites.ts";
import { aMano, leerAMano, type Sentencia, schema } from "../../db/client.ts";
import { porQueFallo, registrar } from "../../events/record.ts";
import { codigoNuevo } from "../codigo.ts";
import type { Ctx } from "../contexto.ts";
import { enlaceMuerto, SIN_CUENTA } from "../enlaces/internal.ts";
import { gastando, type Usado } from "../enlaces/usar.ts";
import type { Leido } from "../enlaces/ver.ts";
import { indexar } from "../reclamos/busqueda.ts";
import { cabeHoy, insertarReclamo, limiteDelDia } from "../reclamos/crear.ts";
import { sentenciasLugar, ubicar } from "../reclamos/lugar.ts";
import { sentenciaPlazo, venceEn } from "../reclamos/plazo.ts";
import { inicioDelDia } from "../tiempo.ts";
import {
  sentenciaAbrirCuenta,
  sentenciasDesalojar,
  sentenciasProbada,
  sueltas,
} from "../usuarios/probar.ts";

const { usuarios } = schema;

export type Confirmado = Usado & { reclamo: { numero: number; codigo: string } };

/**
 * A report whose address was proved becomes a reclamo of its persona's: number, plazo and evento begin here.
 * @param quiereCuenta opens an account as well, where the address has none
 * @throws Fallo enlace_vencido; limite_diario, which leaves the link as it was
 */
export async function confirmarReporte(
  ctx: Ctx,
  leido: Leido,
  quiereCuenta: boolean,
): Promise<Confirmado> {
  const { db, ahora } = ctx;
  const { enlace, cuenta, reporte } = leido;
  if (!reporte) throw enlaceMuerto();
  const { email } = enlace;
  const [[ciudad], zonas, [plazo]] = await db.batch([
    ...sentenciasLugar(db),
    sentenciaPlazo(db, reporte.categoria_id),
  ]);
  const ajena = cuenta !== null && !cuenta.emailVerified;
  const abre = quiereCuenta && cuenta === null;
  const duena = sql`coalesce((SELECT persona_id FROM usuarios WHERE email = ${email}), (SELECT min(id) FROM (${sueltas(email)})))`;
  const codigo = codigoNuevo();
  const suId = sql<number>`(SELECT id FROM reclamos WHERE codigo = ${codigo})`;
  const suEvento = sql`(SELECT max(id) FROM eventos WHERE reclamo_id = ${suId})`;
  const suUsuario = cuenta?.id ?? SIN_CUENTA;
  const tope = ciudad?.reclamos_por_dia ?? LIMITES.reclamosPorDia;
  const { titulo, descripcion, direccion, categoria_id } = reporte;
  const antes: Sentencia[] = [
    ...(ajena ? sentenciasDesalojar(db, cuenta.id, ahora) : []),
    aMano(
      db,
      sql`INSERT INTO personas (nombre, apellido, email, idioma, creado_en)
      SELECT ${reporte.nombre}, '', ${email}, ${reporte.idioma}, ${ahora} WHERE ${duena} IS NULL`,
    ),
    ...(abre ? [sentenciaAbrirCuenta(db, email, ahora)] : []),
    ...sentenciasProbada(db, email, ahora),
  ];
  const [alta, ...mas] = registrar(db, {
    tipo: "creado",
    reclamo: suId,
    version: 1,
    estado: "nuevo",
    ciclo: 1,
    usuarioId: suUsuario,
    datos: {},
    en: ahora,
  });
  const sentencias = [
    ...antes,
    insertarReclamo(
      db,
      {
        codigo,
        titulo,
        descripcion,
        direccion,
        categoria_id,
        prioridad: "normal",
        ...ubicar(reporte, ciudad, zonas),
        canal: "web",
        estado: "nuevo",
        vence_en: venceEn(ahora, "normal", plazo),
        ciclo_desde: ahora,
        creado_en: ahora,
        actualizado_en: ahora,
      },
      duena,
      cabeHoy(duena, inicioDelDia(ahora), tope),
    ),
    alta,
    ...mas,
    indexar(db, suId, reporte),
    aMano(
      db,
      sql`INSERT INTO fotos (clave, subida_por, reclamo_id, evento_id, momento, ancho, alto, bytes, oculta, creado_en)
      SELECT clave, ${suUsuario}, ${suId}, ${suEvento}, 'antes', ancho, alto, bytes, 0, ${ahora}
      FROM reportes_fotos WHERE reporte_id = ${reporte.id}`,
    ),
    aMano(
      db,
      sql`UPDATE eventos SET datos = json_set(datos, '$.fotos', (SELECT json_group_array(id) FROM fotos WHERE reclamo_id = ${suId}))
      WHERE id = ${suEvento} AND EXISTS (SELECT 1 FROM fotos WHERE reclamo_id = ${suId})`,
    ),
    aMano(db, sql`DELETE FROM reportes_fotos WHERE reporte_id = ${reporte.id}`),
    aMano(db, sql`DELETE FROM reportes WHERE id = ${reporte.id}`),
    aMano(db, sql`UPDATE correos SET persona_id = ${duena} WHERE enlace_id = ${enlace.id}`),
    leerAMano<{ numero: number }>(
      db,
      sql`SELECT id AS numero FROM reclamos WHERE codigo = ${codigo}`,
    ),
  ];
  let filas: unknown[];
  try {
    filas = await gastando(ctx, leido, sentencias);
  } catch (error) {
    if (porQueFallo(error) === "guardia") throw limiteDelDia(ctx, tope);
    throw error;
  }
  ctx.hechos.push((filas[antes.length + 1] as { id: number }[])[0]?.id as number);
  const numero = (filas.at(-1) as { numero: number }[])[0]?.numero as number;
  const [nueva] = abre
    ? await db.select({ id: usuarios.id }).from(usuarios).where(eq(usuarios.email, email))
    : [];
  return {
    que: "reporte",
    abrir: nueva?.id ?? null,
    cerrar: ajena ? [cuenta.id] : [],
    correos: [],
    reclamo: { numero, codigo },
  };
}
