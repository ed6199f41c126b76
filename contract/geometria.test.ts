import { describe, expect, it } from "vitest";
import type { Poligono } from "./esquemas/catalogos.ts";
import { cajaDe, fallaDe, metrosCuadrados, seTocan, VERTICES_MAX } from "./geometria.ts";

const con = (...anillos: [number, number][][]): Poligono => ({
  type: "Polygon",
  coordinates: anillos,
});
const cuadrado = (x: number, y: number, lado: number): [number, number][] => [
  [x, y],
  [x + lado, y],
  [x + lado, y + lado],
  [x, y + lado],
  [x, y],
];

describe("what is a polygon", () => {
  it("a closed ring that does not cross itself, holes included", () => {
    expect(fallaDe(con(cuadrado(0, 0, 3), cuadrado(1, 1, 1)))).toBeNull();
    expect(
      fallaDe({ type: "MultiPolygon", coordinates: [[cuadrado(0, 0, 1)], [cuadrado(5, 5, 1)]] }),
    ).toBeNull();
  });
  it("not an open one, nor one of two points", () => {
    expect(fallaDe(con(cuadrado(0, 0, 1).slice(0, 4)))).toBe("abierto");
    expect(
      fallaDe(
        con([
          [0, 0],
          [1, 1],
          [0, 0],
          [0, 0],
        ]),
      ),
    ).toBe("pocos_puntos");
  });
  it("not a bow tie", () => {
    expect(
      fallaDe(
        con([
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ]),
      ),
    ).toBe("se_cruza");
  });
  it("not one with more corners than anybody can mean", () => {
    const muchos = Array.from({ length: VERTICES_MAX }, (_, i): [number, number] => [
      Math.cos(i / 400),
      Math.sin(i / 400),
    ]);
    expect(fallaDe(con([...muchos, muchos[0] ?? [0, 0]]))).toBe("demasiados_puntos");
  });
});

describe("measures", () => {
  it("a hectare is a hectare, and its hole is taken away", () => {
    const grado = 1 / 111_195;
    expect(metrosCuadrados(con(cuadrado(0, 0, 100 * grado)))).toBeCloseTo(10_000, 0);
    expect(
      metrosCuadrados(
        con(cuadrado(0, 0, 100 * grado), cuadrado(10 * grado, 10 * grado, 50 * grado)),
      ),
    ).toBeCloseTo(7500, 0);
  });
  it("boxes touch or do not", () => {
    const a = cajaDe(con(cuadrado(0, 0, 1)));
    expect(a).toEqual([0, 0, 1, 1]);
    expect(seTocan(a, cajaDe(con(cuadrado(1, 1, 1))))).toBe(true);
    expect(seTocan(a, cajaDe(con(cuadrado(2, 0, 1))))).toBe(false);
  });
});
