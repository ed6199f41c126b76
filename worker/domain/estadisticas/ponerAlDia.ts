import { inArray, type SQL, sql } from "drizzle-orm";
import { aMano, type Db, leerAMano, type Sentencia, schema } from "../../db/client.ts";
import { PERIODOS } from "../mapa/grilla.ts";
import { anotarHechos, recordar, sentenciasDe } from "./aplicar.ts";
import { type Aporte, aporteDe, type Hechos } from "./aporte.ts";
import { diaDe } from "./dias.ts";
import { sinDiferencias, sumarAporte, sumarPunto } from "./diferencias.ts";

const { cifras_marca, cifras_reclamos, reclamos } = schema;

/** How much one round looks at. */
const EVENTOS_POR_RONDA = 500;
const RECLAMOS_POR_RONDA = 1_000;
const RONDAS = 20;

type Marca = typeof cifras_marca.$inferSelect;

/** What a turn of the clock counted. `quedan`: there was more than it had rounds for. */
export type Cuenta = { contados: number; quedan: boolean };

/** Eventos not yet counted, a round's worth. */
const EVENTOS = sql`(SELECT id, reclamo_id FROM eventos
  WHERE id > (SELECT evento_id FROM cifras_marca) ORDER BY id LIMIT ${sql.raw(String(EVENTOS_POR_RONDA))})`;
/** Reclamos not yet counted, when counting from the beginning. */
const FALTAN = sql`(SELECT id FROM reclamos
  WHERE id > (SELECT reclamo_id FROM cifras_marca) ORDER BY id LIMIT ${sql.raw(String(RECLAMOS_POR_RONDA))})`;
const TOCADOS = sql`(SELECT reclamo_id FROM ${EVENTOS} WHERE reclamo_id IS NOT NULL UNION SELECT id FROM ${FALTAN})`;

/** What counts as the city's first answer: taking it up, closing it, or a word to the vecino. */
const RESPUESTA = sql`(tipo IN ('asignado', 'iniciado', 'resuelto', 'rechazado') OR (tipo = 'comentado' AND NOT interno
  AND (SELECT rol FROM usuarios WHERE usuarios.id = eventos.usuario_id) <> 'vecino'))`;

/**
 * Counts what has happened since the last time: each reclamo with a new evento takes away what it had added and adds what
 * it adds now. Without a mark it counts everything from the beginning, a thousand at a time.
 * @param ahora epoch seconds
 */
export async function ponerAlDia(db: Db, ahora: number, rondas = RONDAS): Promise<Cuenta> {
  let contados = 0;
  for (let i = 0; i < rondas; i++) {
    const r = await ronda(db, ahora);
    contados += r.contados;
    if (!r.quedan) return { contados, quedan: false };
  }
  return { contados, quedan: true };
}

async function ronda(db: Db, ahora: number): Promise<Cuenta> {
  const [[marca], filas, antes, respuestas, reaperturas, notas, [avance]] = await db.batch([
    db.select().from(cifras_marca),
    db.select().from(reclamos).where(sql`id IN ${TOCADOS}`),
    db.select().from(cifras_reclamos).where(sql`id IN ${TOCADOS}`),
    leerAMano<{ id: number; en: number }>(
      db,
      sql`SELECT reclamo_id AS id, min(en) AS en FROM eventos WHERE reclamo_id IN ${TOCADOS} AND ${RESPUESTA} GROUP BY reclamo_id`,
    ),
    leerAMano<{ id: number; en: number }>(
      db,
      sql`SELECT reclamo_id AS id, en FROM eventos WHERE reclamo_id IN ${TOCADOS} AND tipo = 'reabierto'`,
    ),
    leerAMano<{ id: number; en: number; estrellas: number }>(
      db,
      sql`SELECT reclamo_id AS id, en, estrellas FROM calificaciones WHERE reclamo_id IN ${TOCADOS}`,
    ),
    leerAMano<{ evento: number | null; eventos: number; reclamo: number | null; reclamos: number }>(
      db,
      sql`SELECT (SELECT max(id) FROM ${EVENTOS}) AS evento, (SELECT count(*) FROM ${EVENTOS}) AS eventos,
        (SELECT max(id) FROM ${FALTAN}) AS reclamo, (SELECT count(*) FROM ${FALTAN}) AS reclamos`,
    ),
  ]);
  if (!marca) {
    await empezar(db, ahora);
    return { contados: 0, quedan: true };
  }
  if (marca.dia < diaDe(ahora)) {
    await pasarDia(db, marca, ahora);
    return { contados: 0, quedan: true };
  }
  const quedan =
    (avance?.eventos ?? 0) === EVENTOS_POR_RONDA || (avance?.reclamos ?? 0) === RECLAMOS_POR_RONDA;
  const desdeCero = marca.reclamo_id !== null;
  if (filas.length === 0 && !avance?.evento && !desdeCero) return { contados: 0, quedan: false };

  const hechos = new Map<number, Hechos>();
  const de = (id: number) => {
    const h = hechos.get(id) ?? { respondido_en: null, reabierto_en: [], calificaciones: [] };
    hechos.set(id, h);
    return h;
  };
  for (const { id, en } of respuestas) de(id).respondido_en = en;
  for (const { id, en } of reaperturas) de(id).reabierto_en.push(en);
  for (const { id, ...nota } of notas) de(id).calificaciones.push(nota);

  const d = sinDiferencias();
  const viejos = new Map(antes.map((v) => [v.id, v.aporte]));
  const nuevos = new Map<number, Aporte>();
  for (const fila of filas) {
    const aporte = aporteDe(fila, de(fila.id));
    const viejo = viejos.get(fila.id);
    if (viejo === JSON.stringify(aporte)) continue;
    if (viejo) sumarAporte(d, JSON.parse(viejo) as Aporte, -1, marca.dia);
    sumarAporte(d, aporte, 1, marca.dia);
    nuevos.set(fila.id, aporte);
  }
  const quedanReclamos = (avance?.reclamos ?? 0) === RECLAMOS_POR_RONDA;
  await escribir(
    db,
    marca,
    ahora,
    {
      evento_id: avance?.evento ?? marca.evento_id,
      reclamo_id: quedanReclamos ? (avance?.reclamo ?? null) : null,
      dia: marca.dia,
    },
    [
      ...sentenciasDe(db, d),
      ...recordar(db, nuevos),
      ...anotarHechos(db, new Map([...nuevos.keys()].map((id) => [id, de(id)]))),
    ],
  );
  return { contados: nuevos.size, quedan };
}

/** The mark, before the first count: eventos from now on, and every reclamo there is. */
const empezar = (db: Db, ahora: number) =>
  db.run(sql`
    INSERT OR IGNORE INTO cifras_marca (id, turno, evento_id, reclamo_id, dia, en)
    SELECT 1, 0, coalesce((SELECT max(id) FROM eventos), 0), 0, ${diaDe(ahora)}, ${ahora}`);

/** One day further: what is now too old leaves each of the map's periods. */
async function pasarDia(db: Db, marca: Marca, ahora: number): Promise<void> {
  const dia = marca.dia + 1;
  const salen = await db
    .select()
    .from(cifras_reclamos)
    .where(
      inArray(
        cifras_reclamos.dia,
        PERIODOS.map((dias) => dia - dias),
      ),
    );
  const d = sinDiferencias();
  for (const { aporte } of salen) {
    const { punto, categoria } = JSON.parse(aporte) as Aporte;
    if (punto)
      sumarPunto(
        d,
        punto,
        categoria,
        -1,
        PERIODOS.filter((dias) => punto.dia === dia - dias),
      );
  }
  await escribir(db, marca, ahora, { dia }, sentenciasDe(db, d));
}

/** Writes a round, unless another one was first: then `turno` cannot be NULL, and nothing of it is. */
async function escribir(
  db: Db,
  { turno }: Marca,
  ahora: number,
  set: Partial<Marca>,
  sentencias: Sentencia[],
): Promise<void> {
  const columnas: SQL[] = Object.entries(set).map(([c, v]) => sql`, ${sql.raw(c)} = ${v}`);
  const avanzar = aMano(
    db,
    sql`UPDATE cifras_marca SET turno = CASE turno WHEN ${turno} THEN ${turno + 1} END, en = ${ahora}${sql.join(columnas)}`,
  );
  try {
    await db.batch([avanzar, ...sentencias]);
  } catch (error) {
    let texto = "";
    for (let e: unknown = error; e instanceof Error; e = e.cause) texto += e.message;
    if (!texto.includes("NOT NULL constraint failed: cifras_marca.turno")) throw error;
  }
}
