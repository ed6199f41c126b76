import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import { CUBOS_DIAS, CUBOS_HORAS } from "../../db/medidas.ts";
import {
  AHORA,
  type Ciudad,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
} from "../../testing/fabrica.ts";
import { asignarReclamo } from "../reclamos/asignar.ts";
import { confirmarReclamo } from "../reclamos/confirmar.ts";
import { devolverReclamo } from "../reclamos/devolver.ts";
import { iniciarReclamo } from "../reclamos/iniciar.ts";
import { moderarReclamo } from "../reclamos/moderar.ts";
import { reclasificarReclamo } from "../reclamos/priorizar.ts";
import { reabrirReclamo } from "../reclamos/reabrir.ts";
import { rechazarReclamo } from "../reclamos/rechazar.ts";
import { resolverReclamo } from "../reclamos/resolver.ts";
import { diaDe } from "./dias.ts";
import { ponerAlDia } from "./ponerAlDia.ts";

const DIA = 86_400;
const LARGO = "Un texto que alcanza para cualquier motivo.";
let ciudad: Ciudad;
let jefa: Usuario;
let vecino: Usuario;

beforeAll(async () => {
  ciudad = await crearMunicipio();
  jefa = await crearUsuario("supervisor");
});
beforeEach(async () => {
  vecino = await crearUsuario();
});

type Fila = Record<string, number>;
const tablas = async (): Promise<[Fila[], Fila[], Fila[]]> => [
  await db.all<Fila>(sql`SELECT * FROM cifras_acumuladas ORDER BY 1, 2, 3, 4`),
  await db.all<Fila>(sql`SELECT * FROM mapa_celdas ORDER BY 1, 2, 3, 4, 5, 6`),
  await db.all<Fila>(sql`SELECT * FROM cifras_hechos ORDER BY 1, 2, 3`),
];

/** The figures of a day: its cumulative row less the one before. */
async function delDia(en: number, categoria = 0, zona = 0, cuadrilla = 0): Promise<Fila> {
  const filas = await db.all<Fila>(sql`SELECT * FROM cifras_acumuladas
    WHERE (categoria_id, zona_id, cuadrilla_id) = (${categoria}, ${zona}, ${cuadrilla}) AND dia <= ${diaDe(en)}
    ORDER BY dia DESC LIMIT 2`);
  const [esta, anterior] = filas;
  if (esta?.dia !== diaDe(en)) return {};
  return Object.fromEntries(Object.entries(esta).map(([m, v]) => [m, v - (anterior?.[m] ?? 0)]));
}

async function desdeCero(): Promise<void> {
  for (const tabla of [
    "cifras_marca",
    "cifras_reclamos",
    "cifras_acumuladas",
    "cifras_hechos",
    "mapa_celdas",
  ])
    await db.run(sql`DELETE FROM ${sql.raw(tabla)}`);
  await ponerAlDia(db, AHORA);
}

/** A day without figures: no row, or rows that cancel out, are the same. */
const sinHuecos = (filas: Fila[]): Fila[] =>
  filas.filter((f, i) => {
    const a = filas[i - 1];
    const misma = a && ["categoria_id", "zona_id", "cuadrilla_id"].every((c) => a[c] === f[c]);
    return Object.entries(f).some(
      ([m, v]) => m !== "dia" && !m.endsWith("_id") && v !== (misma ? a[m] : 0),
    );
  });

describe("the count", () => {
  it("adds a report to its day, its categoría, its zona and the map", async () => {
    const en = AHORA - 300 * DIA;
    await crearReclamoDe(vecino, ciudad, {}, { ahora: en });
    await ponerAlDia(db, AHORA);
    for (const clave of [
      [0, 0],
      [ciudad.categorias.bacheo, 0],
      [0, ciudad.zona],
      [ciudad.categorias.bacheo, ciudad.zona],
    ] as const)
      expect(await delDia(en, ...clave)).toMatchObject({
        recibidos: 1,
        abiertos: 1,
        sin_asignar: 1,
        resueltos: 0,
      });
    const celdas = await db.all<Fila>(sql`SELECT periodo, n, suma_id FROM mapa_celdas
      WHERE nivel = 17 AND categoria_id = 0 AND grupo = 1`);
    expect(celdas.map((c) => [c.periodo, c.n])).toEqual([
      [0, 1],
      [365, 1],
    ]);
  });

  it("moves it when it is solved, and puts its length in one bucket", async () => {
    const en = AHORA - 200 * DIA;
    const { id } = await crearReclamoDe(vecino, ciudad, {}, { ahora: en });
    await ponerAlDia(db, AHORA);
    const cuando = { ahora: en + 3 * DIA };
    await asignarReclamo(ctxDe(jefa, { ahora: en + 7200 }), id, {
      cuadrilla_id: ciudad.cuadrillas.vialidad,
      version: 1,
    });
    await iniciarReclamo(ctxDe(jefa, cuando), id, { version: 2 });
    await resolverReclamo(ctxDe(jefa, cuando), id, { solucion: LARGO, version: 3 });
    await ponerAlDia(db, AHORA);
    expect(await delDia(en)).toMatchObject({ recibidos: 1, abiertos: 0, respondidos: 1, h1: 1 });
    const cierre = await delDia(en + 3 * DIA);
    expect(cierre).toMatchObject({ recibidos: 0, resueltos: 1, cumplidos: 1, d2: 1 });
    expect(CUBOS_DIAS.reduce((s, m) => s + (cierre[m] ?? 0), 0)).toBe(1);
    expect(await delDia(en + 3 * DIA, 0, 0, ciudad.cuadrillas.vialidad)).toMatchObject({
      resueltos: 1,
    });
  });

  it("keeps what is hidden off the map and in the figures", async () => {
    const antes = await tablas();
    const { id, creado_en } = await crearReclamoDe(vecino, ciudad);
    await moderarReclamo(ctxDe(jefa), id, { oculto: true, motivo: LARGO, version: 1 });
    await ponerAlDia(db, AHORA);
    expect((await tablas())[1]).toEqual(antes[1]);
    expect((await delDia(Date.parse(creado_en) / 1000)).recibidos).toBe(1);
  });

  it("is the same counted step by step and counted from the beginning", async () => {
    const ids: number[] = [];
    for (let i = 0; i < 12; i++) {
      const otro = await crearUsuario();
      const ahora = AHORA - (13 - i) * 11 * DIA;
      const { id } = await crearReclamoDe(
        otro,
        ciudad,
        {
          categoria_id: i % 3 ? ciudad.categorias.bacheo : ciudad.categorias.privada,
          ...(i % 4 ? {} : { lat: null, lng: null }),
        },
        { ahora },
      );
      ids.push(id);
      const en = (dias: number) => ctxDe(jefa, { ahora: ahora + dias * DIA });
      const pasos = [
        () => asignarReclamo(en(1), id, { cuadrilla_id: ciudad.cuadrillas.vialidad, version: 1 }),
        () => devolverReclamo(en(2), id, { motivo: LARGO, version: 2 }),
        () =>
          reclasificarReclamo(en(2), id, {
            categoria_id: ciudad.categorias.alumbrado,
            motivo: LARGO,
            version: 3,
          }),
        () => asignarReclamo(en(3), id, { cuadrilla_id: ciudad.cuadrillas.luz, version: 4 }),
        () => iniciarReclamo(en(3), id, { version: 5 }),
        () => resolverReclamo(en(9), id, { solucion: LARGO, version: 6 }),
        () =>
          confirmarReclamo(ctxDe(otro, { ahora: ahora + 9 * DIA }), id, {
            conforme: false,
            estrellas: 1,
          }),
        () =>
          reabrirReclamo(ctxDe(otro, { ahora: ahora + 10 * DIA }), id, {
            comentario: LARGO,
            version: 7,
          }),
        () => rechazarReclamo(en(10), id, { motivo: "otro", texto: LARGO, version: 8 }),
      ];
      for (const paso of pasos.slice(0, i)) {
        await paso();
        if (i % 2) await ponerAlDia(db, AHORA);
      }
    }
    await ponerAlDia(db, AHORA);
    const [acumuladas, celdas, hechos] = await tablas();
    await desdeCero();
    const [otras, otrasCeldas, otrosHechos] = await tablas();
    expect(sinHuecos(acumuladas)).toEqual(sinHuecos(otras));
    expect(celdas).toEqual(otrasCeldas);
    expect(hechos).toEqual(otrosHechos);
    const [suma] = await db.all<Fila>(sql`SELECT * FROM cifras_acumuladas
      WHERE (categoria_id, zona_id, cuadrilla_id) = (0, 0, 0) ORDER BY dia DESC LIMIT 1`);
    expect(hechos.filter((h) => String(h.hecho) === "reabierto")).toHaveLength(
      suma?.reabiertos ?? -1,
    );
    expect(hechos.filter((h) => String(h.hecho) === "respondido")).toHaveLength(
      suma?.respondidos ?? -1,
    );
    const [verdad] =
      await db.all<Fila>(sql`SELECT count(*) AS recibidos, sum(estado = 'resuelto') AS resueltos,
      sum(estado = 'rechazado') AS rechazados, sum(cerrado_en IS NULL) AS abiertos,
      sum(cerrado_en IS NULL AND lat IS NULL) AS sin_ubicar, sum(estado = 'nuevo') AS sin_asignar,
      (SELECT count(*) FROM eventos WHERE tipo = 'reabierto') AS reabiertos,
      (SELECT sum(estrellas) FROM calificaciones) AS estrellas FROM reclamos`);
    expect(suma).toMatchObject(verdad as Fila);
    expect(CUBOS_HORAS.reduce((s, m) => s + (suma?.[m] ?? 0), 0)).toBe(suma?.respondidos);
  });

  it("counts once when two clocks tick together", async () => {
    await crearReclamoDe(vecino, ciudad);
    await Promise.all([ponerAlDia(db, AHORA), ponerAlDia(db, AHORA), ponerAlDia(db, AHORA)]);
    const [acumuladas, celdas, hechos] = await tablas();
    await desdeCero();
    const [otras, otrasCeldas, otrosHechos] = await tablas();
    expect(sinHuecos(acumuladas)).toEqual(sinHuecos(otras));
    expect(celdas).toEqual(otrasCeldas);
    expect(hechos).toEqual(otrosHechos);
  });

  it("lets the map's periods go by as the days pass", async () => {
    await crearReclamoDe(vecino, ciudad, {}, { ahora: AHORA - 29 * DIA });
    await ponerAlDia(db, AHORA);
    const [, celdas] = await tablas();
    const despues = AHORA + 45 * DIA;
    await ponerAlDia(db, despues, 100);
    const pasadas = (await tablas())[1];
    expect(pasadas).not.toEqual(celdas);
    for (const tabla of ["cifras_marca", "cifras_reclamos", "cifras_acumuladas", "mapa_celdas"])
      await db.run(sql`DELETE FROM ${sql.raw(tabla)}`);
    await ponerAlDia(db, despues);
    expect(pasadas).toEqual((await tablas())[1]);
  });
});
