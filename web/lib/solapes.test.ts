import { describe, expect, it } from "vitest";
import type { Poligono } from "../../contract/esquemas/catalogos.ts";
import { analizar } from "./solapes.ts";

const caja = (x0: number, x1: number): Poligono => ({
  type: "Polygon",
  coordinates: [
    [
      [x0, 0],
      [x1, 0],
      [x1, 0.01],
      [x0, 0.01],
      [x0, 0],
    ],
  ],
});
const zona = (id: number, x0: number, x1: number) => ({
  id,
  nombre: `Z${id}`,
  poligono: caja(x0, x1),
});
const ciudad = caja(0, 0.03);
const vistos = (...zonas: ReturnType<typeof zona>[]) =>
  analizar(zonas, ciudad).map((p) => [p.tipo, ...p.zonas].join(" "));

describe("zonas against each other and the municipality", () => {
  it("that share their edges and fill it have no problem", () => {
    expect(vistos(zona(1, 0, 0.01), zona(2, 0.01, 0.03))).toEqual([]);
  });
  it("that lie on each other are named", () => {
    expect(vistos(zona(1, 0, 0.012), zona(2, 0.01, 0.03))).toEqual(["solape Z1 Z2"]);
  });
  it("leave a gap, each apart, or reach out of it", () => {
    expect(vistos(zona(1, 0.002, 0.01), zona(2, 0.015, 0.034))).toEqual([
      "hueco",
      "afuera Z2",
      "hueco",
    ]);
  });
  it("are measured: a hundredth of a degree by two thousandths is some twenty-five hectares", () => {
    const [p] = analizar([zona(1, 0, 0.012), zona(2, 0.01, 0.03)], ciudad);
    expect((p?.m2 ?? 0) / 10_000).toBeCloseTo(24.73, 1);
  });
});
