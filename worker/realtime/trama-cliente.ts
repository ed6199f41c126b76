import { LIMITES } from "../../contract/limites.ts";

/** What a client may say, in one form: older sites say `viendo` of one reclamo, newer ones of several. */
export type Dicho = { type: "leido"; hasta: number } | { type: "viendo"; ids: number[] };

/** Bytes of a message as it came over the wire. */
export const pesa = (mensaje: string | ArrayBuffer): number =>
  typeof mensaje === "string" ? new TextEncoder().encode(mensaje).length : mensaje.byteLength;

/** What a client said, or null for anything that is not one of its frames. */
export function leerTramaCliente(mensaje: string | ArrayBuffer): Dicho | null {
  if (typeof mensaje !== "string") return null;
  let dicho: unknown;
  try {
    dicho = JSON.parse(mensaje);
  } catch {
    return null;
  }
  if (typeof dicho !== "object" || dicho === null) return null;
  const { type, hasta, id, ids } = dicho as Record<string, unknown>;
  if (type === "leido") return esEntero(hasta) ? { type, hasta } : null;
  if (type !== "viendo") return null;
  const todos: unknown = ids ?? (id === null ? [] : [id]);
  return Array.isArray(todos) && todos.length <= LIMITES.viendoMax && todos.every(esId)
    ? { type, ids: [...new Set(todos)] }
    : null;
}

const esId = (x: unknown): x is number => esEntero(x) && x > 0;

const esEntero = (x: unknown): x is number =>
  typeof x === "number" && Number.isSafeInteger(x) && x >= 0;
