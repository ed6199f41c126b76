import { describe, expect, it } from "vitest";
import { LIMITES } from "../../contract/limites.ts";
import type { Trama, TramaHola } from "../../contract/tramas.ts";
import { Mirados, seguir } from "./compartir.ts";
import { conCuenta } from "./titulo-contado.ts";

describe("what the tabs of a browser show", () => {
  it("goes in one message, each reclamo once", () => {
    const m = new Mirados();
    expect(m.decir("a", 7, 0)).toEqual({ type: "viendo", ids: [7] });
    expect(m.decir("b", 7, 0)).toEqual({ type: "viendo", ids: [7] });
    expect(m.decir("b", 8, 0)).toEqual({ type: "viendo", ids: [7, 8] });
    expect(m.decir("a", null, 0)).toEqual({ type: "viendo", ids: [8] });
  });
  it("forgets a tab that went without a word, and names no more than one may", () => {
    const m = new Mirados();
    m.decir("a", 7, 0);
    const luego = LIMITES.presenciaSegundos * 1000 + 1;
    expect(m.decir("b", 8, luego)).toEqual({ type: "viendo", ids: [8] });
    for (let i = 0; i < 30; i++) m.decir(`t${i}`, 100 + i, luego);
    expect(m.decir("b", 8, luego)).toMatchObject({ ids: { length: LIMITES.viendoMax } });
  });
});

describe("what a tab that opens later is told", () => {
  const at = "2026-11-25T18:00:00Z";
  const hola = (seq: number, sin_leer: number): TramaHola => ({
    type: "hola",
    at,
    data: { seq, sin_leer },
  });
  const anuncio = (seq?: number): Trama => ({
    type: "anuncio",
    ...(seq === undefined ? {} : { seq }),
    at,
    data: { id: 1, titulo: "t", texto: "x" },
  });
  it("is how things stand after all that came", () => {
    const tramas: Trama[] = [
      { ...hola(4, 1), data: { seq: 4, sin_leer: 1, hueco: true } },
      anuncio(3),
      anuncio(5),
      anuncio(5),
      anuncio(),
      anuncio(6),
      { type: "leido", at, data: { hasta: 5, sin_leer: 1 } },
    ];
    const datos = tramas.reduce<TramaHola | null>(seguir, null);
    expect(datos).toEqual(hola(6, 1));
  });
  it("is nothing before the first hola", () => expect(seguir(null, anuncio(2))).toBeNull());
});

describe("the title", () => {
  it("counts what is unread, and not twice", () => {
    expect(conCuenta("Avisos · Villa", 3)).toBe("(3) Avisos · Villa");
    expect(conCuenta("(3) Avisos · Villa", 120)).toBe("(99+) Avisos · Villa");
    expect(conCuenta("(99+) Avisos · Villa", 0)).toBe("Avisos · Villa");
  });
});
