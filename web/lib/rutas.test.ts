import { describe, expect, it } from "vitest";
import { comoLlegar, rutaReclamo } from "./rutas.ts";
import { volverSeguro } from "./volver.ts";

describe("where to return after signing in", () => {
  it("keeps a path of this site with its query", () => {
    expect(volverSeguro("/gestion?estado=nuevo")).toBe("/gestion?estado=nuevo");
  });
  it("refuses every way to leave the site", () => {
    for (const malo of [
      "//otro.example",
      "/\\otro.example",
      "https://otro.example",
      "javascript:alert(1)",
      "/a\\b",
      "",
      null,
      undefined,
    ])
      expect(volverSeguro(malo), String(malo)).toBeNull();
  });
});

describe("links", () => {
  it("opens each role's own view of a reclamo", () => {
    expect(rutaReclamo("vecino", 7)).toBe("/r/7");
    expect(rutaReclamo("cuadrilla", 7)).toBe("/campo/7");
    expect(rutaReclamo("admin", 7)).toBe("/gestion/bandeja/7");
  });
  it("goes to the point when there is one and to the words when not", () => {
    expect(comoLlegar("Mitre 100", -34.6, -58.4)).toContain("destination=-34.6%2C-58.4");
    expect(comoLlegar("Mitre 100", null, null)).toContain("destination=Mitre%20100");
  });
});
