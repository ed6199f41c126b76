import { useCallback, useEffect, useState } from "preact/hooks";
import type { Entrega, Paso } from "../../../contract/esquemas/reclamos.ts";
import { NO_RECIBE, YA_NO_CORRESPONDE } from "../../../contract/eventos.ts";
import { mensajeDe } from "../../api/error.ts";
import { verEntregas } from "../../api/reclamos.ts";
import { tb } from "../../i18n/bandeja.ts";
import { tg } from "../../i18n/gestion.ts";
import { t } from "../../i18n/index.ts";
import { frase } from "../../lib/frases.ts";
import { sesion } from "../../state/sesion.ts";
import { Icono } from "../base/icono.tsx";
import { Cuando } from "../base/tiempo.tsx";
import { atencion } from "../iconos.ts";
import { dobleTilde } from "../iconos-gestion.ts";

const LLEGO: readonly string[] = ["entregado", "leido", "enviado"];
const NO_LLEGO: readonly string[] = ["fallido", "suprimido", "rebotado", "queja"];

const yaNo = (e: Entrega) => e.error === YA_NO_CORRESPONDE;
/** Whoever was blocked meanwhile, may no longer hear of it or turned it off was left out on purpose. */
const aProposito = (e: Entrega) =>
  yaNo(e) || (e.estado === "suprimido" && !e.error?.startsWith(NO_RECIBE));
const noLlego = (e: Entrega) => NO_LLEGO.includes(e.estado) && !aProposito(e);

function resumir(entregas: readonly Entrega[]): string {
  const debidas = entregas.filter((e) => !aProposito(e));
  if (debidas.length === 0) return tg.sinEntregas;
  const bien = debidas.filter((e) => LLEGO.includes(e.estado)).length;
  const mal = debidas.filter(noLlego).length;
  const faltan = debidas.length - bien - mal;
  return [
    tg.entregasResumen(bien, debidas.length),
    mal > 0 ? tg.entregasMal(mal) : null,
    faltan > 0 ? tg.entregasFaltan(faltan) : null,
  ]
    .filter((x) => x !== null)
    .join(" · ");
}

function Una({ e }: { e: Entrega }) {
  const estado = yaNo(e) ? tb.entregas.aProposito : (tb.entregas.estados[e.estado] ?? e.estado);
  return (
    <li>
      {e.nombre} · {tg.entregaCanal[e.canal]}:{" "}
      <span class={noLlego(e) ? "error" : undefined}>{estado}</span>
      <span class="suave">
        {e.en ? (
          <>
            {" · "}
            <Cuando iso={e.en} />
          </>
        ) : null}
        {e.intentos > 1 ? ` · ${tb.entregas.intentos(e.intentos)}` : ""}
        {e.error && !yaNo(e) ? ` · ${e.error}` : ""}
      </span>
    </li>
  );
}

/** Who was told of each step, by which way, and whether it arrived. */
export function Entregas({ id, pasos }: { id: number; pasos: readonly Paso[] }) {
  const [entregas, setEntregas] = useState<Entrega[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const ultimo = pasos.at(-1)?.id;
  const leer = useCallback(async () => {
    try {
      setEntregas(await verEntregas(id));
      setError(null);
    } catch (e) {
      setError(e);
    }
  }, [id]);
  useEffect(() => void leer(), [leer, ultimo]);
  if (error)
    return (
      <p class="chico suave">
        {tg.entregas}: {mensajeDe(error)}{" "}
        <button type="button" class="boton contorno chica" onClick={() => void leer()}>
          {t.comun.reintentar}
        </button>
      </p>
    );
  if (!entregas) return null;
  const mal = entregas.some(noLlego);
  const por = pasos
    .map((paso) => ({ paso, suyas: entregas.filter((e) => e.evento_id === paso.id) }))
    .filter(({ suyas }) => suyas.length > 0)
    .reverse();
  return (
    <details
      class={`entregas${mal ? " faltan" : ""}`}
      // Read again when it is opened: what was on its way may have arrived, or been read.
      onToggle={(e) => {
        if (e.currentTarget.open) void leer();
      }}
    >
      <summary>
        <Icono d={mal ? atencion : dobleTilde} tam={18} /> {tg.entregas}: {resumir(entregas)}
      </summary>
      {mal && sesion.value?.rol === "admin" ? (
        <p>
          <a href="/gestion/salud">{tb.entregas.verSalud}</a>
        </p>
      ) : null}
      {por.map(({ paso, suyas }) => (
        <section key={paso.id}>
          <h4>
            {frase(paso)} · <Cuando iso={paso.en} />
          </h4>
          <ul>
            {suyas.map((e) => (
              <Una key={`${e.persona_id}-${e.canal}`} e={e} />
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
