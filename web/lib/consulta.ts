/** The words of a period in an address, in the order that they are always written in. */
const CLAVES = ["dias", "desde", "hasta"] as const;

/** The period that an address names, as the API asks for it: one period, one address. */
export function consultaDePeriodo(query: Record<string, string>): string {
  const p = new URLSearchParams();
  for (const k of CLAVES) if (query[k]) p.set(k, query[k]);
  return p.toString();
}
