import { expect, inject, it, vi } from "vitest";
import type { Problema } from "../../contract/errores.ts";
import { abrirCliente } from "../testing/cliente.ts";
import { crearMunicipio } from "../testing/fabrica.ts";

const PUERTA = { TURNSTILE_SITE_KEY: "0x4AAA", TURNSTILE_SECRET: "secreto-de-los-tests" };
const vars = (mas: object = {}) => ({
  ...PUERTA,
  TURNSTILE_VERIFY_URL: inject("verificador"),
  ...mas,
});
const conPuerta = (mas: object = {}) => abrirCliente({ vars: vars(mas) });

let n = 0;
const cuenta = () => ({
  email: `turnstile${++n}@villabaldosa.example`,
  password: "Test123!",
  nombre: "Ana",
  apellido: "Paz",
});
const registrar = (token?: string, cliente = conPuerta()) =>
  cliente.pedir<Problema>(
    "POST",
    "/api/auth/register",
    cuenta(),
    token === undefined ? {} : { "Turnstile-Token": token },
  );
const bueno = (accion = "registro") => `bien.${accion}.${crypto.randomUUID()}`;

it("asks nothing where no key is set", async () => {
  expect((await registrar(undefined, abrirCliente())).status).toBe(201);
});

it("opens an account for who was checked, and says what it asked the verifier", async () => {
  const token = bueno();
  expect((await registrar(token)).status).toBe(201);
  const pedidos = (await (await fetch(inject("verificador"))).json()) as Record<string, string>[];
  const suyo = pedidos.find((p) => p.response === token);
  expect(suyo).toEqual({
    secret: PUERTA.TURNSTILE_SECRET,
    response: token,
    remoteip: expect.stringMatching(/^2001:db8:.+::1$/),
    idempotency_key: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

it.each([
  ["no token", undefined, "Esperá a que termine"],
  ["an endless one", "x".repeat(2049), "Esperá a que termine"],
  ["one that is none", "cualquiera", "Hacé de nuevo"],
  ["one too old", "vencido.registro.1", "venció o ya se usó"],
  ["one for another site", "otro.registro.1", "Hacé de nuevo"],
  ["one for the other form", "bien.reporte.1", "Hacé de nuevo"],
])("refuses %s, and says what to do", async (_, token, dice) => {
  const { status, cuerpo } = await registrar(token);
  expect([status, cuerpo.codigo]).toEqual([403, "persona_sin_probar"]);
  expect(cuerpo.detail).toContain(dice);
});

it("takes a token once", async () => {
  const token = bueno();
  expect((await registrar(token)).status).toBe(201);
  const otra = await registrar(token);
  expect(otra.cuerpo.detail).toContain("ya se usó");
});

it("spends no token on data that are to be mended", async () => {
  const token = bueno();
  const cliente = conPuerta();
  const mal = { ...cuenta(), password: "corta" };
  const r = await cliente.pedir("POST", "/api/auth/register", mal, { "Turnstile-Token": token });
  expect(r.status).toBe(422);
  expect((await registrar(token, cliente)).status).toBe(201);
});

it("asks once more when an answer was lost, with the same key", async () => {
  expect((await registrar(`unavez.registro.${crypto.randomUUID()}`)).status).toBe(201);
});

it.each(["500.a", "basura.a", "interno.a"])(
  "lets people by when the verifier gives no verdict (%s), and writes it down without the token",
  async (token) => {
    const lineas = vi.spyOn(console, "log").mockImplementation(() => undefined);
    expect((await registrar(token)).status).toBe(201);
    const todas = lineas.mock.calls.map(([linea]) => String(linea));
    lineas.mockRestore();
    const linea = todas.find((l) => l.startsWith('{"que":"turnstile"')) ?? "";
    expect(JSON.parse(linea)).toMatchObject({ accion: "registro", resultado: "sin_respuesta" });
    expect(todas.join()).not.toContain(token);
  },
);

it("lets people by when nobody listens there, when it is silent, and when our secret is wrong", async () => {
  const cerrado = conPuerta({ TURNSTILE_VERIFY_URL: "http://127.0.0.1:1/siteverify" });
  expect((await registrar(bueno(), cerrado)).status).toBe(201);
  expect((await registrar("calla.a")).status).toBe(201);
  expect((await registrar(bueno(), conPuerta({ TURNSTILE_SECRET: "otro" }))).status).toBe(201);
});

it.each([
  ["1x0000000000000000000000000000000AA", 201],
  ["2x0000000000000000000000000000000AA", 403],
  ["3x0000000000000000000000000000000AA", 403],
])("knows Cloudflare's test secret %s", async (secreto, status) => {
  const cliente = conPuerta({ TURNSTILE_SECRET: secreto });
  expect((await registrar("XXXX.DUMMY.TOKEN.XXXX", cliente)).status).toBe(status);
});

it("asks the same of a report without an account", async () => {
  const { categorias } = await crearMunicipio();
  const reportar = (token?: string) => {
    const f = new FormData();
    const campos = {
      email: `turnstile${++n}@villabaldosa.example`,
      titulo: "Vereda rota",
      descripcion: "Una baldosa suelta que salpica a todos.",
      direccion: "Sarmiento 210",
      categoria_id: String(categorias.bacheo),
    };
    for (const [campo, valor] of Object.entries(campos)) f.set(campo, valor);
    return conPuerta().pedir<Problema>(
      "POST",
      "/api/reportes",
      f,
      token ? { "Turnstile-Token": token } : {},
    );
  };
  expect((await reportar()).cuerpo.codigo).toBe("persona_sin_probar");
  expect((await reportar(bueno())).cuerpo.codigo).toBe("persona_sin_probar");
  expect((await reportar(bueno("reporte"))).status).toBe(201);
});

it("sends the plain form to sign in, with all that was typed", async () => {
  const f = new FormData();
  for (const [campo, valor] of Object.entries({
    email: "sin.js@villabaldosa.example",
    titulo: "",
    descripcion: "Una baldosa suelta que salpica a todos.",
    direccion: "Sarmiento 210",
    categoria_id: "1",
  }))
    f.set(campo, valor);
  const { status, cuerpo } = await conPuerta().pedir<string>("POST", "/reportar", f);
  expect(status).toBe(403);
  expect(cuerpo).toContain("hace falta JavaScript");
  expect(cuerpo).toContain("Una baldosa suelta que salpica a todos.");
  expect(cuerpo).toContain('href="/ingresar?volver=%2F"');
});

it("opens the policy to its script and frame, and tells the page its key, only where it is set", async () => {
  const de = async (cliente: ReturnType<typeof abrirCliente>) => {
    const { headers, cuerpo } = await cliente.pedir<string>("GET", "/registrarse");
    const csp = headers.get("Content-Security-Policy") ?? "";
    return { csp, cuerpo };
  };
  const con = await de(conPuerta());
  expect(con.csp).toContain("script-src 'self' https://challenges.cloudflare.com;");
  expect(con.csp).toContain("frame-src 'self' https://challenges.cloudflare.com;");
  expect(con.cuerpo).toContain('"humano":"0x4AAA"');
  expect(con.cuerpo).not.toContain(PUERTA.TURNSTILE_SECRET);
  const sin = await de(abrirCliente());
  expect(sin.csp).not.toContain("cloudflare");
  expect(sin.cuerpo).not.toContain('"humano"');
});
