import { describe, expect, it } from "vitest";
import {
  ACCIONES,
  type Accion,
  type Actor,
  allowedActions,
  decidir,
  type ReclamoDecidible,
  relaciones,
  TRANSICIONES,
} from "./acciones.ts";
import { AUDIENCIA, EVENTO_DE, TIPOS_EVENTO } from "./eventos.ts";
import { ESTADOS, type Estado, estaAbierto } from "./vocabulario.ts";

const AHORA = 1_800_000_000;
const DIA = 86_400;

const persona = (
  id: number,
  rol: "vecino" | "cuadrilla" | "supervisor" | "admin",
  cuadrillaId: number | null = null,
): Actor => ({
  tipo: "usuario",
  id,
  personaId: id,
  rol,
  cuadrillaId,
});

/** Everyone who may stand before a reclamo that person 1 created and crew 7 has. */
const QUIENES = {
  nadie: { tipo: "anonimo" },
  sistema: { tipo: "sistema", proceso: "cron" },
  creador: persona(1, "vecino"),
  seguidor: persona(2, "vecino"),
  otro_vecino: persona(3, "vecino"),
  su_cuadrilla: persona(4, "cuadrilla", 7),
  otra_cuadrilla: persona(5, "cuadrilla", 8),
  supervisor: persona(6, "supervisor"),
  admin: persona(7, "admin"),
} as const satisfies Record<string, Actor>;
type Quien = keyof typeof QUIENES;

/** The product's table, written out by hand a second time: who may do what, in which estado. */
const ABIERTOS = ["nuevo", "asignado", "en_proceso"] as const;
const GESTION: Quien[] = ["supervisor", "admin"];
const EQUIPO: Quien[] = ["su_cuadrilla", ...GESTION];
const ESPERADO: Record<Accion, [quienes: Quien[], estados: readonly Estado[]][]> = {
  editar: [[["creador"], ["nuevo"]]],
  asignar: [[GESTION, ABIERTOS]],
  iniciar: [[EQUIPO, ["asignado"]]],
  resolver: [[EQUIPO, ["en_proceso"]]],
  devolver: [[EQUIPO, ["asignado", "en_proceso"]]],
  rechazar: [[GESTION, ABIERTOS]],
  reabrir: [
    [["creador", "seguidor"], ["resuelto"]],
    [GESTION, ["resuelto", "rechazado"]],
  ],
  confirmar: [[["creador"], ["resuelto"]]],
  comentar: [[["creador", "seguidor", ...EQUIPO], ESTADOS]],
  sumarse: [[["otro_vecino"], ABIERTOS]],
  dejar: [[["seguidor"], ABIERTOS]],
  priorizar: [[GESTION, ABIERTOS]],
  reclasificar: [[GESTION, ABIERTOS]],
  moderar: [[GESTION, ESTADOS]],
};

const reclamo = (
  estado: Estado,
  quien: Quien,
  mas: Partial<ReclamoDecidible> = {},
): ReclamoDecidible => ({
  estado,
  creador_id: 1,
  cuadrilla_id: 7,
  cerrado_en: estaAbierto(estado) ? null : AHORA - DIA,
  siguiendo: quien === "seguidor",
  confirmado: false,
  ...mas,
});

describe("the transition table", () => {
  for (const accion of ACCIONES)
    for (const quien of Object.keys(QUIENES) as Quien[])
      for (const estado of ESTADOS) {
        const puede = ESPERADO[accion].some(([q, e]) => q.includes(quien) && e.includes(estado));
        it(`${quien} ${puede ? "may" : "may not"} ${accion} a reclamo that is ${estado}`, () => {
          const veredicto = decidir(accion, QUIENES[quien], reclamo(estado, quien), AHORA);
          expect(veredicto === "permitida").toBe(puede);
          const alguna = ESPERADO[accion].some(([q]) => q.includes(quien));
          if (!puede && !alguna && accion !== "sumarse" && accion !== "dejar")
            expect(veredicto).toBe("sin_derecho");
        });
      }

  it("offers exactly the permitted ones", () => {
    expect(allowedActions(QUIENES.supervisor, reclamo("nuevo", "supervisor"), AHORA)).toEqual([
      "asignar",
      "rechazar",
      "comentar",
      "priorizar",
      "reclasificar",
      "moderar",
    ]);
    expect(allowedActions(QUIENES.nadie, reclamo("nuevo", "nadie"), AHORA)).toEqual([]);
  });

  it("lets a vecino reopen for thirty days after the closing, and no longer", () => {
    const cerrado = (hace: number) => reclamo("resuelto", "creador", { cerrado_en: AHORA - hace });
    expect(decidir("reabrir", QUIENES.creador, cerrado(30 * DIA), AHORA)).toBe("permitida");
    expect(decidir("reabrir", QUIENES.creador, cerrado(30 * DIA + 1), AHORA)).toBe(
      "estado_no_permite",
    );
    expect(decidir("reabrir", QUIENES.supervisor, cerrado(900 * DIA), AHORA)).toBe("permitida");
  });

  it("lets a vecino confirm once in a ciclo", () => {
    const ya = reclamo("resuelto", "creador", { confirmado: true });
    expect(decidir("confirmar", QUIENES.creador, ya, AHORA)).toBe("estado_no_permite");
  });

  it("knows a crew member without a crew as no team", () => {
    const suelto = persona(9, "cuadrilla", null);
    expect(relaciones(suelto, { creador_id: 1, cuadrilla_id: null, siguiendo: false })).toEqual([]);
  });

  it("moves the version exactly where the reclamo itself changes", () => {
    const quietas = ACCIONES.filter((a) => !TRANSICIONES[a].mueveVersion);
    expect(quietas).toEqual(["confirmar", "comentar", "sumarse", "dejar"]);
  });
});

describe("the event table", () => {
  it("has an audience for each kind of evento", () => {
    expect([...Object.keys(AUDIENCIA), "anuncio"].sort()).toEqual([...TIPOS_EVENTO].sort());
  });

  it("is reached by each action", () => {
    for (const accion of ACCIONES) expect(AUDIENCIA[EVENTO_DE[accion]]).toBeDefined();
  });
});
