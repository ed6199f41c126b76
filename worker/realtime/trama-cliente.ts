import type { TramaCliente } from "../../contract/tramas.ts";

/** Bytes of a message as it came over the wire. */
export const pesa = (mensaje: string | ArrayBuffer): number =>
  typeof mensaje === "string" ? new TextEncoder().encode(mensaje).length : mensaje.byteLength;

/** What a client said, or null for anything that is not one of its frames. */
export function leerTramaCliente(mensaje: string | ArrayBuffer): TramaCliente | null {
  if (typeof mensaje !== "string") return null;
  let dicho: unknown;
  try {
    dicho = JSON.parse(mensaje);
  } catch {
    return null;
  }
  if (typeof dicho !== "object" || dicho === null) return null;
  const { type, hasta, id } = dicho as Record<string, unknown>;
  if (type === "leido") return esEntero(hasta) ? { type, hasta } : null;
  if (type === "viendo" && (id === null || (esEntero(id) && id > 0))) return { type, id };
  return null;
}

const esEntero = (x: unknown): x is number =>
  typeof x === "number" && Number.isSafeInteger(x) && x >= 0;
