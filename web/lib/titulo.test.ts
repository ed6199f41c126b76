import { describe, expect, it } from "vitest";
import { tituloSugerido } from "./titulo.ts";

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
