export type Mostrar = "abiertos" | "resueltos" | "todos";
export const MOSTRAR: readonly Mostrar[] = ["abiertos", "resueltos", "todos"];
export const DIAS = ["", "30", "90", "365"] as const;

/** What the map shows; an empty word shows all. */
export type FiltrosMapa = { estado: Mostrar; categoria: string; dias: string };
/** Where it looks, as the address says it. */
export type Posicion = { lat: number; lng: number; zoom: number };

const FINO = 1e5;
export const redondo = (x: number): number => Math.round(x * FINO) / FINO;

/** The address's query; what makes no sense there is as if absent. */
export function leerFiltros(q: Record<string, string>): FiltrosMapa {
  return {
    estado: MOSTRAR.find((e) => e === q.estado) ?? "abiertos",
    categoria: /^[1-9]\d{0,14}$/.test(q.categoria ?? "") ? (q.categoria ?? "") : "",
    dias: DIAS.find((d) => d === q.dias) ?? "",
  };
}

export function leerPosicion(q: Record<string, string>): Posicion | null {
  const [lat, lng, zoom] = [q.lat, q.lng, q.zoom].map((x) => (x ? Number(x) : Number.NaN));
  if (lat === undefined || lng === undefined || zoom === undefined) return null;
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && zoom >= 9 && zoom <= 19
    ? { lat: redondo(lat), lng: redondo(lng), zoom: Math.round(zoom) }
    : null;
}

/** The filters as a query, after what stands there already. */
export function escribir(f: FiltrosMapa, antes: Record<string, string>): URLSearchParams {
  const p = new URLSearchParams(antes);
  if (f.estado !== "abiertos") p.set("estado", f.estado);
  if (f.categoria) p.set("categoria", f.categoria);
  if (f.dias) p.set("dias", f.dias);
  return p;
}

/** The page's address, always in the same order. */
export function rutaMapa(f: FiltrosMapa, donde: Posicion | null, cursor?: string | null): string {
  const p = escribir(
    f,
    donde ? { lat: `${donde.lat}`, lng: `${donde.lng}`, zoom: `${donde.zoom}` } : {},
  );
  if (cursor) p.set("cursor", cursor);
  const q = p.toString();
  return q ? `/mapa?${q}` : "/mapa";
}
