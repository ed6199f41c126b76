import { describe, expect, it } from "vitest";
import {
  CONTRASTE_AA,
  colorQueSeLee,
  contraste,
  hojaDeColores,
  mezclar,
  tokensAcento,
  tokensPrincipal,
} from "./colores.ts";

const VARIOS = ["#000000", "#ffffff", "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#7f7f7f"];
const SUYOS = [...VARIOS, "#17518c", "#f2c14e", "#6a1b9a", "#00838f", "#c2185b"];

describe("the municipality's colours", () => {
  it("measures contrast as WCAG does", () => {
    expect(contraste("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contraste("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(mezclar("#000000", "#ffffff", 0.5)).toBe("#808080");
  });

  it("reads by day and by night, whatever colour was chosen", () => {
    for (const color of SUYOS) {
      const { claro, oscuro } = tokensPrincipal(color);
      for (const [tokens, papel] of [
        [claro, "#fbf7ee"],
        [oscuro, "#11161c"],
      ] as const) {
        const { rio = "", "on-rio": encima = "", "rio-soft": suave = "" } = tokens;
        expect(contraste(rio, papel), `${color} on paper`).toBeGreaterThanOrEqual(CONTRASTE_AA);
        expect(contraste(encima, rio), `text on ${color}`).toBeGreaterThanOrEqual(CONTRASTE_AA);
        expect(contraste(rio, suave), `${color} on its soft`).toBeGreaterThanOrEqual(CONTRASTE_AA);
      }
      for (const tokens of Object.values(tokensAcento(color))) {
        const { vainilla = "", "vainilla-soft": suave = "" } = tokens;
        const { "on-vainilla": encima = "", "vainilla-ink": tinta = "" } = tokens;
        expect(contraste(encima, vainilla), `text on ${color}`).toBeGreaterThanOrEqual(
          CONTRASTE_AA,
        );
        expect(contraste(tinta, suave), `ink of ${color}`).toBeGreaterThanOrEqual(CONTRASTE_AA);
      }
    }
  });

  it("keeps a colour that already reads", () => {
    expect(tokensPrincipal("#17518c").claro.rio).toBe("#17518c");
    expect(tokensAcento("#f2c14e").claro.vainilla).toBe("#f2c14e");
  });

  it("writes no sheet when none was chosen", () => {
    expect(hojaDeColores({ principal: null, acento: null })).toBe("");
    expect(hojaDeColores({ principal: "#6a1b9a", acento: null })).toMatch(/--rio:#6a1b9a/);
  });
});

it("darkens a colour just until white reads on it", () => {
  expect(colorQueSeLee("#17518C")).toBe("#17518c");
  for (const claro of ["#f2c14e", "#ffffff", "#7fd39b"]) {
    const c = colorQueSeLee(claro);
    expect(c).not.toBe(claro);
    expect(contraste(c, "#ffffff")).toBeGreaterThanOrEqual(CONTRASTE_AA);
    expect(contraste(c, "#ffffff")).toBeLessThan(CONTRASTE_AA + 0.7);
  }
});
