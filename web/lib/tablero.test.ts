import { describe, expect, it } from "vitest";
import { ESTADOS } from "../../contract/vocabulario.ts";
import { accionHacia, actorDe, DESTINOS, movidas, pasosAntes } from "./tablero.ts";

const AHORA = Date.parse("2026-11-24T12:00:00Z");
const supervisora = actorDe({ id: 2, rol: "supervisor", cuadrilla_id: null });
const en = (estado: (typeof ESTADOS)[number]) => ({
  estado,
  creador_id: 9,
  cuadrilla_id: estado === "nuevo" ? null : 1,
  cerrado_en: estado === "resuelto" || estado === "rechazado" ? "2026-11-01T12:00:00Z" : null,
});

describe("the board's moves", () => {
  it("are the table's, and no others", () => {
    const tabla = Object.fromEntries(
      ESTADOS.map((e) => [
        e,
        DESTINOS.map((d) => accionHacia(d, en(e), supervisora, AHORA)).join(" "),
      ]),
    );
    // nuevo asignado en_proceso resuelto rechazado; an empty word is a column that takes no drop.
    expect(tabla).toEqual({
      nuevo: " asignar   rechazar",
      asignado: "devolver  iniciar  rechazar",
      en_proceso: "devolver asignar  resolver rechazar",
      resuelto: "reabrir    ",
      rechazado: "reabrir    ",
    });
  });
  it("give a vecino none", () => {
    const vecino = actorDe({ id: 3, rol: "vecino", cuadrilla_id: null });
    for (const e of ESTADOS) expect(movidas(en(e), vecino, AHORA)).toEqual([]);
  });
  it("offer reassigning where it stands", () => {
    expect(movidas(en("asignado"), supervisora, AHORA)).toContainEqual(["asignar", "asignado"]);
  });
  it("say what has to come first", () => {
    const antes = (de: (typeof ESTADOS)[number], a: (typeof ESTADOS)[number]) =>
      pasosAntes(a, en(de), supervisora, AHORA);
    expect(antes("nuevo", "en_proceso")).toEqual(["asignar"]);
    expect(antes("nuevo", "resuelto")).toEqual(["asignar", "iniciar"]);
    expect(antes("asignado", "resuelto")).toEqual(["iniciar"]);
    expect(antes("resuelto", "asignado")).toEqual(["reabrir"]);
    expect(antes("nuevo", "asignado")).toEqual([]);
  });
});
