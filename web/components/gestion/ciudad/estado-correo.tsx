import type { EstadoCorreo } from "../../../../contract/vocabulario.ts";
import { tci } from "../../../i18n/ciudad.ts";
import { Icono } from "../../base/icono.tsx";
import { atencion, info, tilde } from "../../iconos.ts";
import { prohibido, reloj } from "../../iconos-reclamo.ts";

/** How each looks: what arrived is green, what waits amber, what did not go out is never green. */
const COMO: Record<EstadoCorreo, readonly [icono: string, clase: string]> = {
  pendiente: [reloj, "e-asignado"],
  enviado: [tilde, "e-resuelto"],
  simulado: [info, "e-en_proceso"],
  reintentando: [reloj, "e-asignado"],
  incierto: [atencion, "e-asignado"],
  fallido: [atencion, "e-nuevo"],
  suprimido: [prohibido, "neutro"],
  entregado: [tilde, "e-resuelto"],
  rebotado: [atencion, "e-nuevo"],
  queja: [prohibido, "e-nuevo"],
  agrupado: [info, "neutro"],
};

/** The state of a message: icon, word and colour. */
export function EstadoDelCorreo({ estado }: { estado: EstadoCorreo }) {
  const [icono, clase] = COMO[estado];
  return (
    <span class={`insignia ${clase}`}>
      <Icono d={icono} tam={15} /> {tci.correos.estados[estado]}
    </span>
  );
}
