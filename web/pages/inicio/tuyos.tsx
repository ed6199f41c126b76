import { useEffect, useState } from "preact/hooks";
import type { ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import { listarReclamos } from "../../api/reclamos.ts";
import { FilaReclamo } from "../../components/reclamo/fila.tsx";
import { ti } from "../../i18n/inicio.ts";

/** A vecino's own latest. */
export function LoUltimoTuyo() {
  const [filas, setFilas] = useState<ReclamoFila[]>([]);
  useEffect(() => {
    listarReclamos("mios=1&limite=3")
      .then((p) => setFilas(p.items))
      .catch(() => undefined); // An extra of this page: without it nothing is missing.
  }, []);
  if (filas.length === 0) return null;
  return (
    <section class="tramo">
      <div class="fila entre">
        <h2>{ti.tuyos}</h2>
        <a class="enlace-fila" href="/mis-reclamos">
          {ti.verTodos}
        </a>
      </div>
      <ul class="lista-simple">
        {filas.map((r) => (
          <FilaReclamo key={r.id} r={r} href={`/r/${r.codigo}`} />
        ))}
      </ul>
    </section>
  );
}
