import { beforeAll, expect, it } from "vitest";
import type { Problema } from "../../../contract/errores.ts";
import type { Plantilla } from "../../../contract/esquemas/plantillas.ts";
import { clienteDe } from "../../testing/api.ts";
import type { Cliente } from "../../testing/cliente.ts";
import { crearUsuario } from "../../testing/fabrica.ts";

let admin: Cliente;
let supervisora: Cliente;
beforeAll(async () => {
  admin = await clienteDe(await crearUsuario("admin"));
  supervisora = await clienteDe(await crearUsuario("supervisor"));
});

const PEDIDO = {
  titulo: "Fuera de jurisdicción",
  texto: "El lugar del reclamo #{numero} no es de la ciudad.",
  accion: "rechazar",
};

it("an admin keeps a text, staff read it, and it can be changed and forgotten", async () => {
  const nueva = await admin.pedir<Plantilla>("POST", "/api/plantillas", PEDIDO);
  expect(nueva.status).toBe(201);
  expect(nueva.cuerpo).toMatchObject(PEDIDO);

  const ruta = `/api/plantillas/${nueva.cuerpo.id}`;
  const otra = { ...PEDIDO, titulo: "No es nuestro", accion: null };
  expect((await admin.pedir("PUT", ruta, otra)).cuerpo).toMatchObject(otra);

  const leidas = await supervisora.pedir<{ items: Plantilla[] }>("GET", "/api/plantillas");
  expect(leidas.cuerpo.items.map((p) => p.titulo)).toEqual(["No es nuestro"]);

  expect((await admin.pedir("DELETE", ruta)).status).toBe(204);
  expect((await admin.pedir("DELETE", ruta)).status).toBe(404);
  const vacias = await supervisora.pedir<{ items: Plantilla[] }>("GET", "/api/plantillas");
  expect(vacias.cuerpo.items).toEqual([]);
});

it("refuses a title that is taken, beside its field", async () => {
  await admin.pedir("POST", "/api/plantillas", { ...PEDIDO, titulo: "Repetida" });
  const una = await admin.pedir<Plantilla>("POST", "/api/plantillas", {
    ...PEDIDO,
    titulo: "Otra",
  });
  for (const [metodo, ruta] of [
    ["POST", "/api/plantillas"],
    ["PUT", `/api/plantillas/${una.cuerpo.id}`],
  ] as const) {
    const r = await admin.pedir<Problema>(metodo, ruta, { ...PEDIDO, titulo: "Repetida" });
    expect(r.status).toBe(409);
    expect(r.cuerpo.errores?.map((e) => e.campo)).toEqual(["titulo"]);
  }
});

it("offers no template where an action asks for no text", async () => {
  const r = await admin.pedir<Problema>("POST", "/api/plantillas", {
    titulo: "x",
    texto: "corto",
    accion: "iniciar",
  });
  expect(r.status).toBe(422);
  expect(r.cuerpo.errores?.map((e) => e.campo)).toEqual(["titulo", "texto", "accion"]);
});

it("a repeated request makes one template", async () => {
  const clave = { "Idempotency-Key": crypto.randomUUID() };
  const pedido = { ...PEDIDO, titulo: "Una sola" };
  const [a, b] = [
    await admin.pedir<Plantilla>("POST", "/api/plantillas", pedido, clave),
    await admin.pedir<Plantilla>("POST", "/api/plantillas", pedido, clave),
  ];
  expect([a.status, b.status]).toEqual([201, 201]);
  expect(b.cuerpo).toEqual(a.cuerpo);
});

it("refuses a change of one that is another by now", async () => {
  const { cuerpo: p } = await admin.pedir<Plantilla>("POST", "/api/plantillas", {
    ...PEDIDO,
    titulo: "De dos",
  });
  const cambiar = (texto: string) =>
    admin.pedir("PUT", `/api/plantillas/${p.id}`, {
      ...PEDIDO,
      titulo: "De dos",
      texto,
      version: 1,
    });
  expect((await cambiar("Un texto de quien llegó primero.")).status).toBe(200);
  expect((await cambiar("Un texto de quien llegó después.")).status).toBe(409);
});
