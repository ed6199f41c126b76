/** The filters of the bandeja, as its URL and the API both name them. */
export const FILTROS = [
  "estado",
  "abiertos",
  "categoria_id",
  "zona_id",
  "cuadrilla_id",
  "prioridad",
  "vencidos",
  "sin_asignar",
  "sin_ubicar",
  "reabiertos",
  "sin_zona",
  "desde",
  "hasta",
  "cerrado_desde",
  "cerrado_hasta",
  "hecho",
  "hecho_desde",
  "hecho_hasta",
  "q",
  "orden",
] as const;
export type Filtro = (typeof FILTROS)[number];
export type Filtros = Partial<Record<Filtro, string>>;

/** The filters that a URL's query names; anything else in it is not ours. */
export function leerFiltros(query: Record<string, string>): Filtros {
  const f: Filtros = {};
  for (const k of FILTROS) if (query[k]) f[k] = query[k];
  return f;
}

/** The query, always in the same order, so that one list has one address. */
export function escribirFiltros(f: Filtros): string {
  const p = new URLSearchParams();
  for (const k of FILTROS) {
    const v = f[k];
    if (v) p.set(k, v);
  }
  return p.toString();
}

/** Adds the filter, or takes it off when the value is empty. */
export const conFiltro = (f: Filtros, k: Filtro, v: string): Filtros => {
  const { [k]: _, ...resto } = f;
  return v === "" ? resto : { ...resto, [k]: v };
};

/** Takes several off. */
export const sinFiltros = (f: Filtros, claves: readonly Filtro[]): Filtros =>
  claves.reduce((queda, k) => conFiltro(queda, k, ""), f);

/** What the API is asked: without any word on the state, the work that is still open. */
export function consultaDe(f: Filtros): string {
  const { estado, abiertos } = f;
  const base: Filtros = estado || abiertos ? f : { ...f, abiertos: "1" };
  return escribirFiltros(abiertos === "0" ? conFiltro(base, "abiertos", "") : base);
}

export const rutaBandeja = (f: Filtros, id?: number | null): string => {
  const q = escribirFiltros(f);
  return `/gestion${id ? `/bandeja/${id}` : ""}${q ? `?${q}` : ""}`;
};
