/** What every page does once it is on screen, and no page waits for. */
import { confiarEnRecordada, recordarSesion } from "./state/recordada.ts";

const UN_MOMENTO_MS = 1000;
/** A slow network must not keep a crew from its list. */
const PACIENCIA_MS = 3000;

recordarSesion();
setTimeout(confiarEnRecordada, PACIENCIA_MS);

if (document.documentElement.dataset.guardada) void import("./lib/guardada.ts");

/** What was kept without signal goes out from any page; cola.ts leaves this note while there is something. */
function enviarLoPendiente(): void {
  try {
    if (localStorage.getItem("baldosa.cola")) void import("./state/cola.ts");
  } catch {
    // Without storage nothing was kept.
  }
}
enviarLoPendiente();

// In development the page is the newest one, always. A browser that refuses it goes without.
if (import.meta.env.MODE !== "development")
  setTimeout(
    () => void navigator.serviceWorker?.register("/sw.js").catch(() => undefined),
    UN_MOMENTO_MS,
  );
