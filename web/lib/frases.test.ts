import { describe, expect, it } from "vitest";
import { TIPOS_EVENTO } from "../../contract/eventos.ts";
import { conCuadrilla, detalle, frase, type PasoLeible } from "./frases.ts";

const paso = (cambios: Partial<PasoLeible>): PasoLeible => ({
  id: 1,
  tipo: "creado",
  en: "2026-11-25T18:00:00Z",
  ciclo: 1,
  quien: "vecino",
  cuadrilla: null,
  motivo: null,
  texto: null,
  estado: null,
  ...cambios,
});

describe("the timeline in sentences", () => {
  it("has a sentence for every kind of evento, with and without its details", () => {
    for (const tipo of TIPOS_EVENTO) {
      expect(frase(paso({ tipo })).length, tipo).toBeGreaterThan(2);
      expect(
        frase(paso({ tipo, cuadrilla: "Vialidad 2", motivo: "otro", mio: true })),
      ).not.toContain("null");
    }
  });
  it("names the cuadrilla that works", () => {
    expect(frase(paso({ tipo: "iniciado", cuadrilla: "Alumbrado 2" }))).toBe(
      "La cuadrilla Alumbrado 2 empezó a trabajar",
    );
  });
  it("knows who had it when only the assignment said so, and forgets them when it goes back", () => {
    const dichos = conCuadrilla([
      paso({ id: 1 }),
      paso({ id: 2, tipo: "asignado", cuadrilla: "Alumbrado 2" }),
      paso({ id: 3, tipo: "iniciado" }),
      paso({ id: 4, tipo: "devuelto" }),
      paso({ id: 5, tipo: "resuelto" }),
    ]);
    expect(dichos.map((x) => x.cuadrilla)).toEqual([
      null,
      "Alumbrado 2",
      "Alumbrado 2",
      null,
      null,
    ]);
  });
  it("speaks to the person of their own acts", () => {
    expect(frase(paso({ mio: true }))).toBe("Reportaste el problema");
    expect(frase(paso({}))).toBe("Un vecino reportó el problema");
  });
  it("marks what the vecino does not see", () => {
    expect(frase(paso({ tipo: "comentado", quien: "municipalidad", interno: true }))).toBe(
      "Nota interna",
    );
  });
  it("puts a closing reason in plain words, once", () => {
    const cerrado = paso({
      tipo: "rechazado",
      quien: "municipalidad",
      motivo: "duplicado",
      texto: "Es el #12.",
    });
    expect(frase(cerrado)).toBe("Se cerró sin arreglo: ya estaba reportado");
    expect(detalle(cerrado)).toBe("Es el #12.");
    expect(detalle({ ...cerrado, texto: null })).toBeNull();
  });
});
