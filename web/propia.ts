import type { ComponentType } from "preact";
import type { ModuloPropio } from "./rutas-propias.ts";

/** A page of rutas-propias.ts. Where each is found comes with the first of them: a public page asks for none. */
export const cargarPropia = (modulo: ModuloPropio): Promise<{ default: ComponentType }> =>
  import("./cargadores.ts").then((m) => m.CARGADORES[modulo]());
