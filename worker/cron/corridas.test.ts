import { createExecutionContext, createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { anunciar } from "../domain/anuncios/anunciar.ts";
import { inicioDelDia } from "../domain/tiempo.ts";
import { armarCiudad, type Persona } from "../testing/escena.ts";
import { AHORA, crearFoto, crearReclamoDe, crearUsuario, ctxDe, db } from "../testing/fabrica.ts";
import { CADA_DIA, programado } from "./index.ts";

const DIA = 86_400;
const CADA_MINUTO = "* * * * *";
let escena: Awaited<ReturnType<typeof armarCiudad>>;
let vecino: Persona;

beforeAll(async () => {
  escena = await armarCiudad();
  vecino = await crearUsuario();
});

const tocar = (ahora: number, cron: string) =>
  programado(
    createScheduledController({ scheduledTime: new Date(ahora * 1000), cron }),
    env,
    createExecutionContext(),
  );
const corridas = () =>
  db.all<{ tarea: string; en: number; resultado: string; ms: number }>(
    sql`SELECT tarea, en, resultado, ms FROM corridas ORDER BY tarea`,
  );
/** All that the clock writes, counted. */
const escrito = async () =>
  (
    await db.all(sql`SELECT (SELECT count(*) FROM eventos) AS eventos, (SELECT count(*) FROM correos) AS correos,
      (SELECT count(*) FROM entregas) AS entregas, (SELECT count(*) FROM fotos) AS fotos,
      (SELECT count(*) FROM claves) AS claves, (SELECT count(*) FROM anuncios WHERE estado = 'terminado') AS terminados`)
  )[0];

test("each scheduled job leaves the row of its last run, and running it again changes nothing more", async () => {
  // Something for each: an overdue reclamo, a loose photo, an old key, an announcement whose time has come.
  await crearReclamoDe(vecino, escena.ciudad);
  await crearFoto(vecino);
  await db.run(
    sql`INSERT INTO claves (usuario_id, clave, huella, en) VALUES (${vecino.id}, 'k', 'h', ${AHORA})`,
  );
  await db.run(
    sql`INSERT INTO preferencias VALUES (${escena.supervisora.id}, 'resumen', 'correo', 1)`,
  );
  await anunciar(ctxDe(escena.admin), {
    titulo: "Corte de agua",
    texto: "Mañana de 8 a 12.",
    publicar_en: AHORA + DIA,
    vence_en: AHORA + 2 * DIA,
  });
  // Seven in the morning in Buenos Aires, some days later: everything is due.
  const ahora = inicioDelDia(AHORA) + 30 * DIA + 7 * 3600;
  for (const cron of [CADA_MINUTO, CADA_DIA, CADA_MINUTO]) await tocar(ahora, cron);
  const filas = await corridas();
  expect(filas.map((f) => f.tarea)).toEqual([
    "anuncios",
    "barrido",
    "borradas",
    "cifras",
    "claves",
    "demorados",
    "fotos_sueltas",
    "reportes",
    "resultados",
    "resumen",
    "retencion",
    "sesiones",
  ]);
  for (const { en, resultado, ms } of filas) {
    expect([en, ms >= 0]).toEqual([ahora, true]);
    expect(JSON.parse(resultado)).not.toHaveProperty("fallo");
  }

  const despues = await escrito();
  for (const cron of [CADA_MINUTO, CADA_DIA]) {
    await Promise.all([tocar(ahora, cron), tocar(ahora, cron)]);
    await tocar(ahora + 60, cron);
  }
  expect(await escrito()).toEqual(despues);
  expect((await corridas()).every((f) => f.en === ahora + 60)).toBe(true);
});

test("a day is Buenos Aires': the morning's summary goes at seven there, which is ten by the servers' clock", async () => {
  const resumenes = async () => {
    const filas = await db.all(sql`SELECT id FROM correos WHERE plantilla = 'resumen'`);
    return filas.length;
  };
  const antes = await resumenes();
  const diezUtc = Math.floor(Date.UTC(2027, 1, 3, 10, 0, 0) / 1000);
  await tocar(diezUtc - 60, CADA_MINUTO);
  expect(await resumenes()).toBe(antes);
  await tocar(diezUtc, CADA_MINUTO);
  expect(await resumenes()).toBe(antes + 1);
});
