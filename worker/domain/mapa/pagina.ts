import type { ConsultaPaginaMapa, VistaMapa } from "../../../contract/esquemas/mapa.ts";
import { bboxDe, cajaAlrededor } from "../../../contract/mapa.ts";
import type { Ctx } from "../contexto.ts";
import { Fallo } from "../fallo.ts";
import type { Punto } from "../geo.ts";
import { listarMapa } from "./lista.ts";
import { verMapa } from "./ver.ts";

/** The map's page as it reads without JavaScript: no pins, the list. */
export type PaginaMapa = {
  /** Where it opens; null before the municipality is set up. */
  centro: Punto | null;
  zoom: number;
  total: number | null;
  lista: VistaMapa["lista"];
};

const ZOOM = 14;
const VACIA: VistaMapa["lista"] = { items: [], cursor: null };

/** @param ciudad the municipality's own centre, where the address names no other */
export async function verPaginaMapa(
  ctx: Ctx,
  q: ConsultaPaginaMapa,
  ciudad: Punto | null,
): Promise<PaginaMapa> {
  const centro = q.lat !== undefined && q.lng !== undefined ? { lat: q.lat, lng: q.lng } : ciudad;
  const zoom = q.zoom ?? ZOOM;
  if (!centro) return { centro, zoom, total: null, lista: VACIA };
  const [oeste = 0, sur = 0, este = 0, norte = 0] = bboxDe(cajaAlrededor(centro, zoom), zoom)
    .split(",")
    .map(Number);
  const consulta = {
    bbox: { oeste, sur, este, norte },
    zoom,
    estado: q.estado,
    categoria: q.categoria,
    dias: q.dias,
  };
  if (q.cursor !== undefined)
    try {
      const lista = await listarMapa(ctx, { ...consulta, cursor: q.cursor });
      return { centro, zoom, total: null, lista };
    } catch (error) {
      // A cut link: the list from its beginning.
      if (!(error instanceof Fallo)) throw error;
    }
  const { total, lista } = await verMapa(ctx, consulta);
  return { centro, zoom, total, lista };
}
