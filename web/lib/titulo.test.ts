import { describe, expect, it } from "vitest";
import { pareceDatoPersonal, tituloSugerido } from "./titulo.ts";

describe("the suggested title", () => {
  it("joins category and street, without the corner", () => {
    expect(tituloSugerido("Bacheo", "Rivadavia 1240, esquina Mitre")).toBe(
      "Bacheo en Rivadavia 1240",
    );
  });
  it("is the category alone while there is no address", () => {
    expect(tituloSugerido("Bacheo", "  ")).toBe("Bacheo");
    expect(tituloSugerido(undefined, "Mitre")).toBe("");
  });
  it("never exceeds what the server takes", () => {
    expect([...tituloSugerido("Bacheo", "ñ".repeat(300))].length).toBeLessThanOrEqual(120);
  });
});

describe("the nudge about personal data", () => {
  it("sees telephones, documents and e-mails", () => {
    for (const s of ["llamame al 11 4567-8901", "DNI 30.123.456", "a ana@ejemplo.com"])
      expect(pareceDatoPersonal(s), s).toBe(true);
  });
  it("lets street numbers and dates pass", () => {
    for (const s of ["Rivadavia 1240 y Mitre 880", "desde el 12/11/2026"])
      expect(pareceDatoPersonal(s), s).toBe(false);
  });
});
