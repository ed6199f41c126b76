import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { schema } from "../db/client.ts";
import {
  AHORA,
  type Ciudad,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  db,
} from "../testing/fabrica.ts";
import { guardar, objetosDe } from "./guardar.ts";
import { borrarFotosSueltas } from "./limpiar.ts";
import { borrarReportes } from "./reportes.ts";

const { fotos } = schema;
const DIA = 86_400;
let ciudad: Ciudad;

beforeAll(async () => {
  ciudad = await crearMunicipio();
});

it("deletes row and objects of photos that waited a day, and nothing else", async () => {
  const vecino = await crearUsuario("vecino");
  const reclamo = await crearReclamoDe(vecino, ciudad);
  const poner = async (clave: string, creado_en: number, reclamo_id: number | null = null) => {
    const b = new Uint8Array([1]);
    await guardar(env.FOTOS, clave, { grande: b, miniatura: b });
    await db
      .insert(fotos)
      .values({ clave, subida_por: vecino.id, reclamo_id, ancho: 1, alto: 1, bytes: 1, creado_en });
  };
  await poner("vieja", AHORA - DIA - 1);
  await poner("de-ayer", AHORA - DIA);
  await poner("usada", AHORA - 9 * DIA, reclamo.id);

  expect(await borrarFotosSueltas(env, db, AHORA)).toBe(1);
  const quedan = await db.select({ clave: fotos.clave }).from(fotos);
  expect(quedan.map((f) => f.clave).sort()).toEqual(["de-ayer", "usada"]);
  const hay = async (clave: string) => [
    (await env.FOTOS.head(objetosDe(clave).grande)) !== null,
    (await env.FOTOS.head(objetosDe(clave).mini)) !== null,
  ];
  expect(await hay("vieja")).toEqual([false, false]);
  expect(await hay("de-ayer")).toEqual([true, true]);
  expect(await hay("usada")).toEqual([true, true]);
  expect(await borrarFotosSueltas(env, db, AHORA)).toBe(0);
});

it("goes on past one round, and ends", async () => {
  const vecino = await crearUsuario("vecino");
  await db.delete(fotos).where(eq(fotos.subida_por, vecino.id));
  const filas = Array.from({ length: 450 }, (_, i) => `(${vecino.id}, 'lote-${i}', 1, 1, 1, 0, 1)`);
  for (let i = 0; i < filas.length; i += 150)
    await env.DB.exec(
      `INSERT INTO fotos (subida_por, clave, ancho, alto, bytes, oculta, creado_en) VALUES ${filas.slice(i, i + 150).join(",")}`,
    );
  expect(await borrarFotosSueltas(env, db, AHORA)).toBe(450);
});

it("of reports that nobody confirmed goes on past one round too", async () => {
  const { categorias } = ciudad;
  const filas = Array.from(
    { length: 450 },
    (_, i) =>
      `('a@b.example', 'x', 'es', 't', 'd', ${categorias.bacheo}, 'd', 'h${i}', 1, ${i + 2})`,
  );
  for (let i = 0; i < filas.length; i += 150)
    await env.DB.exec(
      `INSERT INTO reportes (email, nombre, idioma, titulo, descripcion, categoria_id, direccion, huella, creado_en, vence_en) VALUES ${filas.slice(i, i + 150).join(",")}`,
    );
  expect(await borrarReportes(env, db, AHORA)).toBe(450);
  expect(await db.$count(schema.reportes)).toBe(0);
});
