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
async function empezar(): Promise<void> {
  aplicarTema();
  const datos = JSON.parse(document.getElementById("datos")?.textContent || "{}") as Datos;
  const { pathname } = location;
  const path = datos.sinSenal
    ? await import("./lib/casco.ts").then((c) => c.paginaSinSenal(pathname))
    : pathname;
  await precargar(path);
  const raiz = document.getElementById("app");
  if (!raiz) return;
  const app = <App datos={datos} {...(path === pathname ? {} : { url: path })} />;
  const { propia } = rutaDe(path);
  // What the Worker sent is another page's words: its frame alone, or Spanish, or the page for when there is none.
  if (propia || idioma !== "es" || (datos.sinSenal && path === pathname)) {
    raiz.replaceChildren();
    render(app, raiz);
  } else hydrate(app, raiz);
  document.documentElement.dataset.lista = "si";
  void import("./despues.ts");
  // Who this is comes after: the first render must match the Worker's, which knows nobody.
  await cargarSesion();
}

void empezar();
