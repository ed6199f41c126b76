import { hydrate, render } from "preact";
import { App } from "./app.tsx";
import { abrirPuerta } from "./components/mapa/puerta.ts";
import type { Datos } from "./datos.ts";
import { idioma } from "./i18n/idioma.ts";
import { precargar, rutaDe } from "./routes.tsx";
import { cargarSesion } from "./state/sesion.ts";
import { aplicarTema } from "./state/tema.ts";

abrirPuerta(() => import("./components/mapa/motor.ts"));

/** Takes over the page that the Worker made. */
export async function empezar(): Promise<void> {
  aplicarTema();
  const datos = JSON.parse(document.getElementById("datos")?.textContent || "{}") as Datos;
  await precargar(location.pathname);
  const raiz = document.getElementById("app");
  if (!raiz) return;
  // What the Worker sent is another page's words: its frame alone, or Spanish.
  if (rutaDe(location.pathname).propia || idioma !== "es") {
    raiz.replaceChildren();
    render(<App datos={datos} />, raiz);
  } else hydrate(<App datos={datos} />, raiz);
  document.documentElement.dataset.lista = "si";
  // Who this is comes after: the first render must match the Worker's, which knows nobody.
  await cargarSesion();
  enviarLoPendiente();
}

/** What was kept without signal goes out from any page; cola.ts leaves this note while there is something. */
function enviarLoPendiente(): void {
  try {
    if (localStorage.getItem("baldosa.cola")) void import("./state/cola.ts");
  } catch {
    // Without storage nothing was kept.
  }
}
