import { createExecutionContext, createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { reabrirReclamo } from "../domain/reclamos/reabrir.ts";
import { rechazarReclamo } from "../domain/reclamos/rechazar.ts";
import { inicioDelDia } from "../domain/tiempo.ts";
import { renderizarCorreo } from "../mail/render.ts";
import { avisosDe, cerrarTodos, entregasDe, eventoDe } from "../testing/despacho.ts";
import { armarCiudad, type Persona } from "../testing/escena.ts";
import {
  AHORA,
  type Ciudad,
  crearFoto,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
} from "../testing/fabrica.ts";
import { marcarDemorados } from "./demorados.ts";
import { CADA_DIA, programado } from "./index.ts";

let ciudad: Ciudad;
let supervisora: Persona;
let admin: Persona;
let obrero: Persona;
let vecino: Persona;

beforeAll(async () => {
  ({ ciudad, supervisora, admin, obrero } = await armarCiudad());
});
beforeEach(async () => {
  vecino = await crearUsuario();
  await db.run(sql`UPDATE reclamos SET demorado_en = 1 WHERE demorado_en IS NULL`);
  await cerrarTodos();
});

const DIA = 86_400;
const tocar = (ahora: number, cron = "* * * * *") =>
  programado(
    createScheduledController({ scheduledTime: new Date(ahora * 1000), cron }),
    env,
    createExecutionContext(),
  );
const demoradosDe = (reclamo: number) =>
  db.all<{ id: number; ciclo: number; version: number | null; usuario_id: number | null }>(sql`
    SELECT id, ciclo, version, usuario_id FROM eventos WHERE reclamo_id = ${reclamo} AND tipo = 'demorado' ORDER BY id`);
const corrida = async (tarea: string) =>
  (
    await db.all<{ en: number; resultado: string }>(
      sql`SELECT en, resultado FROM corridas WHERE tarea = ${tarea}`,
    )
  )[0];

describe("each minute", () => {
  test("an overdue reclamo is demorado once a ciclo, and the supervisors hear of it", async () => {
    const { id, version } = await crearReclamoDe(vecino, ciudad);
    await cerrarTodos();
    const vencido = AHORA + 11 * DIA;
    await tocar(AHORA + 9 * DIA);
    expect(await demoradosDe(id)).toEqual([]);
    await tocar(vencido);
    await tocar(vencido + 60);
    const [evento, ...mas] = await demoradosDe(id);
    expect(mas).toEqual([]);
    expect(evento).toMatchObject({ ciclo: 1, version: null, usuario_id: null });
    const e = evento?.id as number;
    expect((await eventoDe(e)).despachado_en).not.toBeNull();
    const conAviso = (await entregasDe(e)).filter((x) => !x.silenciosa).map((x) => x.usuario_id);
    expect(conAviso).toEqual([supervisora.id, admin.id].sort((a, b) => a - b));
    expect(await avisosDe(admin.id, e)).toHaveLength(1);
    expect(await avisosDe(obrero.id, e)).toHaveLength(0);
    expect(await db.all(sql`SELECT version FROM reclamos WHERE id = ${id}`)).toEqual([{ version }]);

    await rechazarReclamo(ctxDe(supervisora, { ahora: vencido + 90 }), id, {
      motivo: "no_corresponde",
      texto: "Es un terreno privado.",
      version,
    });
    await tocar(vencido + 12 * DIA);
    expect(await demoradosDe(id)).toHaveLength(1);
    await reabrirReclamo(ctxDe(supervisora, { ahora: vencido + 20 * DIA }), id, {
      comentario: "Sí correspondía, perdón.",
      version: version + 1,
    });
    await tocar(vencido + 31 * DIA);
    await tocar(vencido + 32 * DIA);
    expect((await demoradosDe(id)).map((d) => d.ciclo)).toEqual([1, 2]);
  });

  test("two clocks at once mark it once", async () => {
    const { id } = await crearReclamoDe(vecino, ciudad);
    const veces = await Promise.all([1, 2, 3].map(() => marcarDemorados(db, AHORA + 20 * DIA)));
    expect(veces.flat()).toHaveLength(1);
    expect(await demoradosDe(id)).toHaveLength(1);
  });

  test("what a request left unfinished is finished, and the row of the job says so", async () => {
    const { id } = await crearReclamoDe(vecino, ciudad);
    await tocar(AHORA + 60);
    const [creado] = await db.all<{ id: number }>(
      sql`SELECT id FROM eventos WHERE reclamo_id = ${id}`,
    );
    expect((await eventoDe(creado?.id as number)).despachado_en).toBe(AHORA + 60);
    expect(await corrida("barrido")).toEqual({
      en: AHORA + 60,
      resultado: JSON.stringify({ eventos: 1, fallas: 0, correos: 0 }),
    });
    expect(await corrida("demorados")).toMatchObject({ resultado: '{"demorados":0}' });
  });
});

describe("each day", () => {
  test("loose photos, old keys and old answers go; what is still of use stays", async () => {
    await crearFoto(vecino);
    await db.run(sql`INSERT INTO claves (usuario_id, clave, huella, en)
      VALUES (${vecino.id}, 'vieja', 'h', ${AHORA}), (${vecino.id}, 'nueva', 'h', ${AHORA + 2 * DIA})`);
    const { id } = await crearReclamoDe(vecino, ciudad, {}, { clave: { valor: "k", huella: "h" } });
    const ahora = AHORA + 2 * DIA + 60;
    const { id: reciente } = await crearReclamoDe(
      vecino,
      ciudad,
      {},
      { ahora: ahora - 60, clave: { valor: "k2", huella: "h" } },
    );
    await db.run(sql`UPDATE eventos SET resultado = '{}' WHERE reclamo_id IN (${id}, ${reciente})`);
    await tocar(ahora, CADA_DIA);
    expect(await db.all(sql`SELECT id FROM fotos`)).toEqual([]);
    expect(await db.all(sql`SELECT clave FROM claves`)).toEqual([{ clave: "nueva" }]);
    expect(await db.all(sql`SELECT reclamo_id FROM eventos WHERE resultado IS NOT NULL`)).toEqual([
      { reclamo_id: reciente },
    ]);
    expect(JSON.parse((await corrida("resultados"))?.resultado ?? "")).toMatchObject({
      borrados: 1,
    });
    // The next day begins where this one ended.
    await tocar(ahora + DIA, CADA_DIA);
    expect(JSON.parse((await corrida("resultados"))?.resultado ?? "").borrados).toBe(0);
    await tocar(ahora + 3 * DIA, CADA_DIA);
    expect(JSON.parse((await corrida("resultados"))?.resultado ?? "").borrados).toBe(1);
  });

  test("a job that fails is written down and reported, and the others run", async () => {
    const sinFotos = {
      ...env,
      FOTOS: { delete: () => Promise.reject(new Error("R2 caído")) },
    } as unknown as Env;
    await crearFoto(vecino);
    const reloj = createScheduledController({
      scheduledTime: new Date((AHORA + 30 * DIA) * 1000),
      cron: CADA_DIA,
    });
    await expect(programado(reloj, sinFotos, createExecutionContext())).rejects.toThrow(
      "scheduled jobs failed",
    );
    expect(await corrida("fotos_sueltas")).toMatchObject({
      en: AHORA + 30 * DIA,
      resultado: expect.stringContaining("R2 caído"),
    });
    expect(await corrida("claves")).toMatchObject({ en: AHORA + 30 * DIA });
  });
});

describe("in the morning", () => {
  const SIETE = inicioDelDia(AHORA) + DIA + 7 * 3600;
  const resumenes = () =>
    db.all<{ id: number; persona_id: number; estado: string }>(
      sql`SELECT id, persona_id, estado FROM correos WHERE plantilla = 'resumen' ORDER BY id`,
    );

  test("the summary goes once a day, to the supervisors who asked for it", async () => {
    await crearReclamoDe(vecino, ciudad);
    for (const quien of [supervisora, obrero])
      await db.run(sql`INSERT INTO preferencias VALUES (${quien.id}, 'resumen', 'correo', 1)`);
    await tocar(SIETE - 60);
    expect(await resumenes()).toEqual([]);
    await tocar(SIETE);
    await tocar(SIETE + 60);
    await tocar(SIETE + 2 * 3600);
    const suyos = await resumenes();
    expect(suyos.map((c) => c.persona_id)).toEqual([supervisora.personaId]);
    const id = suyos[0]?.id as number;
    const dice = await renderizarCorreo(db, { appUrl: env.APP_URL, secreto: null }, id);
    expect(dice?.asunto).toMatch(/^Resumen del /);
    expect(dice?.texto).toMatch(/Sin cuadrilla: [1-9]/);
    await tocar(SIETE + DIA);
    expect(await resumenes()).toHaveLength(2);
    await tocar(SIETE + 2 * DIA + 3 * 3600);
    expect(await resumenes()).toHaveLength(2);
    expect(JSON.parse((await corrida("resumen"))?.resultado ?? "")).toEqual({ escritos: 0 });
  });
});
