import { expect, it } from "vitest";
import { juntar } from "./juntar.ts";

const pin = (lng: number, n = 1) => ({
  lat: 0,
  lng,
  n,
  ...(n === 1 ? { codigo: `C${lng}`, estado: "nuevo" as const } : {}),
});
const donde = ({ lng }: { lng: number }) => ({ x: lng, y: 0 });

it("what falls together is counted together, at the place of the largest", () => {
  const juntos = juntar([pin(0), pin(10, 5), pin(200), pin(45, 3)], donde, 44);
  expect(juntos.map(({ lng, n }) => [lng, n])).toEqual([
    [10, 9],
    [200, 1],
  ]);
});

it("two that became one are no longer any one of them", () => {
  expect(juntar([pin(0), pin(20)], donde, 44)).toMatchObject([{ n: 2, codigo: undefined }]);
});

it("nobody is lost, nor doubled", () => {
  const lista = Array.from({ length: 300 }, (_, i) => pin((i * 37) % 900));
  const total = juntar(lista, donde, 44).reduce((suma, g) => suma + g.n, 0);
  expect(total).toBe(300);
});

it("where no zoom tells them apart they are left as they are", () => {
  expect(juntar([pin(0), pin(0)], donde, 0)).toHaveLength(2);
});
