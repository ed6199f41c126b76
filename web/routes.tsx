import type { ComponentType } from "preact";
import { lazy } from "preact-iso";
import { exec } from "preact-iso/router";
import { cargarPropia } from "#propia";
import { PROPIAS } from "./rutas-propias.ts";

type Pagina = ComponentType & { preload: () => Promise<unknown> };
export type Ruta = {
  path: string;
  pagina: Pagina;
  /** Its module, as the build's manifest names it, so that the page's head can ask for it early. */
  modulo: string;
  /** Of rutas-propias.ts: nothing of it comes from the Worker. */
  propia?: true;
};

const UN_MINUTO_MS = 60_000;
/** After a deploy the old page's chunks are gone: load the new page, but not in circles. */
function recargar(causa: unknown): never {
  if (typeof document !== "undefined" && navigator.onLine) {
    const ultima = Number(sessionStorage.getItem("baldosa.recarga") ?? 0);
    if (Date.now() - ultima > UN_MINUTO_MS) {
      sessionStorage.setItem("baldosa.recarga", String(Date.now()));
      location.reload();
    }
  }
  throw causa;
}

const perezosa = (cargar: () => Promise<{ default: ComponentType }>) =>
  lazy(() => cargar().catch(recargar)) as Pagina;

/** One component for all the addresses of a page, so that going from one to another keeps what is on screen. */
const deModulo = new Map<string, Pagina>();
const propias = PROPIAS.map(({ path, modulo }): Ruta => {
  const pagina = deModulo.get(modulo) ?? perezosa(() => cargarPropia(modulo));
  deModulo.set(modulo, pagina);
  return { path, pagina, modulo, propia: true };
});

/** Every page of the site. Each is its own chunk: a vecino's phone never loads the staff's. */
export const RUTAS: readonly Ruta[] = [
  {
    path: "/",
    pagina: perezosa(() => import("./pages/inicio.tsx")),
    modulo: "web/pages/inicio.tsx",
  },
  {
    path: "/r/:codigo",
    pagina: perezosa(() => import("./pages/seguimiento.tsx")),
    modulo: "web/pages/seguimiento.tsx",
  },
  {
    path: "/mapa",
    pagina: perezosa(() => import("./pages/mapa/mapa.tsx")),
    modulo: "web/pages/mapa/mapa.tsx",
  },
  {
    path: "/ingresar",
    pagina: perezosa(() => import("./pages/cuenta/ingresar.tsx")),
    modulo: "web/pages/cuenta/ingresar.tsx",
  },
  {
    path: "/ingresar/enlace",
    pagina: perezosa(() => import("./pages/cuenta/enlace-ingresar.tsx")),
    modulo: "web/pages/cuenta/enlace-ingresar.tsx",
  },
  {
    path: "/recuperar",
    pagina: perezosa(() => import("./pages/cuenta/recuperar.tsx")),
    modulo: "web/pages/cuenta/recuperar.tsx",
  },
  {
    path: "/enlace",
    pagina: perezosa(() => import("./pages/cuenta/enlace.tsx")),
    modulo: "web/pages/cuenta/enlace.tsx",
  },
  {
    path: "/registrarse",
    pagina: perezosa(() => import("./pages/cuenta/registrarse.tsx")),
    modulo: "web/pages/cuenta/registrarse.tsx",
  },
  {
    path: "/reportar",
    pagina: perezosa(() => import("./pages/reportar/reportar.tsx")),
    modulo: "web/pages/reportar/reportar.tsx",
  },
  {
    path: "/sin-senal",
    pagina: perezosa(() => import("./pages/sin-senal.tsx")),
    modulo: "web/pages/sin-senal.tsx",
  },
  {
    path: "/transparencia",
    pagina: perezosa(() => import("./pages/transparencia/transparencia.tsx")),
    modulo: "web/pages/transparencia/transparencia.tsx",
  },
  ...propias,
];

/** For every other address. */
export const NO_ENCONTRADA: Ruta = {
  path: "",
  pagina: perezosa(() => import("./pages/no-encontrada.tsx")),
  modulo: "web/pages/no-encontrada.tsx",
};

export const rutaDe = (path: string): Ruta =>
  RUTAS.find((r) => exec(path, r.path)) ?? NO_ENCONTRADA;

/** Loads a page's code, so that it then renders at once: before hydrating, and on the server. */
export const precargar = async (path: string): Promise<void> => {
  await rutaDe(path).pagina.preload();
};
