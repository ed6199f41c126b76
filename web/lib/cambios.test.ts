import { describe, expect, it } from "vitest";
import { cambios } from "./cambios.ts";

const base = {
  estado: "asignado",
  prioridad: "normal",
  categoria: { id: 1, nombre: "Bacheo", icono: "x", color: "#000000" },
  cuadrilla: { id: 2, nombre: "Vialidad 2" },
  titulo: "Bache",
  direccion: "Mitre 100",
} as const;

describe("what changed meanwhile", () => {
  it("says nothing when nothing that shows changed", () => {
    expect(cambios(base, { ...base })).toEqual([]);
  });
  it("names each change from what it was to what it is", () => {
    expect(
      cambios(base, { ...base, estado: "nuevo", cuadrilla: null, prioridad: "urgente" }),
    ).toEqual([
      "Estado: Asignado → Nuevo",
      "Cuadrilla: Vialidad 2 → Sin asignar",
      "Prioridad: Normal → Urgente",
    ]);
  });
});
