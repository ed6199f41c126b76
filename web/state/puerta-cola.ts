import { sesion } from "./sesion.ts";

const NOTA = "baldosa.cola";

/** Notes whether something waits to be sent, so that a page without it need not load the queue to find out. */
export function anotarCola(hay: boolean): void {
  try {
    if (hay) localStorage.setItem(NOTA, "1");
    else localStorage.removeItem(NOTA);
  } catch {
    // No storage: nothing waits either.
  }
}

function hayAlgo(): boolean {
  try {
    return localStorage.getItem(NOTA) !== null;
  } catch {
    return false;
  }
}

/** Loads the queue once somebody is signed in on a browser where something waits. */
export function abrirCola(): void {
  const dejar = sesion.subscribe((yo) => {
    if (!yo || !hayAlgo()) return;
    queueMicrotask(() => dejar());
    void import("./cola.ts").catch(() => undefined); // The next page tries again.
  });
}
