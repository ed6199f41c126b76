import { describe, expect, it } from "vitest";
import { agregar, llenar } from "./plantillas.ts";

const r = {
  numero: 1284,
  direccion: "Mitre 100",
  categoria: { id: 1, nombre: "Bacheo", icono: "x", color: "#000000" },
};

describe("a saved answer", () => {
  it("takes the reclamo's own data, as often as it asks for them", () => {
    expect(llenar("El #{numero} ({categoria}) de {direccion}: #{numero}.", r)).toBe(
      "El #1284 (Bacheo) de Mitre 100: #1284.",
    );
  });
  it("leaves any other brace alone", () => {
    expect(llenar("{nada} {numero", r)).toBe("{nada} {numero");
  });
  it("joins what was written, and never replaces it", () => {
    expect(agregar("  ", "Gracias.")).toBe("Gracias.");
    expect(agregar("Hola, Ana.\n", "Gracias.")).toBe("Hola, Ana.\n\nGracias.");
  });
});
