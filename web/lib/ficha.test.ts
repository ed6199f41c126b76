import { expect, test } from "vitest";
import { fusionar } from "./ficha.ts";

const VISTO = { nombre: "Bacheo", horas: 240, cuadrillas: [1, 2] };

test("what one typed stays, what one left alone is as it is now, and each change is told", () => {
  const puesto = { ...VISTO, nombre: "Baches" };
  const ahora = { nombre: "Pavimento", horas: 100, cuadrillas: [1, 2] };
  expect(fusionar(VISTO, puesto, ahora)).toEqual({
    valores: { nombre: "Baches", horas: 100, cuadrillas: [1, 2] },
    diferencias: [
      ["nombre", "Bacheo", "Pavimento"],
      ["horas", 240, 100],
    ],
  });
});

test("a list counts by what it holds", () => {
  const { valores, diferencias } = fusionar(
    VISTO,
    { ...VISTO, cuadrillas: [1, 2] },
    { ...VISTO, cuadrillas: [3] },
  );
  expect(valores.cuadrillas).toEqual([3]);
  expect(diferencias).toEqual([["cuadrillas", [1, 2], [3]]]);
});
