import { expect, it } from "vitest";
import { juntar, ladoLibre } from "./recuadros.ts";

const pin = (lng: number, n = 1) => ({
  lat: 0,
  lng,
  n,
  ...(n === 1 ? { codigo: `C${lng}`, estado: "nuevo" as const } : {}),
});
/** A circle about the place, wider from 10 on; a pin stands on it. */
const recuadro = ({ lng, n }: { lng: number; n: number }) => {
  const lado = n < 10 ? 44 : 58;
  return { x: lng - lado / 2, y: n === 1 ? -lado : -lado / 2, ancho: lado, alto: lado };
};

it("what falls together is counted together, at the place of the largest", () => {
  const juntos = juntar([pin(0), pin(10, 5), pin(200), pin(45, 3)], recuadro);
  expect(juntos.map(({ lng, n }) => [lng, n])).toEqual([
    [10, 9],
    [200, 1],
  ]);
});

it("two that became one are no longer any one of them", () => {
  expect(juntar([pin(0), pin(20)], recuadro)).toMatchObject([{ n: 2, codigo: undefined }]);
});

it("one that grew takes in what it has come to cover", () => {
  // 50 pixels apart both fit; with ten in it the first is wider.
  expect(juntar([pin(0, 9), pin(50, 8)], recuadro)).toHaveLength(2);
  expect(juntar([pin(0, 9), pin(50, 8), pin(-10)], recuadro)).toMatchObject([{ lng: 0, n: 18 }]);
});

it("in the end none covers another, and nobody is lost, nor doubled", () => {
  const juntos = juntar(
    Array.from({ length: 300 }, (_, i) => pin((i * 37) % 900, 1 + (i % 4))),
    recuadro,
  );
  expect(juntos.reduce((suma, g) => suma + g.n, 0)).toBe(750);
  const lados = juntos.map(recuadro).sort((a, b) => a.x - b.x);
  expect(
    lados.every((r, i) => i === 0 || r.x >= (lados[i - 1]?.x ?? 0) + (lados[i - 1]?.ancho ?? 0)),
  ).toBe(true);
});

it("what is free of a mark is what the edge and what stands on top leave of it", () => {
  const caja = (x: number, y: number, ancho: number, alto: number) => ({ x, y, ancho, alto });
  const marco = caja(0, 0, 400, 300);
  expect(ladoLibre(caja(100, 100, 44, 44), marco, [])).toBe(44);
  expect(ladoLibre(caja(380, 100, 44, 44), marco, [])).toBe(20);
  expect(ladoLibre(caja(500, 100, 44, 44), marco, [])).toBeLessThanOrEqual(0);
  // A button over its lower half.
  expect(ladoLibre(caja(100, 100, 44, 44), marco, [caja(110, 122, 127, 44)])).toBe(22);
  expect(ladoLibre(caja(100, 100, 44, 44), marco, [caja(300, 100, 44, 44)])).toBe(44);
});
