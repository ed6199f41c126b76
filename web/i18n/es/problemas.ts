import type { CodigoError } from "../../../contract/errores.ts";

type Problemas = {
  /** What is said instead of the server's sentence. */
  detalles: Partial<Record<CodigoError, string>>;
  /** What is said instead of a validation message of the contract. */
  mensajes: Record<string, string>;
  /** The same for messages with a number in them; # stands for it. */
  conNumero: Record<string, string>;
};

/** The server and the contract speak Spanish already: nothing to say otherwise. */
export const problemas: Problemas = { detalles: {}, mensajes: {}, conNumero: {} };
