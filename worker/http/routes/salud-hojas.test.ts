import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ListaDeSalud, SaludDetalle } from "../../../contract/esquemas/salud.ts";
import { LISTAS_DE_SALUD, SALUD_MAX } from "../../../contract/esquemas/salud.ts";
import { sweep } from "../../events/sweep.ts";
import { clienteDe } from "../../testing/api.ts";
import type { Cliente } from "../../testing/cliente.ts";
import { depsDePrueba } from "../../testing/despacho.ts";
import { armarCiudad } from "../../testing/escena.ts";
import { AHORA, crearReclamoDe, crearUsuario, db } from "../../testing/fabrica.ts";

/** Two whole pages and a bit of each list. */
const TODOS = SALUD_MAX * 2 + 7;
let admin: Cliente;
let reclamo: number;
let autora: number;

beforeAll(async () => {
  const escena = await armarCiudad();
  admin = await clienteDe(escena.admin);
  const vecina = await crearUsuario();
  autora = vecina.id;
  ({ id: reclamo } = await crearReclamoDe(vecina, escena.ciudad));
});

/** Eventos, each parked, each not yet told, or each with a delivery that was given up: two of them at the same second. */
beforeEach(async () => {
  await db.run(sql`DELETE FROM entregas`);
  await db.run(sql`DELETE FROM correos`);
  await db.run(sql`DELETE FROM eventos WHERE id >= 5000`);
  await db.run(sql`UPDATE eventos SET despachado_en = en`);
  const n = JSON.stringify(Array.from({ length: TODOS }, (_, i) => i));
  for (const [base, aparcado, despachado] of [
    [5000, null, null],
    [6000, AHORA, AHORA],
    [7000, null, AHORA],
  ])
    await db.run(sql`INSERT INTO eventos (id, reclamo_id, tipo, guardia, datos, en, despachado_en, aparcado_en, intentos, error)
      SELECT ${base} + value, ${reclamo}, 'comentado', 1, '{}', ${AHORA - 5000} + value / 2, ${despachado},
        ${aparcado} + value / 2, 8, 'objeto caído' FROM json_each(${n})`);
  await db.run(sql`INSERT INTO entregas (evento_id, usuario_id, silenciosa, estado, error, en)
    SELECT 7000 + value, ${autora}, 0, 'fallido', 'la cola se cansó', ${AHORA} FROM json_each(${n})`);
  await db.run(sql`INSERT INTO correos (id, persona_id, plantilla, para, estado, error, creado_en)
    SELECT 5000 + value, (SELECT persona_id FROM usuarios WHERE id = ${autora}), 'asignado', 'x@prueba.example', 'fallido',
      '550', ${AHORA} FROM json_each(${n})`);
});

type Item = { evento_id: number } | { id: number };
type Hoja = { items: Item[]; cursor: string | null };
const idDe = (x: Item): number => ("id" in x ? x.id : x.evento_id);
const base: Record<ListaDeSalud, number> = {
  sin_despachar: 5000,
  aparcados: 6000,
  entregas: 7000,
  correos: 5000,
};

describe.each(LISTAS_DE_SALUD)("%s", (lista) => {
  test("comes whole, page by page from the oldest, each once", async () => {
    const { cuerpo } = await admin.pedir<SaludDetalle>("GET", "/api/salud");
    const vistos = cuerpo[lista].map(idDe);
    expect(vistos).toHaveLength(SALUD_MAX);
    let cursor = cuerpo.cursores[lista];
    for (let hojas = 1; cursor; hojas++) {
      expect(hojas).toBeLessThan(4);
      const ruta = `/api/salud/${lista}?cursor=${encodeURIComponent(cursor)}`;
      const r = await admin.pedir<Hoja>("GET", ruta);
      expect(r.status).toBe(200);
      vistos.push(...r.cuerpo.items.map(idDe));
      cursor = r.cuerpo.cursor;
    }
    expect(vistos).toEqual(Array.from({ length: TODOS }, (_, i) => base[lista] + i));
  });

  test("a cursor that is none is told", async () => {
    expect((await admin.pedir("GET", `/api/salud/${lista}?cursor=zzz`)).status).toBe(422);
  });
});

test("there are no other lists", async () => {
  expect((await admin.pedir("GET", "/api/salud/personas")).status).toBeGreaterThanOrEqual(400);
});

describe("trying again all that is listed", () => {
  const reintentar = (lista: string, cuerpo: object) =>
    admin.pedir<{ eventos: number; correos: number }>(
      "POST",
      `/api/salud/${lista}/reintentar`,
      cuerpo,
    );
  const cuantos = async () => {
    const [fila] = await db.all<{ aparcados: number; perdidas: number; fallidos: number }>(sql`
      SELECT (SELECT count(*) FROM eventos WHERE aparcado_en IS NOT NULL) AS aparcados,
        (SELECT count(*) FROM entregas WHERE estado = 'fallido') AS perdidas,
        (SELECT count(*) FROM correos WHERE estado = 'fallido') AS fallidos`);
    return fila;
  };
  /** More than the first page: what an admin has on the screen after asking for more. */
  const ids = (desde: number) => Array.from({ length: SALUD_MAX + 10 }, (_, i) => desde + i);

  test("takes those, also beyond the first page, and leaves the rest", async () => {
    const r = await reintentar("aparcados", { ids: ids(6000) });
    expect(r.cuerpo).toEqual({ eventos: SALUD_MAX + 10, correos: 0 });
    expect(await cuantos()).toMatchObject({ aparcados: TODOS - SALUD_MAX - 10, perdidas: TODOS });
  });

  test("without any named takes the oldest, a page of them", async () => {
    expect((await reintentar("aparcados", {})).cuerpo.eventos).toBe(SALUD_MAX);
    expect(await cuantos()).toMatchObject({ aparcados: TODOS - SALUD_MAX });
  });

  test("the deliveries that were lost are tried again for who lost them", async () => {
    const r = await reintentar("entregas", { ids: ids(7000) });
    expect(r.cuerpo.eventos).toBe(SALUD_MAX + 10);
    expect(await cuantos()).toMatchObject({ perdidas: TODOS - SALUD_MAX - 10, aparcados: TODOS });
  });

  test("mails wait again, and the sweep queues them, once", async () => {
    const r = await reintentar("correos", { ids: ids(5000) });
    expect(r.cuerpo).toEqual({ eventos: 0, correos: SALUD_MAX + 10 });
    expect(await cuantos()).toMatchObject({ fallidos: TODOS - SALUD_MAX - 10 });
    expect((await reintentar("correos", { ids: ids(5000) })).cuerpo.correos).toBe(0);
    const { deps, trabajos } = depsDePrueba(AHORA + 3600);
    await sweep(deps);
    expect(trabajos.map((t) => t.correo_id).sort()).toEqual(ids(5000).sort());
  });

  test("what somebody else tried already is not tried twice; what waits is nobody's to retry", async () => {
    const [una, otra] = await Promise.all([
      reintentar("aparcados", { ids: ids(6000) }),
      reintentar("aparcados", { ids: ids(6000) }),
    ]);
    expect(una.cuerpo.eventos + otra.cuerpo.eventos).toBe(SALUD_MAX + 10);
    expect((await reintentar("sin_despachar", {})).status).toBe(404);
    expect((await reintentar("correos", { ids: Array(501).fill(1) })).status).toBe(422);
  });
});

test("the oldest mail that waits is told", async () => {
  await db.run(
    sql`UPDATE correos SET estado = 'pendiente', creado_en = unixepoch() - 600 WHERE id = 5000`,
  );
  const { cuerpo } = await admin.pedir<SaludDetalle>("GET", "/api/salud");
  expect(cuerpo.correo_mas_viejo_s).toBeGreaterThanOrEqual(600);
});
