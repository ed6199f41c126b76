import { describe, expect, it } from "vitest";
import { conFiltro, consultaDe, escribirFiltros, leerFiltros, rutaBandeja } from "./filtros.ts";

describe("the filters in the URL", () => {
  it("survive the way into the URL and back", () => {
    const f = { estado: "nuevo", q: "bache & más", orden: "vence" };
    expect(leerFiltros(Object.fromEntries(new URLSearchParams(escribirFiltros(f))))).toEqual(f);
  });
  it("have one address, whatever the order they were chosen in", () => {
    expect(escribirFiltros({ q: "a", estado: "nuevo" })).toBe(
      escribirFiltros({ estado: "nuevo", q: "a" }),
    );
  });
  it("leave out what is not a filter", () => {
    expect(leerFiltros({ estado: "nuevo", utm_source: "x", vencidos: "" })).toEqual({
      estado: "nuevo",
    });
  });
  it("come off when emptied", () => {
    expect(conFiltro({ estado: "nuevo", q: "a" }, "q", "")).toEqual({ estado: "nuevo" });
  });
  it("ask for the open work unless a state is named or all are wanted", () => {
    expect(consultaDe({})).toBe("abiertos=1");
    expect(consultaDe({ estado: "resuelto" })).toBe("estado=resuelto");
    expect(consultaDe({ abiertos: "0", q: "a" })).toBe("q=a");
  });
  it("stay in the address of the reclamo that is open beside the list", () => {
    expect(rutaBandeja({ vencidos: "1" }, 7)).toBe("/gestion/bandeja/7?vencidos=1");
    expect(rutaBandeja({})).toBe("/gestion");
  });
});
