import { signal } from "@preact/signals";

const CADA_MS = 30_000;
const reloj = signal(0);
const enNavegador = typeof document !== "undefined";

let andando = false;
function andar(): void {
  andando = true;
  reloj.value = Date.now();
  setInterval(() => {
    reloj.value = Date.now();
  }, CADA_MS);
}

/**
 * Now, in epoch milliseconds. Read while rendering, it moves twice a minute, so that "hace 2 horas"
 * stays true on an open screen; on the server it is the moment of the request.
 */
export function useAhora(): number {
  if (!enNavegador) return Date.now();
  if (!andando) andar();
  return reloj.value;
}
