import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { abrirDb, schema } from "../db/client.ts";
import {
  claveDe,
  ESPERA_MAX_SEGUNDOS,
  LIBRES,
  limpiarIntentos,
  limpiarSesiones,
  OLVIDO_SEGUNDOS,
  olvidarIntentos,
  tomarIntento,
} from "./intentos.ts";

const db = abrirDb(env.DB);
const AHORA = 1_800_000_000;

async function gastar(clave: string, veces: number, ahora = AHORA) {
  for (let i = 0; i < veces; i++) expect(await tomarIntento(db, clave, ahora)).toBe(0);
}

test("after five tries each wait is twice the last, up to fifteen minutes and no further", async () => {
  await gastar("a", LIBRES);
  const esperas: number[] = [];
  let ahora = AHORA;
  for (let i = 0; i < 30; i++) {
    const espera = await tomarIntento(db, "a", ahora);
    esperas.push(espera);
    // A second too early is still too early, and costs nothing more.
    expect(await tomarIntento(db, "a", ahora + espera - 1)).toBe(1);
    ahora += espera;
    expect(await tomarIntento(db, "a", ahora)).toBe(0);
  }
  expect(esperas.slice(0, 7)).toEqual([30, 60, 120, 240, 480, 900, 900]);
  expect(Math.max(...esperas)).toBe(ESPERA_MAX_SEGUNDOS);
  expect(await tomarIntento(db, "otra", AHORA)).toBe(0);
});

test("a day without a try begins the count again", async () => {
  await gastar("b", LIBRES);
  expect(await tomarIntento(db, "b", AHORA)).toBe(30);
  await gastar("b", LIBRES, AHORA + OLVIDO_SEGUNDOS);
  expect(await tomarIntento(db, "b", AHORA + OLVIDO_SEGUNDOS)).toBe(30);
});

test("of thirty tries at once exactly five go on", async () => {
  const esperas = await Promise.all(Array.from({ length: 30 }, () => tomarIntento(db, "c", AHORA)));
  expect(esperas.filter((s) => s === 0)).toHaveLength(LIBRES);
});

test("success gives all tries back", async () => {
  await gastar("d", LIBRES);
  await olvidarIntentos(db, "d");
  await gastar("d", LIBRES);
});

test("the key is the digest of the address, however it was typed", async () => {
  // printf ana@villabaldosa.example | sha256sum
  const clave = await claveDe(" Ana@VillaBaldosa.example ");
  expect(clave).toBe("18e393630324829d4072f9397a777a3254a83b36c1ccb836f9df90911b7e6d92");
});

test("the clock drops what is over and nothing else", async () => {
  await db.delete(schema.intentos);
  await tomarIntento(db, "vieja", AHORA - OLVIDO_SEGUNDOS - 1);
  await tomarIntento(db, "nueva", AHORA);
  await limpiarIntentos(db, AHORA);
  expect((await db.select().from(schema.intentos)).map((f) => f.clave)).toEqual(["nueva"]);

  await env.DB.batch([
    env.DB.prepare("INSERT INTO personas (id, nombre, creado_en) VALUES (1, 'Ana', 0)"),
    env.DB.prepare(
      "INSERT INTO usuarios (id, persona_id, name, email, creado_en, actualizado_en) VALUES (1, 1, 'Ana', 'a@b.example', 0, 0)",
    ),
    ...[AHORA - 1, AHORA + 1].map((vence) =>
      env.DB.prepare(
        "INSERT INTO sesiones (usuario_id, token, vence_en, creado_en, actualizado_en) VALUES (1, ?1, ?2, 0, 0)",
      ).bind(`t${vence}`, vence),
    ),
  ]);
  await limpiarSesiones(db, AHORA);
  expect((await db.select().from(schema.sesiones)).map((s) => s.token)).toEqual([`t${AHORA + 1}`]);
});
