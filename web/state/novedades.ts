import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Trama, TramaCliente } from "../../contract/tramas.ts";
import { sesion } from "./sesion.ts";

/** What screens hear: frames, and that some may have been missed, so they read again. */
export type Novedad = Trama | { type: "releer" };

export const conectado = signal(false);
/** It was long enough without a connection for the person to be told. */
export const cortado = signal(false);
/** Avisos that this person has not read, on any device. */
export const sinLeer = signal(0);

/** What this tab says on its socket, when there is one. Its code comes with the socket. */
let decirlo: ((trama: TramaCliente) => void) | null = null;
export const hablarPor = (decir: typeof decirlo): void => {
  decirlo = decir;
};
export const decir = (trama: TramaCliente): void => decirlo?.(trama);

const oyentes = new Set<(n: Novedad) => void>();
export const contar = (n: Novedad): void => {
  for (const oir of oyentes) oir(n);
};

/** Calls `oir` with every frame. @returns how to end it */
export function oirNovedades(oir: (n: Novedad) => void): () => void {
  oyentes.add(oir);
  return () => {
    oyentes.delete(oir);
  };
}
/** The same, while the component is on screen. */
export function useNovedades(oir: (n: Novedad) => void): void {
  useEffect(() => oirNovedades(oir), [oir]);
}

let huboSocket = false;

/** Keeps the one socket of this tab open while somebody is signed in; its code comes only then. */
export function useWebSocket(): { connected: boolean } {
  const yo = sesion.value;
  useEffect(() => {
    if (yo === undefined) return;
    let vivo = true;
    if (yo !== null || huboSocket) {
      huboSocket = true;
      void import("#despues/state/socket.ts").then((socket) => {
        if (!vivo) return;
        if (yo) socket.abrirSocket(yo);
        else socket.cerrarSocket();
      });
    }
    return () => {
      vivo = false;
    };
  }, [yo]);
  return { connected: conectado.value };
}
