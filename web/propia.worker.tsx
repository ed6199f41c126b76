import type { ComponentType } from "preact";
import { Esqueleto } from "./components/base/avisos.tsx";
import type { ModuloPropio } from "./rutas-propias.ts";

const EnCamino = () => <Esqueleto />;

/** The Worker has none of them (package.json, imports): it shows that they are on their way. */
export const cargarPropia = async (_modulo: ModuloPropio): Promise<{ default: ComponentType }> => ({
  default: EnCamino,
});
