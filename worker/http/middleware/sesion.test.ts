import { expect, it } from "vitest";
import type { Problema } from "../../../contract/errores.ts";
import { tokenDe } from "../../testing/api.ts";
import { abrirCliente } from "../../testing/cliente.ts";
import { crearUsuario } from "../../testing/fabrica.ts";

it("refuses what was kept for somebody else, and does nothing of it", async () => {
  const una = await crearUsuario("vecino");
  const otra = await crearUsuario("vecino");
  const cliente = abrirCliente({ token: await tokenDe(otra) });
  const mandar = (usuario: number) =>
    cliente.pedir<Problema>(
      "POST",
      "/api/avisos/leidos",
      { hasta: 0 },
      {
        "Baldosa-Usuario": String(usuario),
      },
    );
  const r = await mandar(una.id);
  expect([r.status, r.cuerpo.codigo]).toEqual([401, "sin_sesion"]);
  expect((await mandar(otra.id)).status).toBeLessThan(300);
  const nadie = await abrirCliente().pedir<Problema>(
    "POST",
    "/api/avisos/leidos",
    { hasta: 0 },
    {
      "Baldosa-Usuario": String(una.id),
    },
  );
  expect(nadie.cuerpo.codigo).toBe("sin_sesion");
});
