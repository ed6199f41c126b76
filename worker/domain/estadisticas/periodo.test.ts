import { describe, expect, it } from "vitest";
import { periodoConsulta } from "../../../contract/esquemas/estadisticas.ts";
import { fechaDe } from "./dias.ts";
import { anteriorA, mesesDe, type Periodo, periodoDe, tramosDe } from "./periodo.ts";

const dia = (s: string): number => Date.parse(`${s}T00:00:00Z`) / 86_400_000;
const HOY = dia("2026-11-24");
const pedir = (q: Record<string, string>) => periodoDe(periodoConsulta.parse(q), HOY);
const fechas = ({ desde, hasta }: Periodo) => `${fechaDe(desde)} ${fechaDe(hasta)}`;

describe("the period", () => {
  it("is the last ninety days unless one says otherwise", () => {
    expect(fechas(pedir({}))).toBe("2026-08-27 2026-11-24");
    expect(fechas(pedir({ dias: "30" }))).toBe("2026-10-26 2026-11-24");
    expect(fechas(pedir({ desde: "2026-02-01", hasta: "2026-02-28" }))).toBe(
      "2026-02-01 2026-02-28",
    );
    expect(fechas(pedir({ hasta: "2026-03-31" }))).toBe("2026-01-01 2026-03-31");
  });
  it("ends today at the latest", () => {
    expect(fechas(pedir({ desde: "2026-11-01", hasta: "2030-01-01" }))).toBe(
      "2026-11-01 2026-11-24",
    );
  });
  it.each([
    { desde: "2026-11-25" },
    { desde: "2026-05-02", hasta: "2026-05-01" },
    { desde: "2024-11-01" },
  ])("cannot be %j", (q) => {
    expect(() => pedir(q)).toThrow(/período/);
  });
  it.each([{ desde: "2026-02-31x" }, { desde: "ayer" }, { hasta: "2026-13-01" }, { dias: "31" }])(
    "does not understand %j",
    (q) => {
      expect(periodoConsulta.safeParse(q).success).toBe(false);
    },
  );
});

describe("its parts", () => {
  it("are calendar months, the first and the last cut", () => {
    const p = pedir({ desde: "2025-12-30", hasta: "2026-03-02" });
    expect(mesesDe(p).map(fechas)).toEqual([
      "2025-12-30 2025-12-31",
      "2026-01-01 2026-01-31",
      "2026-02-01 2026-02-28",
      "2026-03-01 2026-03-02",
    ]);
  });
  it("or stretches that end with it", () => {
    const p = pedir({ desde: "2026-11-01", hasta: "2026-11-16" });
    expect(tramosDe(p, 7).map(fechas)).toEqual([
      "2026-11-01 2026-11-02",
      "2026-11-03 2026-11-09",
      "2026-11-10 2026-11-16",
    ]);
  });
  it("and the one before it is as long", () => {
    expect(fechas(anteriorA(pedir({ dias: "30" })))).toBe("2026-09-26 2026-10-25");
  });
});
