import type { Rol } from "../../contract/vocabulario.ts";

const CASAS: Record<Rol, string> = {
  vecino: "/mis-reclamos",
  cuadrilla: "/campo",
  supervisor: "/gestion",
  admin: "/gestion",
};
/** Where a person's own work is. */
export const casaDe = (rol: Rol): string => CASAS[rol];

/** The page of a reclamo for someone signed in, known only by its id. */
export function rutaReclamo(rol: Rol, id: number): string {
  if (rol === "cuadrilla") return `/campo/${id}`;
  return rol === "vecino" ? `/r/${id}` : `/gestion/bandeja/${id}`;
}
