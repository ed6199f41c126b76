import type { Correo } from "../../../contract/esquemas/avisos.ts";
import type { schema } from "../../db/client.ts";
import { iso, isoONulo } from "../tiempo.ts";

export const vistaCorreo = (f: typeof schema.correos.$inferSelect): Correo => ({
  id: f.id,
  evento_id: f.evento_id,
  reclamo_id: f.reclamo_id,
  plantilla: f.plantilla,
  para: f.para,
  asunto: f.asunto,
  estado: f.estado,
  intentos: f.intentos,
  error: f.error,
  creado_en: iso(f.creado_en),
  enviado_en: isoONulo(f.enviado_en),
});
