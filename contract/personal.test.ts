import { describe, expect, it } from "vitest";
import { datosPersonales } from "./personal.ts";

const tipos = (s: string) => datosPersonales(s).map((p) => `${p.tipo}: ${p.texto}`);

describe("the nudge about what is one person's", () => {
  it("sees an e-mail, also with the word for the sign", () => {
    expect(tipos("Escribime a ana.lopez+casa@ejemplo.com.ar, gracias")).toEqual([
      "correo: ana.lopez+casa@ejemplo.com.ar",
    ]);
    expect(tipos("ana (arroba) ejemplo.com")).toHaveLength(1);
  });
  it("sees a telephone as people write it", () => {
    for (const s of [
      "llamame al 11 5555-1234",
      "mi cel es 1155551234",
      "+54 9 3329 42-1234",
      "3329-421234",
      "avisen al 4555-1234",
    ])
      expect(tipos(s)[0], s).toMatch(/^telefono/);
    expect(tipos("WhatsApp 15 4455 6677")[0]).toMatch(/^telefono/);
  });
  it("sees a document, with its word or with its points", () => {
    expect(tipos("Soy Ana, DNI 30123456")).toEqual(["documento: 30123456"]);
    expect(tipos("mi número es otro, 30.123.456")).toEqual(["documento: 30.123.456"]);
    expect(tipos("CUIL 27-30123456-4")[0]).toMatch(/^documento/);
  });
  it("says of a bare number that it may be either", () => {
    expect(tipos("es el 30123456 de siempre")).toEqual(["numero: 30123456"]);
  });
  it("names each thing once, and several at a time", () => {
    expect(tipos("a@b.com o 11 5555-1234, repito: a@b.com")).toEqual([
      "correo: a@b.com",
      "telefono: 11 5555-1234",
    ]);
  });
  it("lets street numbers, dates, hours, prices and kilometres pass", () => {
    for (const s of [
      "Rivadavia 1240 y Mitre 880",
      "entre Rivadavia 1240 1260 y 1280",
      "desde el 12/11/2026 a las 21:30",
      "desde el 12-11-2026",
      "desde el 12.11.2026",
      "arreglarlo sale $ 1.500.000",
      "Ruta 8 km 211, hace 15 días, 3 autos",
      "la luminaria 10458 de Alsina al 900",
      "el reclamo #123456",
    ])
      expect(tipos(s), s).toEqual([]);
  });
});
