import { estaAbierto } from "../../../contract/estados.ts";
import type { Estado } from "../../../contract/vocabulario.ts";
import { exacta, momento, plazo } from "../../lib/fechas.ts";
import { useAhora } from "../../state/reloj.ts";

/** A moment in words, with the exact time on hover. */
export function Cuando({ iso }: { iso: string }) {
  return (
    <time datetime={iso} title={exacta(iso)}>
      {momento(iso, useAhora())}
    </time>
  );
}

/** The deadline as a clock; nothing once the reclamo is closed. */
export function RelojPlazo({ iso, estado }: { iso: string | null; estado: Estado }) {
  const ahora = useAhora();
  if (iso === null || !estaAbierto(estado)) return null;
  const { texto, tono } = plazo(iso, ahora);
  return (
    <time datetime={iso} title={exacta(iso)} class={`plazo p-${tono}`}>
      {texto}
    </time>
  );
}
