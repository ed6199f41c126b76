import { expect, test } from "vitest";
import type { Arreglado } from "../../../contract/esquemas/portada.ts";
import { metrosEntre, porCercania } from "./cerca.ts";

const OBELISCO = { lat: -34.6037, lng: -58.3816 };

test("a degree of latitude is some 111 km", () => {
  expect(metrosEntre(OBELISCO, { ...OBELISCO, lat: -33.6037 })).toBeCloseTo(111_195, -2);
  expect(metrosEntre(OBELISCO, OBELISCO)).toBe(0);
});

test("the nearest comes first, and what has no place does not come", () => {
  const en = (codigo: string, lat: number | null) =>
    ({ codigo, lat, lng: lat === null ? null : OBELISCO.lng }) as Arreglado;
  const de = [en("lejos", -34.7), en("sin", null), en("cerca", -34.604), en("medio", -34.62)];
  expect(porCercania(de, OBELISCO).map((a) => a.codigo)).toEqual(["cerca", "medio", "lejos"]);
});
