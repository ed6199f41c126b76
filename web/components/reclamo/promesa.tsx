import { estaAbierto } from "../../../contract/estados.ts";
import type { Estado } from "../../../contract/vocabulario.ts";
import { ts } from "../../i18n/seguimiento.ts";
import { dia, exacta, faltaPara } from "../../lib/fechas.ts";
import { useAhora } from "../../state/reloj.ts";
import { Icono } from "../base/icono.tsx";
import { tilde } from "../iconos.ts";
import { prohibido, reloj } from "../iconos-reclamo.ts";

type Props = { estado: Estado; vence_en: string | null; cerrado_en: string | null };

/** What the city promised and how that stands: the largest thing on a vecino's page after its title. */
export function Promesa({ estado, vence_en, cerrado_en }: Props) {
  const ahora = useAhora();
  if (!estaAbierto(estado) && cerrado_en) {
    const bien = estado === "resuelto";
    const decir = bien ? ts.seguimiento.resueltoEl : ts.seguimiento.rechazadoEl;
    return (
      <p class={`promesa e-${estado}`} title={exacta(cerrado_en)}>
        <Icono d={bien ? tilde : prohibido} tam={24} />
        <strong>{decir(dia(cerrado_en, ahora))}</strong>
      </p>
    );
  }
  if (!vence_en) return null;
  const tarde = Date.parse(vence_en) < ahora;
  return (
    <p class={`promesa ${tarde ? "e-asignado" : "e-en_proceso"}`} title={exacta(vence_en)}>
      <Icono d={reloj} tam={24} />
      <span>
        <strong>{ts.seguimiento.prometimos(dia(vence_en, ahora))}</strong>
        <br />
        <span class="chico">{faltaPara(vence_en, ahora)}</span>
      </span>
    </p>
  );
}
