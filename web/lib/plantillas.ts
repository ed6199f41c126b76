import type { Reclamo } from "../../contract/esquemas/reclamos.ts";

type Datos = Pick<Reclamo, "numero" | "direccion" | "categoria">;

/** A saved text with this reclamo's own data in the places that it leaves for them. */
export const llenar = (texto: string, r: Datos): string =>
  texto
    .replaceAll("{numero}", String(r.numero))
    .replaceAll("{direccion}", r.direccion)
    .replaceAll("{categoria}", r.categoria.nombre);

/** Added to what the person wrote, never instead of it. */
export const agregar = (escrito: string, texto: string): string =>
  escrito.trim() === "" ? texto : `${escrito.trimEnd()}\n\n${texto}`;
