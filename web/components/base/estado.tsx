import type { Estado } from "../../../contract/vocabulario.ts";
import { t } from "../../i18n/index.ts";
import { casco, tilde } from "../iconos.ts";
import { megafono, personas, prohibido } from "../iconos-reclamo.ts";
import { Icono } from "./icono.tsx";

export const ICONO_ESTADO: Record<Estado, string> = {
  nuevo: megafono,
  asignado: personas,
  en_proceso: casco,
  resuelto: tilde,
  rechazado: prohibido,
};

/** The state of a reclamo: icon, word and colour, never the colour alone. */
export function Insignia({ estado }: { estado: Estado }) {
  return (
    <span class={`insignia e-${estado}`}>
      <Icono d={ICONO_ESTADO[estado]} tam={15} />
      {t.estados[estado]}
    </span>
  );
}
