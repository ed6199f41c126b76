import { expect, it } from "vitest";
import { aCampo, deCampo, enPalabras } from "./hora-local.ts";

it("a field of a day and an hour is Buenos Aires time, there and back", () => {
  expect(aCampo("2026-11-28T01:30:45Z")).toBe("2026-11-27T22:30");
  expect(deCampo("2026-11-27T22:30")).toBe("2026-11-27T22:30:00-03:00");
  expect(aCampo(deCampo("2026-12-31T23:59") ?? "")).toBe("2026-12-31T23:59");
  expect(deCampo("")).toBeNull();
});

it("is said with its day and its hour", () => {
  expect(enPalabras("2026-11-27T22:30")).toMatch(/27 de noviembre de 2026.*22:30/);
});
