import { useEffect, useState } from "preact/hooks";
import type { Entrega, Paso } from "../../../contract/esquemas/reclamos.ts";
import { verEntregas } from "../../api/reclamos.ts";
import { tb } from "../../i18n/bandeja.ts";
import { tg } from "../../i18n/gestion.ts";
import { frase } from "../../lib/frases.ts";
import { Icono } from "../base/icono.tsx";
import { Cuando } from "../base/tiempo.tsx";
import { atencion } from "../iconos.ts";
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
  const por = pasos
    .map((paso) => ({ paso, suyas: entregas.filter((e) => e.evento_id === paso.id) }))
    .filter(({ suyas }) => suyas.length > 0)
    .reverse();
  return (
    <details class={`entregas${bien < entregas.length ? " faltan" : ""}`}>
      <summary>
        <Icono d={bien < entregas.length ? atencion : dobleTilde} tam={18} /> {tg.entregas}:{" "}
        {entregas.length > 0 ? tg.entregasResumen(bien, entregas.length) : tg.sinEntregas}
      </summary>
      {por.map(({ paso, suyas }) => (
        <section key={paso.id}>
          <h4>
            {frase(paso)} · <Cuando iso={paso.en} />
          </h4>
          <ul>
            {suyas.map((e) => (
              <li key={`${e.persona_id}-${e.canal}`}>
                {e.nombre} · {tg.entregaCanal[e.canal]}: {tb.entregas.estados[e.estado] ?? e.estado}
                {e.error ? <span class="suave"> · {e.error}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
