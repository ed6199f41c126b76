import { expect, test } from "vitest";
import { contraAntes, rutaDe } from "./numero.tsx";

const numero = (valor: number | null, anterior: number | null) => ({
  valor,
  anterior,
  lista: null,
});

test.each([
  [numero(120, 100), "cuenta", "20 % más que antes"],
  [numero(80, 100), "cuenta", "20 % menos que antes"],
  [numero(100, 100), "dias", "igual que antes"],
  [numero(1001, 1000), "cuenta", "igual que antes"],
  [numero(317, 3), "cuenta", "antes, 3"],
  [numero(4, 0), "cuenta", "antes, 0"],
  [numero(85.9, 80), "porciento", "antes, 80 %"],
  [numero(0, 5), "cuenta", "100 % menos que antes"],
  [numero(5, null), "cuenta", null],
  [numero(null, 5), "dias", null],
] as const)("%j in %s reads %s", (n, unidad, dicho) => {
  expect(contraAntes(n, unidad)).toBe(dicho);
});

test("a number's list is an address of the bandeja, in its own words and no other", () => {
  const lista = { estado: "resuelto", cerrado_desde: "2026-10-01T03:00:00Z", raro: "1" };
  expect(rutaDe({ valor: 1, anterior: null, lista })).toBe(
    "/gestion?estado=resuelto&cerrado_desde=2026-10-01T03%3A00%3A00Z",
  );
  expect(rutaDe(numero(1, 1))).toBeNull();
});
