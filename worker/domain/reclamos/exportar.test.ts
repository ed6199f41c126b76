import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import type { FiltroExportar } from "../../../contract/esquemas/pedidos.ts";
import { abrirDatos } from "../../domain/contexto.ts";
import {
  AHORA,
  type Ciudad,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
} from "../../testing/fabrica.ts";
import { asignarReclamo } from "./asignar.ts";
import { exportarReclamos, FILAS_POR_PAGINA } from "./exportar.ts";
import { iniciarReclamo } from "./iniciar.ts";
import { listarReclamos } from "./listar.ts";
import { resolverReclamo } from "./resolver.ts";

const SOLUCION = "Se repuso el asfalto en caliente y se compactó.";
let ciudad: Ciudad;
let jefa: Usuario;
let vecino: Usuario & { email: string };

/** Copies of the first reclamo until there are this many, as a city of years has them. */
const multiplicar = (hasta: number) =>
  db.run(sql`
  INSERT INTO reclamos (id, codigo, titulo, descripcion, categoria_id, prioridad, direccion, creador_id, canal, estado, vence_en, ciclo_desde, creado_en, actualizado_en)
  WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < ${100 + hasta - 1})
  SELECT i, 'C' || i, titulo, descripcion, categoria_id, prioridad, direccion, creador_id, canal, 'nuevo', vence_en + i % 7, ciclo_desde, creado_en, actualizado_en
  FROM n, (SELECT * FROM reclamos ORDER BY id LIMIT 1)`);

beforeAll(async () => {
  ciudad = await crearMunicipio();
  jefa = await crearUsuario("supervisor");
  vecino = await crearUsuario("vecino", { nombre: "=cmd|' /C calc'!A0" });
  const { id } = await crearReclamoDe(vecino, ciudad, {
    titulo: "+Bache; el «peor»",
    descripcion: 'Dice "cuidado"\ny sigue.',
  });
  const paso = { ahora: AHORA + 36 * 3600 };
  await asignarReclamo(ctxDe(jefa), id, { cuadrilla_id: ciudad.cuadrillas.vialidad, version: 1 });
  await iniciarReclamo(ctxDe(jefa, paso), id, { version: 2 });
  await resolverReclamo(ctxDe(jefa, paso), id, { solucion: SOLUCION, version: 3 });
  await crearReclamoDe(vecino, ciudad, { lat: null, lng: null });
  await multiplicar(1203);
});

const SIN_FILTRO: FiltroExportar = { orden: "reciente" };

async function exportar(filtro: Partial<FiltroExportar> = {}, actor: Usuario = jefa) {
  let texto = "";
  for await (const trozo of exportarReclamos(ctxDe(actor), { ...SIN_FILTRO, ...filtro }))
    texto += trozo;
  return texto;
}

/** The cells of a CSV, read as RFC 4180 says, by another hand than the one that wrote it. */
function leerCsv(texto: string): string[][] {
  const filas: string[][] = [[]];
  for (const [, comillas, simple = "", fin] of texto.matchAll(
    /(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n|$)/g,
  )) {
    if (!fin) break;
    filas.at(-1)?.push(comillas?.replaceAll('""', '"') ?? simple);
    if (fin === "\r\n") filas.push([]);
  }
  return filas.slice(0, -1);
}

test("holds every row of the list with its filter, in its order, across pages", async () => {
  for (const filtro of [
    {},
    { orden: "vence" },
    { estado: "nuevo" },
    { q: "asfalto peor" },
  ] as const) {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const p: Awaited<ReturnType<typeof listarReclamos>> = await listarReclamos(ctxDe(jefa), {
        ...SIN_FILTRO,
        ...filtro,
        limite: 100,
        ...(cursor ? { cursor } : {}),
      });
      ids.push(...p.items.map((r) => String(r.numero)));
      cursor = p.cursor;
    } while (cursor);
    const [, ...filas] = leerCsv(await exportar(filtro));
    expect(filas.map((f) => f[0])).toEqual(ids);
  }
});

test("a row says what a city wants to know, in Buenos Aires time, and no cell is a formula", async () => {
  const texto = await exportar({ estado: "resuelto", personas: true });
  expect(texto.startsWith("\uFEFFNúmero;Código;")).toBe(true);
  const [titulos = [], fila = []] = leerCsv(texto.slice(1));
  expect(fila).toHaveLength(titulos.length);
  const de = Object.fromEntries(titulos.map((t, i) => [t, fila[i]]));
  expect(de).toMatchObject({
    Estado: "resuelto",
    Categoría: "Bacheo",
    Título: "'+Bache; el «peor»",
    Descripción: 'Dice "cuidado"\ny sigue.',
    Zona: "Centro",
    Latitud: "-34,595",
    Cuadrilla: "Vialidad 1",
    Creado: "24/11/2026 03:00",
    Cerrado: "25/11/2026 15:00",
    "Días hasta el cierre": "1,5",
    Solución: SOLUCION,
    Nombre: "'=cmd|' /C calc'!A0",
    "Correo electrónico": vecino.email,
  });
});

test("names nobody unless asked", async () => {
  const texto = await exportar();
  for (const dato of [vecino.email, "cmd|", "5555-0000", "Correo electrónico"])
    expect(texto).not.toContain(dato);
});

test("reads a page ahead of nobody: one trip for each, so many rows and no more", async () => {
  const { db, consumo } = abrirDatos(env.DB);
  const trozos = exportarReclamos(ctxDe(jefa, { db }), SIN_FILTRO);
  await trozos.next();
  expect(consumo.viajes).toBe(2);
  const antes = consumo.leidas;
  await trozos.next();
  expect(consumo.viajes).toBe(3);
  expect(consumo.leidas - antes).toBeLessThanOrEqual(10 * FILAS_POR_PAGINA);
  let resto = 0;
  while (!(await trozos.next()).done) resto++;
  expect(resto).toBe(1);
});

test("is for supervisors and admins, and ends when the account is blocked meanwhile", async () => {
  for (const rol of ["vecino", "cuadrilla"] as const) {
    const quien = await crearUsuario(rol);
    await expect(exportar({}, quien)).rejects.toMatchObject({ codigo: "sin_permiso" });
  }
  const otra = await crearUsuario("admin");
  const trozos = exportarReclamos(ctxDe(otra), SIN_FILTRO);
  await trozos.next();
  await db.run(sql`UPDATE usuarios SET bloqueado_en = 1 WHERE id = ${otra.id}`);
  await expect(trozos.next()).rejects.toMatchObject({ codigo: "sin_sesion" });
});
