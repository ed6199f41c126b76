import { useEffect, useState } from "preact/hooks";
import type { Reclamo, Similar } from "../../../contract/esquemas/reclamos.ts";
import { estaAbierto } from "../../../contract/vocabulario.ts";
import { verSimilares } from "../../api/gestion.ts";
import { tb } from "../../i18n/bandeja.ts";
import { tg } from "../../i18n/gestion.ts";
import { Insignia } from "../base/estado.tsx";
import { Cuando } from "../base/tiempo.tsx";

type Props = {
  r: Reclamo;
  /** This one repeats that one. Absent when it may not be rejected now. */
  esDuplicado?: (s: Similar) => void;
};

/** Open ones of the same kind nearby: perhaps the same hole, told twice. */
export function Similares({ r, esDuplicado }: Props) {
  const [lista, setLista] = useState<Similar[]>([]);
  const { id, lat, lng, categoria_id } = r;
  const abierto = estaAbierto(r.estado);
  useEffect(() => {
    let vivo = true;
    setLista([]);
    if (abierto && lat !== null && lng !== null)
      verSimilares(lat, lng, categoria_id).then(
        (l) => vivo && setLista(l.filter((s) => s.id !== id)),
        () => undefined, // The reclamo reads without them.
      );
    return () => {
      vivo = false;
    };
  }, [id, lat, lng, categoria_id, abierto]);
  if (lista.length === 0) return null;
  return (
    <section class="similares">
      <h3>{tb.similares.titulo}</h3>
      <ul class="lista-simple">
        {lista.map((s) => (
          <li key={s.id} class="similar">
            {s.miniatura ? <img src={s.miniatura} alt="" width="64" height="48" /> : null}
            <div>
              <p>
                <a href={`/gestion/bandeja/${s.id}`}>
                  #{s.numero} {s.titulo}
                </a>
              </p>
              <p class="chico suave">
                {tb.similares.metros(s.metros)} · <Cuando iso={s.creado_en} />
                {s.seguidores > 0 ? ` · ${tg.vecinos(s.seguidores)}` : null}
              </p>
              <Insignia estado={s.estado} />
            </div>
            {esDuplicado ? (
              <button type="button" class="boton chica contorno" onClick={() => esDuplicado(s)}>
                {tb.similares.esDuplicado}
                <span class="oculto">: {tb.similares.deEste(s.numero)}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
