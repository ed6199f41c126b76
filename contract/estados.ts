/** What a reclamo can be. Apart from the other closed lists, since every page of a vecino brings it. */
export const ESTADOS = ["nuevo", "asignado", "en_proceso", "resuelto", "rechazado"] as const;
export type Estado = (typeof ESTADOS)[number];

/** Estados in which somebody at the city still owes work. */
export const ESTADOS_ABIERTOS = ["nuevo", "asignado", "en_proceso"] as const satisfies Estado[];
export const estaAbierto = (estado: Estado): boolean =>
  (ESTADOS_ABIERTOS as readonly Estado[]).includes(estado);
