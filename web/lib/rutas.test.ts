import { describe, expect, it } from "vitest";
import { comoLlegar } from "./como-llegar.ts";
import { rutaReclamo } from "./rutas.ts";
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
  const ANDROID = "Mozilla/5.0 (Linux; Android 15; moto g84) Chrome/140.0 Mobile";
  const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Safari/604.1";
  it("goes to the point when there is one and to the words when not", () => {
    expect(comoLlegar("Mitre 100", -34.6, -58.4, "")).toContain("destination=-34.6%2C-58.4");
    expect(comoLlegar("Mitre 100", null, null, "")).toContain("destination=Mitre%20100");
  });
  it("opens the phone's own maps", () => {
    expect(comoLlegar("Mitre 100", -34.6, -58.4, ANDROID)).toBe(
      "geo:-34.6,-58.4?q=-34.6,-58.4(Mitre%20100)",
    );
    expect(comoLlegar("Mitre 100 & 2", null, null, ANDROID)).toBe(
      "geo:0,0?q=Mitre%20100%20%26%202",
    );
    expect(comoLlegar("Mitre 100", -34.6, -58.4, IPHONE)).toBe(
      "https://maps.apple.com/?daddr=-34.6%2C-58.4",
    );
  });
});
