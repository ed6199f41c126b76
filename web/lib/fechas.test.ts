import { describe, expect, it } from "vitest";
import { dia, distancia, exacta, faltaPara, momento, plazo } from "./fechas.ts";

const ahora = Date.parse("2026-11-25T18:00:00Z"); // Wednesday, 15:00 in Buenos Aires

describe("dates as people say them", () => {
  it("tells the exact moment in Buenos Aires time", () => {
    expect(exacta("2026-11-25T01:30:00Z")).toMatch(/martes.*24 de noviembre de 2026.*22:30/);
  });
  it("says recién within the first minute", () => {
    expect(distancia("2026-11-25T17:59:30Z", ahora)).toBe("recién");
  });
  it("never tells of a step as still to come, though the screen's clock lags", () => {
    expect(momento("2026-11-25T18:00:20Z", ahora)).toBe("recién");
  });
  it("counts whole hours back", () => {
    expect(distancia("2026-11-25T15:30:00Z", ahora)).toBe("hace 2 horas");
  });
  it("says yesterday by the calendar of Buenos Aires, not by UTC", () => {
    expect(momento("2026-11-25T01:30:00Z", ahora)).toBe("ayer, 22:30");
  });
  it("names the weekday of an older step", () => {
    expect(momento("2026-11-20T12:05:00Z", ahora)).toBe("viernes 20, 09:05");
  });
  it("adds the month when the day is far", () => {
    expect(dia("2026-12-25T12:00:00Z", ahora)).toBe("viernes 25 de diciembre");
  });
});

describe("a deadline reads like a clock", () => {
  it("is urgent within a day", () => {
    expect(plazo("2026-11-25T23:10:00Z", ahora)).toEqual({
      texto: "vence en 5 horas",
      tono: "pronto",
    });
  });
  it("says how long it is overdue", () => {
    expect(plazo("2026-11-23T17:00:00Z", ahora)).toEqual({
      texto: "vencido anteayer",
      tono: "vencido",
    });
    expect(plazo("2026-11-20T17:00:00Z", ahora)).toEqual({
      texto: "vencido hace 5 días",
      tono: "vencido",
    });
  });
  it("names the day when there is time", () => {
    expect(plazo("2026-11-28T17:00:00Z", ahora)).toEqual({
      texto: "vence el sábado 28",
      tono: "normal",
    });
  });
  it("tells the vecino how much is left, in the right number", () => {
    expect(faltaPara("2026-11-27T18:00:00Z", ahora)).toBe("faltan 2 días");
    expect(faltaPara("2026-11-25T19:00:00Z", ahora)).toBe("falta 1 hora");
    expect(faltaPara("2026-11-24T17:00:00Z", ahora)).toBe("la fecha pasó ayer");
  });
});
