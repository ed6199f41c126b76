import { hydrate } from "preact";
import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/cascara.css";
import "./styles/controles.css";
import "./styles/piezas.css";
import "./styles/paginas.css";
import "./styles/gestion.css";
import "./styles/lugares.css";
import "./styles/movimiento.css";
import { App } from "./app.tsx";
import { abrirPuerta } from "./components/mapa/puerta.ts";
import type { Datos } from "./datos.ts";
import { precargar } from "./routes.tsx";
import { cargarSesion } from "./state/sesion.ts";
import { aplicarTema } from "./state/tema.ts";

abrirPuerta(() => import("./components/mapa/motor.ts"));

async function empezar(): Promise<void> {
  aplicarTema();
  const datos = JSON.parse(document.getElementById("datos")?.textContent || "{}") as Datos;
  await precargar(location.pathname);
  const raiz = document.getElementById("app");
  if (!raiz) return;
  hydrate(<App datos={datos} />, raiz);
  document.documentElement.dataset.lista = "si";
  // Who this is comes after: the first render must match the Worker's, which knows nobody.
  await cargarSesion();
}

void empezar();
