import { env } from "cloudflare:workers";
import { beforeEach, expect, it } from "vitest";
import type { Problema } from "../../../contract/errores.ts";
import type { Avance, Municipio, MunicipioPublico } from "../../../contract/esquemas/municipio.ts";
import type { Foto } from "../../../contract/esquemas/reclamos.ts";
import { schema } from "../../db/client.ts";
import { olvidarFotosSueltas } from "../../domain/fotos/olvidar.ts";
import { clienteDe } from "../../testing/api.ts";
import { abrirCliente, type Cliente } from "../../testing/cliente.ts";
import { LIMITE } from "../../testing/cuerpos.ts";
import { crearUsuario, db } from "../../testing/fabrica.ts";
import { PNG } from "../../testing/fotos.ts";
import { olvidarCiudad } from "../ciudad.ts";

const PEDIDO = {
  nombre: "San Vicente del Sur",
  limite: LIMITE,
  lat: -34.59,
  lng: -58.39,
  reclamos_por_dia: 8,
  color_principal: "#6a1b9a",
  color_acento: null,
};
const SIEMPRE = 4_000_000_000;

let admin: Cliente;
const anonimo = abrirCliente();
const guardar = (mas: object = {}) =>
  admin.pedir<Municipio & Problema>("PUT", "/api/municipio", { ...PEDIDO, ...mas });
const publico = async () =>
  (await anonimo.pedir<MunicipioPublico>("GET", "/api/publico/municipio")).cuerpo;

beforeEach(async () => {
  await db.delete(schema.municipio);
  admin = await clienteDe(await crearUsuario("admin"));
});

it("is empty before anyone sets it up, and all there after", async () => {
  expect((await admin.pedir("GET", "/api/municipio")).cuerpo).toMatchObject({
    nombre: "",
    limite: null,
    reclamos_por_dia: 5,
  });
  expect(await publico()).toEqual({
    nombre: "",
    lat: null,
    lng: null,
    logo: null,
    colores: null,
    contacto: null,
  });

  expect((await guardar()).status).toBe(200);
  expect((await admin.pedir("GET", "/api/municipio")).cuerpo).toMatchObject(PEDIDO);
  expect(await publico()).toMatchObject({ nombre: PEDIDO.nombre, logo: null });
});

it("gives its colours as a stylesheet that anyone may keep", async () => {
  await guardar();
  const { colores } = await publico();
  const hoja = await anonimo.pedir<string>("GET", colores ?? "");
  expect(hoja.headers.get("Content-Type")).toMatch(/^text\/css/);
  expect(hoja.cuerpo).toContain("--rio:#6a1b9a");
});

it("names every wrong field", async () => {
  const r = await guardar({ nombre: "", limite: undefined, lat: 200, color_principal: "violeta" });
  expect(r.status).toBe(422);
  expect(r.cuerpo.errores?.find((e) => e.campo === "limite")?.mensaje).toMatch(/^Falta el límite/);
  expect(r.cuerpo.errores?.map((e) => e.campo)).toEqual([
    "nombre",
    "limite",
    "lat",
    "color_principal",
  ]);
});

it("wants a closed boundary with its centre inside", async () => {
  const fuera = await guardar({ lat: -34.4 });
  expect(fuera.cuerpo.errores?.map((e) => e.campo)).toEqual(["lat"]);
  const abierto = { ...LIMITE, coordinates: [LIMITE.coordinates[0]?.slice(0, 4)] };
  const roto = await guardar({ limite: abierto });
  expect(roto.cuerpo.errores?.map((e) => e.campo)).toEqual(["limite"]);
});

async function subir(quien: Cliente): Promise<number> {
  const formulario = new FormData();
  formulario.set("foto", new File([PNG], "logo.png", { type: "image/png" }));
  return (await quien.pedir<Foto>("POST", "/api/fotos", formulario)).cuerpo.id;
}

it("shows a logo that the sweep leaves alone, until another takes its place", async () => {
  const primera = await guardar({ logo_foto_id: await subir(admin) });
  expect(primera.status).toBe(200);
  await olvidarFotosSueltas(db, SIEMPRE, 100);
  const visto = await anonimo.pedir("GET", primera.cuerpo.logo ?? "");
  expect([visto.status, visto.headers.get("Content-Type")]).toEqual([200, "image/jpeg"]);
  expect(visto.headers.get("Cache-Control")).toMatch(/^public/);

  await guardar({ logo_foto_id: await subir(admin) });
  expect((await env.FOTOS.list({ prefix: "miniaturas/" })).objects).toHaveLength(1);
  // Absent, it stays; null takes it away.
  expect((await guardar()).cuerpo.logo).not.toBeNull();
  expect((await guardar({ logo_foto_id: null })).cuerpo.logo).toBeNull();
  expect((await env.FOTOS.list()).objects).toHaveLength(0);
  expect((await anonimo.pedir("GET", "/api/publico/municipio/logo")).status).toBe(404);
});

it("takes no photo of somebody else's as its logo", async () => {
  const ajena = await subir(await clienteDe(await crearUsuario()));
  const r = await guardar({ logo_foto_id: ajena });
  expect(r.cuerpo.errores?.map((e) => e.campo)).toEqual(["logo_foto_id"]);
});

it("says in public how to reach it, and keeps that when it is not named", async () => {
  const contacto = {
    telefono: "0800 222 1234",
    email: "reclamos@sanvicente.example",
    direccion: "Mitre 100",
    horario: "Lunes a viernes de 8 a 14",
  };
  await guardar({ contacto });
  expect((await publico()).contacto).toEqual(contacto);
  await guardar();
  expect((await publico()).contacto).toEqual(contacto);
  const mal = await guardar({ contacto: { ...contacto, email: "x" } });
  expect(mal.cuerpo.errores?.map((e) => e.campo)).toEqual(["contacto.email"]);
});

it("of two admins who set it up from nothing, the second is told", async () => {
  expect((await guardar({ version: 0 })).cuerpo.version).toBe(1);
  const tarde = await guardar({ version: 0, nombre: "Otra" });
  expect([tarde.status, tarde.cuerpo.codigo]).toEqual([409, "version_vieja"]);
  expect((await guardar({ version: 1, nombre: "Otra" })).cuerpo).toMatchObject({
    nombre: "Otra",
    version: 2,
  });
});

it("counts how far it has been set up", async () => {
  const ver = async () => (await admin.pedir<Avance>("GET", "/api/municipio/avance")).cuerpo;
  const antes = await ver();
  expect(antes).toMatchObject({ nombre: false, limite: false, categorias: 0, reclamos: 0 });
  await guardar();
  await admin.pedir("POST", "/api/categorias", {
    nombre: "Bacheo",
    icono: "cono",
    color: "#9a3412",
    horas_normal: 240,
    horas_urgente: 72,
  });
  await crearUsuario("supervisor");
  expect(await ver()).toMatchObject({
    nombre: true,
    limite: true,
    categorias: 1,
    cuadrillas: 0,
    personal: antes.personal + 1,
  });
});

it("is on every page, with its colours, and nothing of it before", async () => {
  olvidarCiudad();
  const antes = (await anonimo.pedir<string>("GET", "/ingresar")).cuerpo;
  expect(antes).toContain("· Baldosa</title>");
  expect(antes).not.toContain("colores.css");
  await guardar({ logo_foto_id: await subir(admin) });
  const despues = (await anonimo.pedir<string>("GET", "/ingresar")).cuerpo;
  expect(despues).toContain("· San Vicente del Sur</title>");
  expect(despues).toMatch(/<link id="colores" rel="stylesheet" href="[^"]*colores\.css\?v=/);
  expect(despues).toMatch(/<img class="marca-logo" src="[^"]*\/logo\?v=/);
});
