import { describe, expect, it } from "vitest";
import { ACCIONES, TRANSICIONES } from "../../../contract/acciones.ts";
import { CUERPOS } from "../../../contract/esquemas/pedidos.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { CAMPOS, camposVisibles, cuerpoDe, type Valores, valoresIniciales } from "./campos.ts";

const reclamo = {
  id: 9,
  estado: "asignado",
  prioridad: "alta",
  version: 4,
  fotos: [],
  oculto: false,
} as unknown as Reclamo;

/** A person fills in every question that is on screen. */
function llenar(valores: Valores, accion: keyof typeof CAMPOS): Valores {
  const dichos: Record<string, string> = {
    texto: "Un texto bastante largo para cualquiera.",
    renglon: "Un renglón",
    numero: "#12",
    fecha: "2026-11-27T09:30",
    cuadrilla: "3",
    categoria: "2",
    prioridad: "urgente",
    motivo: "duplicado",
    si_no: "no",
    estrellas: "2",
  };
  const v = { ...valores };
  for (const c of CAMPOS[accion]) if (dichos[c.tipo]) v[c.nombre] = dichos[c.tipo] ?? "";
  return v;
}

describe("the form of each action", () => {
  it("asks for all that the contract's schema needs", () => {
    for (const accion of ACCIONES) {
      if (accion === "editar") continue;
      const v = llenar(valoresIniciales(accion, reclamo), accion);
      const cuerpo = cuerpoDe(accion, camposVisibles(accion, v, reclamo, true), v, reclamo.version);
      const r = CUERPOS[accion].safeParse(cuerpo);
      expect(r.success, `${accion}: ${JSON.stringify(r.error?.issues)}`).toBe(true);
    }
  });
  it("carries the version that was seen exactly where the action moves it", () => {
    for (const accion of ACCIONES) {
      const v = valoresIniciales(accion, reclamo);
      expect("version" in cuerpoDe(accion, [], v, 4), accion).toBe(
        TRANSICIONES[accion].mueveVersion,
      );
    }
  });
  it("asks for the original only of a duplicate, and for the body in charge only outside", () => {
    const nombres = (motivo: string) =>
      camposVisibles("rechazar", { motivo }, reclamo, true).map((c) => c.nombre);
    expect(nombres("duplicado")).toContain("original_id");
    expect(nombres("duplicado")).not.toContain("organismo");
    expect(nombres("fuera_de_jurisdiccion")).toContain("organismo");
    expect(nombres("otro")).toEqual(["motivo", "texto"]);
  });
  it("offers internal notes to staff alone", () => {
    const nombres = (deGestion: boolean) =>
      camposVisibles("comentar", {}, reclamo, deGestion).map((c) => c.nombre);
    expect(nombres(true)).toContain("interno");
    expect(nombres(false)).not.toContain("interno");
  });
  it("asks why only when it reassigns", () => {
    const nombres = (estado: Reclamo["estado"]) =>
      camposVisibles("asignar", {}, { ...reclamo, estado }, true).map((c) => c.nombre);
    expect(nombres("nuevo")).not.toContain("motivo");
    expect(nombres("en_proceso")).toContain("motivo");
  });
  it("leaves out what was not answered, rather than sending empty text", () => {
    const v = { ...valoresIniciales("asignar", reclamo), cuadrilla_id: "3" };
    expect(cuerpoDe("asignar", camposVisibles("asignar", v, reclamo, true), v, 4)).toEqual({
      cuadrilla_id: 3,
      version: 4,
    });
  });
});
