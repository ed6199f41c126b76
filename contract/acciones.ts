import { LIMITES } from "./limites.ts";
import { ESTADOS, ESTADOS_ABIERTOS, type Estado, type Rol } from "./vocabulario.ts";

/** Who acts. A value that every domain verb takes; `sistema` is the clock or a queue. */
export type Actor =
  | { tipo: "anonimo" }
  | {
      tipo: "usuario";
      id: number;
      personaId: number;
      rol: Rol;
      cuadrillaId: number | null;
      /** The session that says so; verbs make sure that it has not been ended since. */
      sesionId?: number;
    }
  | { tipo: "sistema"; proceso: string };

export type Usuario = Extract<Actor, { tipo: "usuario" }>;

/** What an actor may be to a reclamo. A rule names the relations that may use it. */
export const RELACIONES = [
  "creador",
  "seguidor",
  "vecino",
  "equipo",
  "supervisor",
  "admin",
] as const;
export type Relacion = (typeof RELACIONES)[number];

/** The part of a reclamo that decides what may be done with it. Times in epoch seconds. */
export type ReclamoDecidible = {
  estado: Estado;
  creador_id: number;
  cuadrilla_id: number | null;
  cerrado_en: number | null;
  /** The actor follows it. */
  siguiendo: boolean;
  /** It was already confirmed in its present ciclo. */
  confirmado: boolean;
};

type Regla = {
  desde: readonly Estado[];
  quienes: readonly Relacion[];
  /** Only within so many days of the closing. */
  diasDesdeCierre?: number;
  /** Only once in a ciclo. */
  unaVezPorCiclo?: true;
  /** What the actor must (not) be doing already. */
  siguiendo?: boolean;
};

type Transicion = {
  /** Estado it leads to; null leaves it as it is. */
  hacia: Estado | null;
  /** Moves `version`, and so refuses a stale one. */
  mueveVersion: boolean;
  reglas: readonly Regla[];
};

const GESTION = ["supervisor", "admin"] as const;
const EQUIPO_Y_GESTION = ["equipo", ...GESTION] as const;

/** The one table: the server decides by it, the screens show by it. `crear` has no reclamo yet and is not here. */
export const TRANSICIONES = {
  editar: {
    hacia: null,
    mueveVersion: true,
    reglas: [{ desde: ["nuevo"], quienes: ["creador"] }],
  },
  asignar: {
    hacia: "asignado",
    mueveVersion: true,
    reglas: [{ desde: ESTADOS_ABIERTOS, quienes: GESTION }],
  },
  iniciar: {
    hacia: "en_proceso",
    mueveVersion: true,
    reglas: [{ desde: ["asignado"], quienes: EQUIPO_Y_GESTION }],
  },
  resolver: {
    hacia: "resuelto",
    mueveVersion: true,
    reglas: [{ desde: ["en_proceso"], quienes: EQUIPO_Y_GESTION }],
  },
  devolver: {
    hacia: "nuevo",
    mueveVersion: true,
    reglas: [{ desde: ["asignado", "en_proceso"], quienes: EQUIPO_Y_GESTION }],
  },
  rechazar: {
    hacia: "rechazado",
    mueveVersion: true,
    reglas: [{ desde: ESTADOS_ABIERTOS, quienes: GESTION }],
  },
  reabrir: {
    hacia: "nuevo",
    mueveVersion: true,
    reglas: [
      {
        desde: ["resuelto"],
        quienes: ["creador", "seguidor"],
        diasDesdeCierre: LIMITES.reabrirDias,
      },
      { desde: ["resuelto", "rechazado"], quienes: GESTION },
    ],
  },
  confirmar: {
    hacia: null,
    mueveVersion: false,
    reglas: [{ desde: ["resuelto"], quienes: ["creador"], unaVezPorCiclo: true }],
  },
  comentar: {
    hacia: null,
    mueveVersion: false,
    reglas: [{ desde: ESTADOS, quienes: ["creador", "seguidor", ...EQUIPO_Y_GESTION] }],
  },
  sumarse: {
    hacia: null,
    mueveVersion: false,
    reglas: [{ desde: ESTADOS_ABIERTOS, quienes: ["vecino"], siguiendo: false }],
  },
  dejar: {
    hacia: null,
    mueveVersion: false,
    reglas: [{ desde: ESTADOS_ABIERTOS, quienes: ["vecino"], siguiendo: true }],
  },
  priorizar: {
    hacia: null,
    mueveVersion: true,
    reglas: [{ desde: ESTADOS_ABIERTOS, quienes: GESTION }],
  },
  reclasificar: {
    hacia: null,
    mueveVersion: true,
    reglas: [{ desde: ESTADOS_ABIERTOS, quienes: GESTION }],
  },
  moderar: {
    hacia: null,
    mueveVersion: true,
    reglas: [{ desde: ESTADOS, quienes: GESTION }],
  },
} as const satisfies Record<string, Transicion>;

export type Accion = keyof typeof TRANSICIONES;
export const ACCIONES = Object.keys(TRANSICIONES) as Accion[];

/** Everything that the actor is to this reclamo. A vecino who did not create it is `vecino`. */
export function relaciones(
  actor: Actor,
  reclamo: Pick<ReclamoDecidible, "creador_id" | "cuadrilla_id" | "siguiendo">,
): Relacion[] {
  if (actor.tipo !== "usuario") return [];
  const son: Relacion[] = [];
  const creo = actor.personaId === reclamo.creador_id;
  if (creo) son.push("creador");
  if (reclamo.siguiendo) son.push("seguidor");
  if (actor.rol === "vecino" && !creo) son.push("vecino");
  if (
    actor.rol === "cuadrilla" &&
    actor.cuadrillaId !== null &&
    actor.cuadrillaId === reclamo.cuadrilla_id
  )
    son.push("equipo");
  if (actor.rol === "supervisor" || actor.rol === "admin") son.push(actor.rol);
  return son;
}

/** Why an action is not allowed: the actor has no right to it ever, or the reclamo is not at that point. */
export type Veredicto = "permitida" | "sin_derecho" | "estado_no_permite";

const SEGUNDOS_POR_DIA = 86_400;

/**
 * Decides one action.
 * @param ahora epoch seconds
 */
export function decidir(
  accion: Accion,
  actor: Actor,
  reclamo: ReclamoDecidible,
  ahora: number,
): Veredicto {
  const son = relaciones(actor, reclamo);
  const reglas: readonly Regla[] = TRANSICIONES[accion].reglas;
  const suyas = reglas.filter((r) => r.quienes.some((q) => son.includes(q)));
  if (suyas.length === 0) return "sin_derecho";
  const vale = suyas.some(
    (r) =>
      r.desde.includes(reclamo.estado) &&
      (r.diasDesdeCierre === undefined ||
        (reclamo.cerrado_en !== null &&
          ahora - reclamo.cerrado_en <= r.diasDesdeCierre * SEGUNDOS_POR_DIA)) &&
      (r.unaVezPorCiclo === undefined || !reclamo.confirmado) &&
      (r.siguiendo === undefined || r.siguiendo === reclamo.siguiendo),
  );
  return vale ? "permitida" : "estado_no_permite";
}

/** The actions that this actor may do now: the `acciones` of every answer. */
export function allowedActions(actor: Actor, reclamo: ReclamoDecidible, ahora: number): Accion[] {
  return ACCIONES.filter((a) => decidir(a, actor, reclamo, ahora) === "permitida");
}
