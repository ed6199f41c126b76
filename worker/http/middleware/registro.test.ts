import { afterEach, beforeAll, expect, it, vi } from "vitest";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { clienteDe } from "../../testing/api.ts";
import { abrirCliente, ingresarCon } from "../../testing/cliente.ts";
import { type Ciudad, crearMunicipio, crearUsuario, pedidoDe } from "../../testing/fabrica.ts";

let ciudad: Ciudad;
beforeAll(async () => {
  ciudad = await crearMunicipio();
});
afterEach(() => vi.restoreAllMocks());

/** The lines written while something is done. */
async function lineasDe(hacer: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const espia = vi.spyOn(console, "log").mockImplementation(() => undefined);
  await hacer();
  return espia.mock.calls.map(([linea]) => JSON.parse(String(linea)) as Record<string, unknown>);
}

it("writes one line a request, with the route's pattern and what the database cost", async () => {
  const vecino = await clienteDe(await crearUsuario());
  const { cuerpo: r } = await vecino.pedir<Reclamo>("POST", "/api/reclamos", pedidoDe(ciudad));
  const [linea, ...otras] = await lineasDe(() =>
    vecino.pedir("GET", `/api/reclamos/${r.codigo}?q=x`),
  );
  expect(otras).toEqual([]);
  expect(linea).toMatchObject({
    que: "pedido",
    metodo: "GET",
    ruta: "/api/reclamos/:ref",
    status: 200,
    rol: "vecino",
    d1_viajes: expect.any(Number),
    d1_leidas: expect.any(Number),
    d1_escritas: 0,
  });
});

it("gives the line, the answer and the problem the same id", async () => {
  let respuesta = await abrirCliente().pedir<{ requestId: string }>("GET", "/api/no-hay");
  const [linea] = await lineasDe(async () => {
    respuesta = await abrirCliente().pedir<{ requestId: string }>("GET", "/api/no-hay");
  });
  expect(respuesta.headers.get("X-Request-Id")).toBe(linea?.id);
  expect(respuesta.cuerpo.requestId).toBe(linea?.id);
});

it("tells Server-Timing outside production", async () => {
  const { headers } = await abrirCliente().pedir("GET", "/api/health");
  expect(headers.get("Server-Timing")).toMatch(/d1;desc="viajes=1 leidas=\d+ escritas=0"/);
});

it("writes nothing personal, whatever a person does", async () => {
  const marcas = [
    "zulema",
    "quintanilla",
    "secreta-clave-1",
    "4444-9999",
    "pasaje-marcado",
    "texto-marcado",
    "busqueda-marcada",
  ];
  const lineas = await lineasDe(async () => {
    const ella = abrirCliente();
    await ella.pedir("POST", "/api/auth/register", {
      email: "zulema@marcada.example",
      password: "secreta-clave-1",
      nombre: "Zulema",
      apellido: "Quintanilla",
      telefono: "11 4444-9999",
    });
    await ingresarCon(ella, "zulema@marcada.example", "mal");
    await ingresarCon(ella, "zulema@marcada.example", "secreta-clave-1");
    const { cuerpo: r } = await ella.pedir<Reclamo>(
      "POST",
      "/api/reclamos",
      pedidoDe(ciudad, {
        direccion: "pasaje-marcado 1",
        descripcion: "texto-marcado de la vecina",
      }),
    );
    await ella.pedir("POST", `/api/reclamos/${r.id}/comentar`, { texto: "texto-marcado" });
    await ella.pedir("GET", "/api/reclamos?q=busqueda-marcada");
    await ella.pedir("GET", `/api/publico/reclamos/${r.codigo}`);
    await ella.pedir("POST", "/api/auth/register", { email: "zulema@marcada.example" });
    marcas.push(r.codigo.toLowerCase());
  });
  expect(lineas.length).toBeGreaterThan(8);
  const todo = JSON.stringify(lineas).toLowerCase();
  for (const marca of marcas) expect(todo).not.toContain(marca);
});
