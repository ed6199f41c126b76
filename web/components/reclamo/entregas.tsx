import { useEffect, useState } from "preact/hooks";
import type { Entrega, Paso } from "../../../contract/esquemas/reclamos.ts";
import { verEntregas } from "../../api/reclamos.ts";
import { tg } from "../../i18n/gestion.ts";
import { frase } from "../../lib/frases.ts";
import { Icono } from "../base/icono.tsx";
import { dobleTilde } from "../iconos-gestion.ts";

const LLEGO: readonly string[] = ["entregado", "leido", "enviado", "simulado"];

/** Who was told of each step, by which way, and whether it arrived. */
export function Entregas({ id, pasos }: { id: number; pasos: readonly Paso[] }) {
  const [entregas, setEntregas] = useState<Entrega[] | null>(null);
  const ultimo = pasos.at(-1)?.id;
  useEffect(() => {
    let vivo = true;
    verEntregas(id).then(
      (e) => vivo && setEntregas(e),
      () => vivo && setEntregas([]),
    );
    return () => {
      vivo = false;
    };
  }, [id, ultimo]);
  if (!entregas) return null;
  const bien = entregas.filter((e) => LLEGO.includes(e.estado)).length;
  const fraseDe = (evento: number) => {
    const p = pasos.find((x) => x.id === evento);
    return p ? frase(p) : `#${evento}`;
  };
  return (
    <details class="entregas">
      <summary>
        <Icono d={dobleTilde} tam={18} /> {tg.entregas}:{" "}
        {entregas.length > 0 ? tg.entregasResumen(bien, entregas.length) : tg.sinEntregas}
      </summary>
      <ul>
        {entregas.map((e) => (
          <li key={`${e.evento_id}-${e.persona_id}-${e.canal}`}>
            <strong>{e.nombre}</strong> · {tg.entregaCanal[e.canal]} · {e.estado}
            {e.error ? ` · ${e.error}` : ""}
            <span class="suave"> · {fraseDe(e.evento_id)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
