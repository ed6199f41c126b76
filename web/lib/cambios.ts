import type { Reclamo } from "../../contract/esquemas/reclamos.ts";
import { ta } from "../i18n/acciones.ts";
import { t } from "../i18n/index.ts";

type Comparable = Pick<
  Reclamo,
  "estado" | "prioridad" | "categoria" | "cuadrilla" | "titulo" | "direccion"
>;

/** What a person sees of a reclamo, by name, in the order in which it matters. */
const MIRADAS: readonly [nombre: string, valor: (r: Comparable) => string][] = [
  [ta.campos.estado, (r) => t.estados[r.estado]],
  [ta.campos.cuadrilla_id, (r) => r.cuadrilla?.nombre ?? ta.campos.ninguna],
  [ta.campos.prioridad, (r) => ta.prioridades[r.prioridad]],
  [ta.campos.categoria_id, (r) => r.categoria.nombre],
  [ta.campos.titulo, (r) => r.titulo],
  [ta.campos.direccion, (r) => r.direccion],
];

/** What somebody else changed meanwhile: "Prioridad: Normal → Urgente". Empty when nothing that shows did. */
export const cambios = (antes: Comparable, ahora: Comparable): string[] =>
  MIRADAS.flatMap(([nombre, valor]) => {
    const [era, es] = [valor(antes), valor(ahora)];
    return era === es ? [] : [`${nombre}: ${era} → ${es}`];
  });
