import { beforeAll, describe, expect, test } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import { crearUsuario, ctxDe } from "../../testing/fabrica.ts";
import { guardarPreferencias, INTERRUPTORES, verPreferencias } from "./preferencias.ts";

let yo: Usuario;
let otra: Usuario;
beforeAll(async () => {
  [yo, otra] = [await crearUsuario(), await crearUsuario()];
});

describe("the switches", () => {
  test("are the kinds of the event table by the channels through which they can come", () => {
    const de = (canal: string) =>
      INTERRUPTORES.filter((i) => i.canal === canal)
        .map((i) => i.tipo)
        .sort();
    expect(de("correo")).toEqual([
      "anuncio",
      "asignado",
      "comentado",
      "creado",
      "iniciado",
      "rechazado",
      "resuelto",
      "resumen",
    ]);
    expect(de("aviso")).toEqual([
      "anuncio",
      "asignado",
      "comentado",
      "confirmado",
      "creado",
      "demorado",
      "devuelto",
      "iniciado",
      "reabierto",
      "rechazado",
      "resuelto",
    ]);
  });

  test("start on, but for an anuncio's mail and the summary", async () => {
    const apagadas = (await verPreferencias(ctxDe(yo))).filter((p) => !p.activa);
    expect(apagadas).toEqual([
      { tipo: "anuncio", canal: "correo", activa: false },
      { tipo: "resumen", canal: "correo", activa: false },
    ]);
  });

  test("stay as each person turned them, and nobody else's move", async () => {
    const cambio = { tipo: "asignado", canal: "correo", activa: false } as const;
    const todas = await guardarPreferencias(ctxDe(yo), [cambio]);
    expect(todas).toHaveLength(INTERRUPTORES.length);
    expect(todas).toContainEqual(cambio);
    expect(await verPreferencias(ctxDe(yo))).toEqual(todas);
    expect(await verPreferencias(ctxDe(otra))).toEqual(INTERRUPTORES);
    await guardarPreferencias(ctxDe(yo), [{ ...cambio, activa: true }]);
    expect(await verPreferencias(ctxDe(yo))).toEqual(INTERRUPTORES);
  });

  test("a kind that never comes by that channel is a wrong field, and nothing is saved", async () => {
    await expect(
      guardarPreferencias(ctxDe(otra), [
        { tipo: "creado", canal: "aviso", activa: false },
        { tipo: "demorado", canal: "correo", activa: false },
        { tipo: "editado", canal: "aviso", activa: false },
      ]),
    ).rejects.toMatchObject({
      codigo: "datos_invalidos",
      mas: { errores: [{ campo: "items.1.tipo" }, { campo: "items.2.tipo" }] },
    });
    expect(await verPreferencias(ctxDe(otra))).toEqual(INTERRUPTORES);
  });

  test("are for who is signed in", async () => {
    const nadie = ctxDe({ tipo: "anonimo" });
    await expect(verPreferencias(nadie)).rejects.toMatchObject({ codigo: "sin_sesion" });
    await expect(guardarPreferencias(nadie, [])).rejects.toMatchObject({ codigo: "sin_sesion" });
  });
});
