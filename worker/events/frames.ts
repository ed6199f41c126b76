import { tramaDe } from "../../contract/eventos.ts";
import { iso } from "../../contract/tiempo.ts";
import type { Aviso, DatosReclamo, TramaReclamo } from "../../contract/tramas.ts";
import type { Hecho } from "./truth.ts";

/** Estado and version belong together: the evento's own pair, or the reclamo's when the evento did not move it. */
function datosReclamo(hecho: Hecho): DatosReclamo {
  const { reclamo_id: id, reclamo_estado, reclamo_version } = hecho;
  if (id === null || reclamo_estado === null || reclamo_version === null)
    throw new Error(`evento ${hecho.id} (${hecho.tipo}) has no reclamo`);
  const [estado, version] =
    hecho.version !== null && hecho.estado !== null
      ? [hecho.estado, hecho.version]
      : [reclamo_estado, reclamo_version];
  return { id, numero: id, estado, version, evento: hecho.tipo, evento_id: hecho.id };
}

/** The frame without seq. */
export const tramaSilenciosa = (hecho: Hecho): TramaReclamo => ({
  type: "reclamo_actualizado",
  at: iso(hecho.en),
  data: datosReclamo(hecho),
});

/** The frame in which the aviso of an evento arrives, still without its seq. */
export function tramaDeAviso(hecho: Hecho): Aviso {
  const at = iso(hecho.en);
  const type = tramaDe(hecho.tipo);
  if (type === "anuncio") {
    const [titulo = "", ...resto] = (hecho.texto ?? "").split("\n\n");
    return { type, at, data: { id: hecho.id, titulo, texto: resto.join("\n\n") } };
  }
  if (type === "nuevo_reclamo")
    return { type, at, data: { ...datosReclamo(hecho), titulo: hecho.titulo ?? "" } };
  return { type, at, data: datosReclamo(hecho) };
}
