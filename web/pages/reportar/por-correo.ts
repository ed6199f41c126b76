import type { ReporteRecibido } from "../../../contract/esquemas/reportes.ts";
import { pedir } from "../../api/cliente.ts";
import { idioma } from "../../i18n/idioma.ts";
import { tn } from "../../i18n/reporte.ts";
import type { Borrador } from "../../state/borrador.ts";
import { cuerpoDe, type Fin, type Progreso } from "./envio.ts";

/**
 * Sends the report with an e-mail address and nothing more; it waits there for its link. Straight to the server: what waits
 * for a signal goes out as somebody, and here there is nobody yet. The draft stays until it got there.
 */
export async function enviarPorCorreo(
  b: Borrador,
  quien: { email: string; nombre: string },
  probar: () => Promise<string | null>,
  alAvanzar: (p: Progreso) => void,
): Promise<Fin> {
  alAvanzar({ texto: tn.guardando, hecho: 0, de: 1 });
  const f = new FormData();
  for (const [campo, valor] of Object.entries({ ...cuerpoDe(b), ...quien, idioma }))
    if (valor !== null && valor !== undefined) f.set(campo, String(valor));
  for (const foto of b.fotos) f.append("fotos", foto.blob, "foto.jpg");
  const { email, dias } = await pedir<ReporteRecibido>("POST", "/api/reportes", {
    cuerpo: f,
    persona: await probar(),
  });
  return { tipo: "porConfirmar", email, dias };
}
