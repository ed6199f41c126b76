/**
 * Pages whose content is a person's own: the Worker sends their frame and the browser the rest, so the
 * Worker does not carry their code. Each needs its loader in cargadores.ts.
 */
export const PROPIAS = [
  { path: "/mis-reclamos", modulo: "web/pages/mis-reclamos.tsx" },
  { path: "/avisos", modulo: "web/pages/avisos.tsx" },
  { path: "/avisos/preferencias", modulo: "web/pages/preferencias.tsx" },
  { path: "/perfil", modulo: "web/pages/perfil.tsx" },
  { path: "/gestion", modulo: "web/pages/gestion/bandeja.tsx" },
  { path: "/gestion/bandeja/:id", modulo: "web/pages/gestion/bandeja.tsx" },
  { path: "/gestion/tablero", modulo: "web/pages/gestion/tablero.tsx" },
  { path: "/gestion/panel", modulo: "web/pages/gestion/panel-control.tsx" },
  { path: "/gestion/ventanilla", modulo: "web/pages/gestion/ventanilla.tsx" },
  { path: "/gestion/ciudad/zonas", modulo: "web/pages/gestion/zonas.tsx" },
  { path: "/gestion/salud", modulo: "web/pages/gestion/salud.tsx" },
  { path: "/gestion/mapa", modulo: "web/pages/gestion/mapa.tsx" },
  { path: "/campo", modulo: "web/pages/campo/lista.tsx" },
  { path: "/campo/:id", modulo: "web/pages/campo/detalle.tsx" },
  // After any page of the city that has a route of its own.
  { path: "/gestion/ciudad/:seccion", modulo: "web/pages/gestion/ciudad/puerta.tsx" },
  { path: "/gestion/ciudad/:seccion/:id", modulo: "web/pages/gestion/ciudad/puerta.tsx" },
  { path: "/dev/components", modulo: "web/pages/dev/componentes.tsx" },
] as const satisfies readonly { path: string; modulo: string }[];

export type ModuloPropio = (typeof PROPIAS)[number]["modulo"];
