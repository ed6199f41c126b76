import { beforeAll, describe, expect, it } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import type { Poligono } from "../../../contract/esquemas/catalogos.ts";
import { VERTICES_MAX } from "../../../contract/geometria.ts";
import { crearMunicipio, crearUsuario, ctxDe } from "../../testing/fabrica.ts";
import { cambiarZona } from "./cambiar.ts";
import { crearZona } from "./crear.ts";

let admin: Usuario;
beforeAll(async () => {
  await crearMunicipio();
  admin = await crearUsuario("admin");
});

let n = 0;
const crear = (...anillo: [number, number][]) =>
  crearZona(ctxDe(admin), {
    nombre: `Zona ${++n}`,
    poligono: { type: "Polygon", coordinates: [anillo] },
    activa: true,
  });
/** A square whose corner is so many degrees from the municipality's. */
const cuadro = (dx: number): [number, number][] => [
  [-58.4 + dx, -34.6],
  [-58.39 + dx, -34.6],
  [-58.39 + dx, -34.59],
  [-58.4 + dx, -34.59],
  [-58.4 + dx, -34.6],
];
const mal = (mensaje: RegExp) => ({
  codigo: "datos_invalidos",
  message: expect.stringMatching(mensaje),
});

describe("the shape of a zona", () => {
  it("may reach out of the municipality, but not be elsewhere", async () => {
    expect((await crear(...cuadro(0.015))).id).toBeGreaterThan(0);
    await expect(crear(...cuadro(1))).rejects.toMatchObject(mal(/fuera del municipio/));
  });
  it("is closed and does not cross itself", async () => {
    await expect(crear(...cuadro(0).slice(0, 4))).rejects.toMatchObject(mal(/no está cerrado/));
    const [a, b, c, d] = cuadro(0) as [number, number][] & { length: 5 };
    if (!a || !b || !c || !d) throw new Error("cuadro");
    await expect(crear(a, c, b, d, a)).rejects.toMatchObject(mal(/se cruza/));
  });
  it("has no more corners than anybody means, parts and holes together", async () => {
    const anillo = Array.from({ length: VERTICES_MAX / 2 }, (_, i): [number, number] => [
      -58.395 + 0.001 * Math.cos((i / VERTICES_MAX) * 4 * Math.PI),
      -34.595 + 0.001 * Math.sin((i / VERTICES_MAX) * 4 * Math.PI),
    ]);
    const parte = [[...anillo, anillo[0] ?? [0, 0]]];
    const poligono: Poligono = { type: "MultiPolygon", coordinates: [parte, parte] };
    await expect(
      crearZona(ctxDe(admin), { nombre: "Muchas", poligono, activa: true }),
    ).rejects.toMatchObject(mal(/2000 esquinas/));
  });
  it("is asked of a change too", async () => {
    const { id, nombre } = await crear(...cuadro(0));
    const poligono: Poligono = { type: "Polygon", coordinates: [cuadro(2)] };
    await expect(
      cambiarZona(ctxDe(admin), id, { nombre, poligono, activa: true }),
    ).rejects.toMatchObject(mal(/fuera del municipio/));
  });
});
