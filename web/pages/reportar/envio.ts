import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { claveNueva } from "../../api/cliente.ts";
import { esErrorApi } from "../../api/error.ts";
import { crearReclamo } from "../../api/reclamos.ts";
import { type FotoElegida, subirTodas } from "../../components/fotos.tsx";
import { tf } from "../../i18n/fotos.ts";
import { tn } from "../../i18n/reporte.ts";
import { delServidor } from "../../lib/validar.ts";
import type { Borrador } from "../../state/borrador.ts";

/** How far a sending is: each photo is a step, and the report the last. */
export type Progreso = { texto: string; hecho: number; de: number };

/** How a report ended; what the last screen tells. */
export type Fin =
  | { tipo: "enviado"; r: Reclamo }
  | { tipo: "sumado"; r: Reclamo }
  /** Its key had been used: the first sending had arrived, though its answer was lost. */
  | { tipo: "yaEstaba" };

/** What the API takes, without the photos, which get their ids on the way. */
export const cuerpoDe = (b: Borrador) => ({
  titulo: b.titulo,
  descripcion: b.descripcion,
  direccion: b.direccion,
  categoria_id: b.categoria_id,
  ...(b.punto ?? {}),
});

/** Photos left loose for a day are gone from the server: they go up again, as new ones. */
export const fotosDeNuevo = (fotos: readonly FotoElegida[]): FotoElegida[] =>
  fotos.map(({ blob }) => ({ blob, clave: claveNueva() }));

/**
 * Uploads the photos, then sends the report, with the draft's one key: whatever is repeated, one reclamo.
 * @throws ErrorApi
 */
export async function enviar(b: Borrador, alAvanzar: (p: Progreso) => void): Promise<Fin> {
  const de = b.fotos.length + 1;
  const fotos = await subirTodas(b.fotos, (n, cuantas) =>
    alAvanzar({ texto: tf.subiendo(n, cuantas), hecho: n - 1, de }),
  );
  alAvanzar({ texto: tn.guardando, hecho: fotos.length, de });
  try {
    const cuerpo = { ...cuerpoDe(b), fotos: fotos.map((f) => f.id) };
    return { tipo: "enviado", r: await crearReclamo(cuerpo, b.clave) };
  } catch (e) {
    if (esErrorApi(e) && e.es("clave_reusada")) return { tipo: "yaEstaba" };
    throw e;
  }
}

export const faltanFotos = (e: unknown): boolean => delServidor(e).fotos !== undefined;
