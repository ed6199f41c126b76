import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { SecretoSegundo } from "../../../contract/esquemas/segundo.ts";
import type { Rol } from "../../../contract/vocabulario.ts";
import { codigoDe, pasoDe } from "../../auth/segundo/totp.ts";
import { schema } from "../../db/client.ts";
import { entornoDe } from "../../env.ts";
import { casaDe } from "../../mail/enlace.ts";
import { renderizarCorreo } from "../../mail/render.ts";
import { clienteDe } from "../../testing/api.ts";
import { llegadosA } from "../../testing/buzon.ts";
import { abrirCliente, type Cliente, ingresarCon } from "../../testing/cliente.ts";
import { crearConContrasena, crearMunicipio, crearUsuario, db } from "../../testing/fabrica.ts";

/** Whoever has an account is told by mail of what was done to how it is entered. */

const CONTRASENA = "Una-clave-larga-7";
const RUTA = "/api/auth/segundo-factor";
const TELEFONO = {
  "User-Agent":
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36",
};
beforeAll(async () => {
  await crearMunicipio();
});

const laApp = (secreto: string) => codigoDe(secreto, pasoDe(Math.floor(Date.now() / 1000)));

async function adentro(rol: Rol = "vecino") {
  const quien = await crearConContrasena(CONTRASENA, rol);
  const navegador = abrirCliente();
  await ingresarCon(navegador, quien.email, CONTRASENA);
  const pedir = <T = object>(que: string, cuerpo: object) =>
    navegador.pedir<T>("POST", que, cuerpo, TELEFONO);
  return { quien, navegador, pedir };
}

async function conSegundo(rol: Rol = "vecino") {
  const suyo = await adentro(rol);
  const { secreto } = (await suyo.pedir<SecretoSegundo>(RUTA, { actual: CONTRASENA })).cuerpo;
  const { cuerpo } = await suyo.pedir<{ codigos: string[] }>(`${RUTA}/activar`, {
    codigo: await laApp(secreto),
  });
  const ya = () =>
    db
      .update(schema.segundos_factores)
      .set({ ultimo_paso: 0 })
      .where(eq(schema.segundos_factores.usuario_id, suyo.quien.id));
  await ya();
  return { ...suyo, secreto, codigos: cuerpo.codigos, ya };
}

const plantillas = async (email: string) =>
  (await llegadosA(email)).map((c) => c.plantilla).reverse();
async function ultimo(email: string) {
  const [correo] = await llegadosA(email);
  const dice = await renderizarCorreo(db, casaDe(entornoDe(env)), correo?.id ?? 0);
  return { ...correo, ...dice };
}

test("setting it up, renewing its codes, using one and taking it away: each is told, with when and from where", async () => {
  const { quien, pedir, secreto, ya } = await conSegundo();
  expect(await ultimo(quien.email)).toMatchObject({
    plantilla: "cuenta_segundo_puesto",
    aparato: "Chrome, Android",
    texto: expect.stringMatching(
      /Fue el \S+ \d+ de \S+ a las \d\d:\d\d, desde Chrome, Android\.[\s\S]*Si no fuiste vos/,
    ) as string,
  });
  const { cuerpo } = await pedir<{ codigos: string[] }>(`${RUTA}/codigos`, {
    codigo: await laApp(secreto),
  });
  await ya();
  const [uno = "", otro = ""] = cuerpo.codigos;
  const afuera = abrirCliente();
  const datos = new URLSearchParams({ username: quien.email, password: CONTRASENA, codigo: uno });
  expect((await afuera.pedir("POST", "/api/auth/login", datos, TELEFONO)).status).toBe(200);
  expect(await ultimo(quien.email)).toMatchObject({
    plantilla: "cuenta_codigo_usado",
    aparato: "Chrome, Android",
  });
  // The same a second time opens nothing, and is no news.
  expect((await afuera.pedir("POST", "/api/auth/login", datos)).status).toBe(401);
  expect((await pedir(`${RUTA}/quitar`, { codigo: otro })).status).toBe(204);
  expect(await plantillas(quien.email)).toEqual([
    "cuenta_segundo_puesto",
    "cuenta_codigos_nuevos",
    "cuenta_codigo_usado",
    "cuenta_codigo_usado",
    "cuenta_segundo_quitado",
  ]);
});

test("what did not happen is not told", async () => {
  const { quien, pedir } = await conSegundo();
  expect((await pedir(`${RUTA}/codigos`, { codigo: "000000" })).status).toBe(422);
  expect((await pedir(`${RUTA}/quitar`, { codigo: "aaaaa-aaaaa" })).status).toBe(422);
  expect(await plantillas(quien.email)).toEqual(["cuenta_segundo_puesto"]);
});

test("an admin who takes it away is named as such, and not their device", async () => {
  const { quien } = await conSegundo("supervisor");
  const jefe: Cliente = await clienteDe(await crearUsuario("admin"));
  const ruta = `/api/usuarios/${quien.id}/segundo-factor/restablecer`;
  expect((await jefe.pedir("POST", ruta, undefined, TELEFONO)).status).toBe(204);
  const { texto, ...correo } = await ultimo(quien.email);
  expect(correo).toMatchObject({ plantilla: "cuenta_segundo_restablecido", aparato: null });
  expect(texto).toContain("hablá ya con la municipalidad");
  expect(texto).not.toContain("Android");
});

test("another password is told with its device, in the reader's language, whatever is turned off", async () => {
  const { quien, pedir } = await adentro();
  await db
    .update(schema.personas)
    .set({ idioma: "en" })
    .where(eq(schema.personas.id, quien.personaId));
  await db.insert(schema.bajas).values({ persona_id: quien.personaId, tipo: "todo", en: 1 });
  await pedir("/api/auth/password", { actual: CONTRASENA, nueva: "Otra-clave-larga-8" });
  const { plantilla, texto, html } = await ultimo(quien.email);
  expect(plantilla).toBe("cuenta_contrasena");
  for (const dice of [texto, html]) expect(dice).toMatch(/It was on .*, from Chrome, Android\./);
  expect(texto).not.toContain("/baja/");
});
