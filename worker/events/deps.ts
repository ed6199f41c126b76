import type { Db } from "../db/client.ts";
import { denunciar } from "../observar.ts";
import { type Canales, canales } from "../realtime/channels.ts";

/** A job for the mail consumer. */
export type MensajeCorreo = { correo_id: number };
/** A part of a crowd: at most `POR_MENSAJE` people. */
export type MensajeMultitud = {
  evento_id: number;
  /** Its number; messages from before parts were written down have none. */
  parte?: number | undefined;
  usuario_ids: number[];
};
/** What somebody read, from their UserChannel: for the state of the deliveries. */
export type MensajeLeidos = { usuario_id: number; leidos: number[] };

export type Cola<T> = {
  sendBatch(mensajes: { body: T; delaySeconds?: number }[]): Promise<unknown>;
};

/** Everything that dispatch touches, handed in so that a test can break each. */
export type Deps = {
  db: Db;
  canales: Pick<Canales, "deliver">;
  colaCorreo: Cola<MensajeCorreo>;
  colaMultitud: Cola<MensajeMultitud>;
  /** Epoch seconds. */
  ahora: number;
  /** From 0 to 1: spreads what waits, so that all of it does not come back at once. */
  azar: () => number;
  /** Tells whoever runs the city's system: once that something began to fail, once that it was given up. */
  denunciar: (error: Error) => void;
};

/** The real ones. */
export const depsDe = (
  env: Pick<Env, "USER_CHANNEL" | "CORREO" | "MULTITUD">,
  db: Db,
  ahora: number,
): Deps => ({
  db,
  canales: canales(env),
  colaCorreo: env.CORREO,
  colaMultitud: env.MULTITUD,
  ahora,
  azar: Math.random,
  denunciar,
});

/** A wait of between half of `base` and all of it. */
export const conAzar = (base: number, azar: () => number): number =>
  Math.ceil(base / 2 + (base / 2) * azar());

/** What a queue takes in one call. */
const POR_ENVIO = 100;

/** Sends any number of messages. @param espera seconds before each is delivered */
export async function encolar<T>(
  cola: Cola<T>,
  cuerpos: readonly T[],
  espera: (cuerpo: T, i: number) => number = () => 0,
): Promise<void> {
  const mensajes = cuerpos.map((body, i) => {
    const delaySeconds = espera(body, i);
    return delaySeconds > 0 ? { body, delaySeconds } : { body };
  });
  for (const grupo of enGrupos(mensajes, POR_ENVIO)) await cola.sendBatch(grupo);
}

/** At the same time: each evento opens an object for every recipient, and a consumer may open six connections at once. */
const A_LA_VEZ = 5;

/** Does it to all of them, a few at a time: one that takes long does not hold up the rest. */
export async function deAPocos<T>(
  todos: readonly T[],
  hacer: (uno: T) => Promise<unknown>,
): Promise<void> {
  const turno = todos.values();
  const trabajar = async () => {
    for (const uno of turno) await hacer(uno);
  };
  await Promise.all(Array.from({ length: A_LA_VEZ }, trabajar));
}

export function enGrupos<T>(todos: readonly T[], de: number): T[][] {
  const grupos: T[][] = [];
  for (let i = 0; i < todos.length; i += de) grupos.push(todos.slice(i, i + de));
  return grupos;
}

/** What went wrong, short enough for a row. Our errors and the platform's name no people. */
export const decir = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200);
