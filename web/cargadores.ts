import type { ComponentType } from "preact";
import type { ModuloPropio } from "./rutas-propias.ts";

export type Cargador = () => Promise<{ default: ComponentType }>;

/** How the browser gets each page of rutas-propias.ts. */
export const CARGADORES: Record<ModuloPropio, Cargador> = {
  "web/pages/mis-reclamos.tsx": () => import("./pages/mis-reclamos.tsx"),
  "web/pages/avisos.tsx": () => import("./pages/avisos.tsx"),
  "web/pages/preferencias.tsx": () => import("./pages/preferencias.tsx"),
  "web/pages/perfil.tsx": () => import("./pages/perfil.tsx"),
  "web/pages/gestion/bandeja.tsx": () => import("./pages/gestion/bandeja.tsx"),
  "web/pages/gestion/tablero.tsx": () => import("./pages/gestion/tablero.tsx"),
  "web/pages/gestion/panel-control.tsx": () => import("./pages/gestion/panel-control.tsx"),
  "web/pages/gestion/ventanilla.tsx": () => import("./pages/gestion/ventanilla.tsx"),
  "web/pages/gestion/zonas.tsx": () => import("./pages/gestion/zonas.tsx"),
  "web/pages/gestion/salud.tsx": () => import("./pages/gestion/salud.tsx"),
  "web/pages/gestion/mapa.tsx": () => import("./pages/gestion/mapa.tsx"),
  "web/pages/campo/lista.tsx": () => import("./pages/campo/lista.tsx"),
  "web/pages/campo/detalle.tsx": () => import("./pages/campo/detalle.tsx"),
  "web/pages/gestion/ciudad/puerta.tsx": () => import("./pages/gestion/ciudad/puerta.tsx"),
  "web/pages/dev/componentes.tsx": () => import("./pages/dev/componentes.tsx"),
};
