import type { Correo, CorreoDetalle } from "../../../contract/esquemas/avisos.ts";
import type { schema } from "../../db/client.ts";
import { iso, isoONulo } from "../tiempo.ts";

type Fila = typeof schema.correos.$inferSelect;

/** Its whole story: it was written, and then. */
export const historiaDe = (f: Fila): CorreoDetalle["historia"] => [
  { estado: "pendiente", en: iso(f.creado_en), error: null },
  ...(f.historia ?? []).map((p) => ({ ...p, en: iso(p.en) })),
];

export const vistaCorreo = (f: Fila): Correo => ({
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
