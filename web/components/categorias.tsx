import type * as C from "../../contract/esquemas/catalogos.ts";
import { Icono } from "./base/icono.tsx";
import { atencion, casa } from "./iconos.ts";
import {
  arbol,
  brote,
  cono,
  foco,
  gotas,
  olas,
  otro,
  semaforo,
  tacho,
} from "./iconos-categoria.ts";
import { candado } from "./iconos-historial.ts";
import { megafono, personas } from "./iconos-reclamo.ts";

/** The pictures that a category may name. An unknown one gets a question mark. */
const DIBUJOS: Record<string, string> = {
  foco,
  lightbulb: foco,
  cono,
  "traffic-cone": cono,
  construction: cono,
  tacho,
  "trash-2": tacho,
  trash: tacho,
  arbol,
  trees: arbol,
  "tree-deciduous": arbol,
  semaforo,
  "traffic-light": semaforo,
  gotas,
  droplet: gotas,
  droplets: gotas,
  olas,
  waves: olas,
  brote,
  sprout: brote,
  flower: brote,
  casa,
  personas,
  megafono,
  atencion,
  candado,
};

export const dibujoDe = (icono: string): string => DIBUJOS[icono] ?? otro;

/** A category's picture and name. */
export function Categoria({ categoria }: { categoria: Pick<C.Categoria, "nombre" | "icono"> }) {
  return (
    <span class="categoria">
      <Icono d={dibujoDe(categoria.icono)} tam={16} /> {categoria.nombre}
    </span>
  );
}
