import { useEffect } from "preact/hooks";
import { type ReclamoVivo, useReclamoVivo } from "../../state/reclamo.ts";
import { AccionesVecino } from "./acciones-vecino.tsx";

/** Follows a reclamo for who is signed in, and hands on what it reads. Its code comes only for them. */
export function Seguir({ codigo, alLeer }: { codigo: string; alLeer: (v: ReclamoVivo) => void }) {
  const vivo = useReclamoVivo(codigo);
  const { reclamo, pasos, error, recien } = vivo;
  useEffect(() => alLeer(vivo), [reclamo, pasos, error, recien]);
  return null;
}

export { AccionesVecino };
