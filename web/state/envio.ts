import type { Problema } from "../../contract/errores.ts";
import { esErrorApi } from "../api/error.ts";
import type { FotoElegida } from "../components/fotos.tsx";

/** What the person asks to be sent, once, as soon as it can be. */
export type EnvioNuevo = {
  metodo: "POST" | "PUT";
  ruta: string;
  cuerpo: Record<string, unknown>;
  /** Uploaded first, one by one; their ids then travel in the body's `fotos`. */
  fotos: FotoElegida[];
  /** Sends of one group wait for each other: while one is parked, those after it are not sent. */
  grupo: string | null;
  /** Whatever the screen that made it needs to tell of it later; kept as it is. */
  asunto: unknown;
  /** The Idempotency-Key; a new one is made without it. Keep it if a first try went out by another way. */
  clave?: string;
};

/** guardado: kept here · enviando: on its way · enviado: the server has it · conflicto: the server said no, the person decides */
export type EstadoEnvio = "guardado" | "enviando" | "enviado" | "conflicto";

export type Envio = EnvioNuevo & {
  /** Grows: the order in which the person did things. */
  id: number;
  /** Who did it. It is never sent as anybody else. */
  usuario: number;
  clave: string;
  estado: EstadoEnvio;
  /** Times that the server failed at it; a lack of signal is no failure. */
  intentos: number;
  /** Its photos were uploaded a second time already. */
  renovado: boolean;
  /** Why it is parked. */
  problema: Problema | null;
  /** What the server answered, once sent. */
  respuesta: unknown;
  creado_en: number;
  enviado_en: number | null;
};

/** With the growing wait, some quarter of an hour. */
const INTENTOS_MAX = 12;

/** What to do after a failed try. `despues`: later, by itself · `sesion`: when its owner signs in · `fotos`: with its photos uploaded anew · `parar`: the person decides */
export type Salida = "despues" | "sesion" | "fotos" | "parar";

/** Reads a failure. Only an answer of ours that is final parks it; everything else may be the signal. */
export function clasificar(
  e: unknown,
  envio: Pick<Envio, "intentos" | "fotos" | "renovado">,
): Salida {
  if (!esErrorApi(e) || e.clase !== "problema" || !e.problema) return "despues";
  const { status } = e;
  if (status === 401 || e.es("bloqueado")) return "sesion";
  // Tomorrow is too far to be left to a clock: the person is told, and decides.
  if (e.es("limite_diario")) return "parar";
  if (status === 429 || status === 503 || e.es("en_curso")) return "despues";
  if (status >= 500) return envio.intentos + 1 < INTENTOS_MAX ? "despues" : "parar";
  // Loose photos expire after a day: this request waited for longer than that.
  const deFotos = e.errores.some((x) => x.campo.startsWith("fotos"));
  if (deFotos && !envio.renovado && envio.fotos.some((f) => f.id !== undefined)) return "fotos";
  return "parar";
}

const PRIMERA_MS = 3000;
const TOPE_MS = 120_000;

/** Wait before the try number `intento` (from 0): doubles up to two minutes, a quarter of it by chance. */
export function esperaMs(intento: number, azar: number): number {
  const base = Math.min(TOPE_MS, PRIMERA_MS * 2 ** Math.min(intento, 10));
  return Math.round(base * (0.75 + azar / 4));
}

const porOrden = (a: Envio, b: Envio): number => a.id - b.id;

/** Those of one person, in their order. */
export const suyos = (todos: readonly Envio[], usuario: number | null): Envio[] =>
  todos.filter((e) => e.usuario === usuario).sort(porOrden);

/** The next one to send of this person: the oldest whose group has nothing parked before it. */
export function siguiente(todos: readonly Envio[], usuario: number | null): Envio | null {
  const mios = suyos(todos, usuario);
  const parados = new Set<string>();
  for (const e of mios) {
    if (e.estado === "conflicto" && e.grupo !== null) parados.add(e.grupo);
    if (e.estado === "guardado" && !(e.grupo !== null && parados.has(e.grupo))) return e;
  }
  return null;
}

/** The body as it goes, with the ids of its photos. */
export const cuerpoFinal = (e: Pick<Envio, "cuerpo" | "fotos">): Record<string, unknown> =>
  e.fotos.length === 0 ? e.cuerpo : { ...e.cuerpo, fotos: e.fotos.map((f) => f.id) };
