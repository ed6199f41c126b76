import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { Hono } from "hono";
import { beforeAll, expect, it } from "vitest";
import { type Sentencia, schema } from "../db/client.ts";
import { verPreferencias } from "../domain/avisos/preferencias.ts";
import { fichaDeBaja } from "../domain/correos/baja.ts";
import { comentarReclamo } from "../domain/reclamos/comentar.ts";
import { sentenciaAbrirCuenta, sentenciasProbada } from "../domain/usuarios/probar.ts";
import { entornoDe } from "../env.ts";
import { audiencia } from "../events/audience.ts";
import { leerVerdad } from "../events/truth.ts";
import { ultimoEvento } from "../testing/despacho.ts";
import {
  AHORA,
  type Ciudad,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
} from "../testing/fabrica.ts";
import type { AppEnv } from "./app-env.ts";
import { rutasBaja } from "./baja.ts";
import { pedido } from "./middleware/pedido.ts";

const secreto = entornoDe(env).authSecret;
const app = new Hono<AppEnv>().use(pedido()).route("/baja", rutasBaja);
const pedir = (ficha: string, cuerpo?: string) =>
  app.request(
    `/baja/${ficha}`,
    cuerpo === undefined
      ? {}
      : {
          method: "POST",
          body: cuerpo,
          headers: { "Content-Type": "application/x-www-form-urlencoded" },
        },
    env,
  );

let ciudad: Ciudad;
beforeAll(async () => {
  ciudad = await crearMunicipio();
});

const apagadas = async (u: Awaited<ReturnType<typeof crearUsuario>>) =>
  (await verPreferencias(ctxDe(u)))
    .filter((p) => p.canal === "correo" && !p.activa && !["anuncio", "resumen"].includes(p.tipo))
    .map((p) => p.tipo);

it("what was turned off without an account stays off in the account that is opened later, where it can be turned on again", async () => {
  const email = "sin-cuenta@prueba.example";
  const [persona] = await db
    .insert(schema.personas)
    .values({ nombre: "Lía", email, creado_en: AHORA })
    .returning();
  const ficha = await fichaDeBaja(secreto, { personaId: persona?.id ?? 0, tipos: ["asignado"] });
  await pedir(ficha, "que=todos");
  await db.batch([sentenciaAbrirCuenta(db, email, AHORA), ...sentenciasProbada(db, email, AHORA)]);
  const [cuenta] = await db.select().from(schema.usuarios).where(eq(schema.usuarios.email, email));
  const { id = 0, personaId = 0 } = cuenta ?? {};
  const suya = { tipo: "usuario", id, personaId, rol: "vecino", cuadrillaId: null, email } as const;
  expect((await apagadas(suya)).length).toBeGreaterThan(5);
  expect(
    await db.select().from(schema.bajas).where(eq(schema.bajas.persona_id, suya.personaId)),
  ).toEqual([]);
  await pedir(ficha, "que=volver");
  expect(await apagadas(suya)).not.toContain("asignado");
});

it("so does what a persona turned off who is joined to an account; an old mail's link goes on working", async () => {
  const yo = await crearUsuario();
  const [suelta] = await db
    .insert(schema.personas)
    .values({ nombre: "Lía", email: yo.email, creado_en: AHORA })
    .returning();
  const con = (tipo: "asignado" | "resuelto") =>
    fichaDeBaja(secreto, { personaId: suelta?.id ?? 0, tipos: [tipo] });
  await pedir(await con("asignado"), "que=estos");
  await db.batch(sentenciasProbada(db, yo.email, AHORA) as [Sentencia, ...Sentencia[]]);
  expect(await apagadas(yo)).toEqual(["asignado"]);
  await pedir(await con("resuelto"), "List-Unsubscribe=One-Click");
  expect((await apagadas(yo)).sort()).toEqual(["asignado", "resuelto"]);
  await pedir(await con("asignado"), "que=volver");
  expect(await apagadas(yo)).toEqual(["resuelto"]);
});

it("asks by GET and changes nothing; one click of a mail client turns the kind off, signed out", async () => {
  const yo = await crearUsuario();
  const otra = await crearUsuario();
  const ficha = await fichaDeBaja(secreto, { personaId: yo.personaId, tipos: ["asignado"] });
  const pagina = await pedir(ficha);
  expect(pagina.status).toBe(200);
  expect(pagina.headers.get("Cache-Control")).toBe("no-store");
  expect(await pagina.text()).toContain("Ya tiene cuadrilla");
  expect(await apagadas(yo)).toEqual([]);
  for (const _ of [1, 2]) {
    const hecho = await pedir(ficha, "List-Unsubscribe=One-Click");
    expect(hecho.status).toBe(200);
    expect(await hecho.text()).toContain("no te mandamos más correos de esto");
  }
  expect(await apagadas(yo)).toEqual(["asignado"]);
  expect(await apagadas(otra)).toEqual([]);
  await pedir(ficha, "que=volver");
  expect(await apagadas(yo)).toEqual([]);
});

it("turns every kind off when asked, in the reader's language", async () => {
  const yo = await crearUsuario();
  await db.update(schema.personas).set({ idioma: "en" });
  const ficha = await fichaDeBaja(secreto, {
    personaId: yo.personaId,
    tipos: ["asignado", "iniciado"],
  });
  expect(await (await pedir(ficha)).text()).toContain("Work begins");
  expect(await (await pedir(ficha, "que=todos")).text()).toContain("Done: no more mail.");
  expect(await apagadas(yo)).toEqual(
    expect.arrayContaining(["creado", "asignado", "resuelto", "comentado"]),
  );
});

it("holds for who has no account as well", async () => {
  const jefa = await crearUsuario("supervisor");
  const [persona] = await db
    .insert(schema.personas)
    .values({ nombre: "Sin cuenta", email: "sin@cuenta.example", creado_en: AHORA })
    .returning();
  const vecino = await crearUsuario();
  const { id } = await crearReclamoDe(vecino, ciudad);
  const personaId = persona?.id as number;
  await db
    .insert(schema.seguidores)
    .values({ reclamo_id: id, persona_id: personaId, desde: AHORA });
  await comentarReclamo(ctxDe(jefa), id, { texto: "Vamos mañana.", interno: false });
  const conCorreo = async () => {
    const verdad = await leerVerdad(db, await ultimoEvento(id));
    if (!verdad) throw new Error("no evento");
    return audiencia(verdad.hecho, verdad.gente)
      .filter((d) => d.correo)
      .map((d) => d.personaId);
  };
  expect(await conCorreo()).toContain(personaId);
  const ficha = await fichaDeBaja(secreto, { personaId, tipos: ["comentado"] });
  await pedir(ficha, "List-Unsubscribe=One-Click");
  expect(await conCorreo()).not.toContain(personaId);
  await pedir(ficha, "que=volver");
  expect(await conCorreo()).toContain(personaId);
});

it("takes no link but those that were signed here", async () => {
  const yo = await crearUsuario();
  const ficha = await fichaDeBaja(secreto, { personaId: yo.personaId, tipos: ["asignado"] });
  const [persona, tipos, firma] = ficha.split(".");
  const otra = await fichaDeBaja("otro secreto", { personaId: yo.personaId, tipos: ["asignado"] });
  for (const mala of [
    otra,
    `${persona}.resuelto.${firma}`,
    `${persona}1.${tipos}.${firma}`,
    `${persona}.${tipos}.`,
    "nada",
  ]) {
    expect((await pedir(mala)).status, mala).toBe(404);
    expect((await pedir(mala, "List-Unsubscribe=One-Click")).status, mala).toBe(404);
  }
  expect(await apagadas(yo)).toEqual([]);
});
