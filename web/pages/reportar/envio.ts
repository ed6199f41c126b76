import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { claveNueva } from "../../api/cliente.ts";
import { crearReclamo } from "../../api/reclamos.ts";
import { subirTodas } from "../../components/fotos.tsx";
import { tf } from "../../i18n/fotos.ts";
import { tr } from "../../i18n/reportar.ts";
import { type Borrador, borrarBorrador } from "../../state/borrador.ts";

/** What the API takes, without the photos, which get their ids on the way. */
export const cuerpoDeBorrador = (b: Borrador) => ({
  titulo: b.titulo,
  descripcion: b.descripcion,
  direccion: b.direccion,
  categoria_id: b.categoria_id,
});

/**
 * Uploads the photos, then sends the reclamo once: the key stays while the text does.
 * @param anotar keeps that key with the draft, before it is used
 * @returns the reclamo as the server made it; the draft is gone then, and stays otherwise
 */
export async function enviarBorrador(
  b: Borrador,
  alAvanzar: (que: string) => void,
  anotar: (intento: Pick<Borrador, "clave" | "enviado">) => void,
): Promise<Reclamo> {
  const fotos = await subirTodas(b.fotos, (n, de) => alAvanzar(tf.subiendo(n, de)));
  alAvanzar(tr.guardando);
  const cuerpo = { ...cuerpoDeBorrador(b), fotos: fotos.map((f) => f.id) };
  const enviado = JSON.stringify(cuerpo);
  const clave = b.enviado === "" || b.enviado === enviado ? b.clave : claveNueva();
  anotar({ clave, enviado });
  const r = await crearReclamo(cuerpo, clave);
  await borrarBorrador();
  return r;
}
