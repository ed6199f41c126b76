const CADA_MS = 10_000;
/** The service worker gives a page little longer than this: a slower network would bring the same kept page again. */
const PACIENCIA_MS = 3000;

const contesta = (): Promise<boolean> =>
  fetch("/sw.js", { cache: "no-store", signal: AbortSignal.timeout(PACIENCIA_MS) }).then(
    (r) => r.ok,
    () => false,
  );

/**
 * Loads this page again once the server answers. The device's word alone is not enough: it says that there is signal before
 * anything passes.
 * @returns how to stop waiting
 */
export function recargarConSenal(): () => void {
  const probar = async () => {
    if (navigator.onLine && document.visibilityState === "visible" && (await contesta()))
      location.reload();
  };
  const reloj = setInterval(probar, CADA_MS);
  addEventListener("online", probar);
  return () => {
    clearInterval(reloj);
    removeEventListener("online", probar);
  };
}
