import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import type { Problema } from "../../../contract/errores.ts";
import type {
  Barrios,
  Estadisticas,
  EstadisticasPublicas,
} from "../../../contract/esquemas/estadisticas.ts";
import { estadisticas, estadisticasPublicas } from "../../../contract/esquemas/estadisticas.ts";
import { MEDIDAS } from "../../db/medidas.ts";
import { diaDe, fechaDe } from "../../domain/estadisticas/dias.ts";
import { clienteDe } from "../../testing/api.ts";
import { abrirCliente, type Cliente, type Respuesta } from "../../testing/cliente.ts";
import { type Ciudad, crearMunicipio, crearUsuario } from "../../testing/fabrica.ts";

/**
 * A city of 100,000 reclamos as the roll-up keeps it: two years of days, twenty categorías (two of them private), twenty
 * barrios and fifteen cuadrillas. The verbs read nothing else, so that it costs them what it would cost a real one.
 */
const CATEGORIAS = 20;
const ZONAS = 20;
const CUADRILLAS = 15;
const DIAS = 800;
const RECLAMOS_POR_DIA = 125;
const LEIDAS = 500;

const HOY = diaDe(Math.floor(Date.now() / 1000));
let ciudad: Ciudad;
let jefa: Cliente;
const nadie = abrirCliente();

/** Cumulative rows of these keys, so many a day each. */
const acumular = (claves: string, porDia: number) =>
  env.DB.prepare(`INSERT INTO cifras_acumuladas (categoria_id, zona_id, cuadrilla_id, dia, ${MEDIDAS.join(", ")})
    WITH RECURSIVE d(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM d WHERE n < ${DIAS})
    SELECT k.c, k.z, k.q, ${HOY - DIAS} + d.n, ${MEDIDAS.map((m) => (/^[dh]\d/.test(m) ? `d.n * ${porDia} / 20` : `d.n * ${porDia}`)).join(", ")}
    FROM d, (${claves}) k`);

beforeAll(async () => {
  ciudad = await crearMunicipio();
  jefa = await clienteDe(await crearUsuario("supervisor"));
  // The first request of a session costs more.
  await jefa.pedir("GET", "/api/auth/me");
  const serie = (tabla: string, n: number, columnas: string, valores: string) =>
    env.DB.prepare(`INSERT OR IGNORE INTO ${tabla} (${columnas})
      WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < ${n}) SELECT ${valores} FROM s`);
  await env.DB.batch([
    serie(
      "categorias",
      CATEGORIAS,
      "id, nombre, icono, color, privada",
      "n, 'Categoría ' || n, 'x', '#123456', n = 20",
    ),
    serie("zonas", ZONAS, "id, nombre, poligono", "n, 'Barrio ' || n, '{}'"),
    serie("cuadrillas", CUADRILLAS, "id, nombre", "n, 'Cuadrilla ' || n"),
    env.DB.prepare("INSERT INTO cifras_marca VALUES (1, 1, 0, NULL, ?, ?)").bind(
      HOY,
      1_795_500_000,
    ),
    acumular("SELECT 0 AS c, 0 AS z, 0 AS q", RECLAMOS_POR_DIA),
    acumular("SELECT id AS c, 0 AS z, 0 AS q FROM categorias", 6),
    acumular("SELECT 0 AS c, id AS z, 0 AS q FROM zonas UNION ALL SELECT 0, -1, 0", 5),
    acumular("SELECT 0 AS c, 0 AS z, id AS q FROM cuadrillas", 8),
    acumular("SELECT c.id AS c, z.id AS z, 0 AS q FROM categorias c, zonas z WHERE c.privada", 1),
  ]);
}, 60_000);

function costo({ headers }: Respuesta<unknown>): { viajes: number; leidas: number } {
  const [, viajes, leidas] =
    /viajes=(\d+) leidas=(\d+)/.exec(headers.get("Server-Timing") ?? "") ?? [];
  return { viajes: Number(viajes), leidas: Number(leidas) };
}

const DESDE_HACE_DOS_ANIOS = `desde=${fechaDe(HOY - 730)}`;
const CONSULTAS = ["", "?dias=30", "?dias=365", `?${DESDE_HACE_DOS_ANIOS}`];

describe.each(CONSULTAS)("at 100,000 reclamos, %s", (consulta) => {
  it("the public figures are one trip and at most 500 rows read", async () => {
    const r = await nadie.pedir<EstadisticasPublicas>(
      "GET",
      `/api/publico/estadisticas${consulta}`,
    );
    expect(r.status).toBe(200);
    expect(estadisticasPublicas.safeParse(r.cuerpo).error).toBeUndefined();
    expect(r.cuerpo.por_categoria).toHaveLength(CATEGORIAS - 2);
    expect(r.cuerpo.total.recibidos).toBeGreaterThan(3_000);
    expect(costo(r).viajes).toBe(1);
    expect(costo(r).leidas).toBeLessThanOrEqual(LEIDAS);
  });

  it("the staff's figures are one trip and at most 500 rows read", async () => {
    const r = await jefa.pedir<Estadisticas>("GET", `/api/estadisticas${consulta}`);
    expect(r.status).toBe(200);
    expect(estadisticas.safeParse(r.cuerpo).error).toBeUndefined();
    expect(r.cuerpo.por_categoria).toHaveLength(CATEGORIAS);
    expect(r.cuerpo.por_cuadrilla.length).toBeGreaterThanOrEqual(CUADRILLAS - 1);
    expect(r.cuerpo.serie.length).toBeLessThanOrEqual(31);
    // A bearer token is looked up in two more: the budget is for the answer.
    expect(costo(r).viajes).toBeLessThanOrEqual(3);
    expect(costo(r).leidas).toBeLessThanOrEqual(LEIDAS);
  });
});

describe("the answers to anyone", () => {
  it("are the same again at the cost of a 304", async () => {
    const ruta = "/api/publico/estadisticas.csv?dias=30";
    const { headers } = await nadie.pedir("GET", ruta);
    expect(headers.get("Cache-Control")).toMatch(/^public, max-age=\d+$/);
    const etag = headers.get("ETag") ?? "";
    const otra = await nadie.pedir("GET", ruta, undefined, { "If-None-Match": etag });
    expect(otra.status).toBe(304);
  });

  it("come as a spreadsheet too, in the words of Excel in Spanish, its names harmless", async () => {
    await env.DB.prepare("UPDATE zonas SET nombre = '=HYPERLINK(1);x' WHERE id = ?")
      .bind(ciudad.zona)
      .run();
    const { headers, cuerpo } = await nadie.pedir<string>("GET", "/api/publico/estadisticas.csv");
    expect(headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(headers.get("Content-Disposition")).toMatch(/attachment; filename="cifras-[\d-]+\.csv"/);
    expect(cuerpo).toContain(`barrio;"'=HYPERLINK(1);x";`);
    expect(cuerpo).toMatch(/\r\ntotal;Toda la ciudad;/);
  });

  it("come as a map: each barrio's figures on its shape", async () => {
    const { headers, cuerpo } = await nadie.pedir<Barrios>(
      "GET",
      "/api/publico/estadisticas.geojson",
    );
    expect(headers.get("Content-Type")).toBe("application/geo+json");
    expect(cuerpo.features).toHaveLength(ZONAS);
    const centro = cuerpo.features.find((f) => f.id === ciudad.zona);
    expect(centro?.geometry.type).toBe("Polygon");
    expect(centro?.properties.recibidos).toBe(90 * (5 - 2));
  });

  it("say nothing of a private categoría, not even by difference", async () => {
    const { cuerpo } = await nadie.pedir<EstadisticasPublicas>("GET", "/api/publico/estadisticas");
    expect(JSON.stringify(cuerpo)).not.toContain("Denuncias");
    // Of 125 a day the two private ones get 6 each; of a barrio's 5 they get 1 each.
    expect(cuerpo.total.recibidos).toBe(90 * (RECLAMOS_POR_DIA - 2 * 6));
    expect(cuerpo.por_zona[0]?.recibidos).toBe(90 * (5 - 2));
  });

  it.each(["?dias=7", "?desde=ayer", "?desde=2026-05-02&hasta=2026-05-01", "?desde=1999-01-01"])(
    "explain a period that cannot be: %s",
    async (consulta) => {
      const r = await nadie.pedir<Problema>("GET", `/api/publico/estadisticas${consulta}`);
      expect(r.status).toBe(422);
      expect(r.cuerpo.errores?.[0]?.campo).toMatch(/dias|desde/);
      expect(r.headers.get("Cache-Control")).toMatch(/no-store/);
    },
  );
});
