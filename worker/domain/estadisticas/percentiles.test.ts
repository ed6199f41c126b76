import { describe, expect, it } from "vitest";
import { DIAS_HASTA } from "../../db/medidas.ts";
import { azarDe } from "../../testing/historia.ts";
import { percentil } from "./percentiles.ts";

const enCubos = (largos: number[]): number[] => {
  const cuentas = Array.from({ length: DIAS_HASTA.length + 1 }, () => 0);
  for (const l of largos) {
    const i = DIAS_HASTA.findIndex((borde) => l <= borde);
    cuentas[i === -1 ? DIAS_HASTA.length : i] =
      (cuentas[i === -1 ? DIAS_HASTA.length : i] ?? 0) + 1;
  }
  return cuentas;
};

describe("a percentile out of a histogram", () => {
  it.each([0.5, 0.9])("is off by less than the bucket it falls into: %d", (parte) => {
    const azar = azarDe(7);
    for (let vez = 0; vez < 200; vez++) {
      const largos = Array.from({ length: 1 + Math.floor(azar() * 60) }, () => azar() ** 3 * 360);
      largos.sort((a, b) => a - b);
      const verdad = largos[Math.ceil(parte * largos.length) - 1] as number;
      const i = DIAS_HASTA.findIndex((borde) => verdad <= borde);
      const ancho = (DIAS_HASTA[i] as number) - (DIAS_HASTA[i - 1] ?? 0);
      const dado = percentil(enCubos(largos), DIAS_HASTA, parte) as number;
      expect(Math.abs(dado - verdad)).toBeLessThan(ancho);
    }
  });

  it("says nothing of nothing, and the lower edge of what has no upper one", () => {
    expect(percentil(enCubos([]), DIAS_HASTA, 0.5)).toBeNull();
    expect(percentil(enCubos([400, 500, 900]), DIAS_HASTA, 0.5)).toBe(365);
  });

  it("up to ten days is right to the day", () => {
    const dado = percentil(enCubos([2.5, 2.6, 2.7, 8, 9]), DIAS_HASTA, 0.5) as number;
    expect(dado).toBeGreaterThan(2);
    expect(dado).toBeLessThanOrEqual(3);
  });
});
