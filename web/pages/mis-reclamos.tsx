import { useCallback, useEffect, useState } from "preact/hooks";
import type { ReclamoFila } from "../../contract/esquemas/reclamos.ts";
import { listarReclamos } from "../api/reclamos.ts";
import { Esqueleto, Falla, Vacio } from "../components/base/avisos.tsx";
import { ConSesion } from "../components/base/con-sesion.tsx";
import { FilaReclamo } from "../components/reclamo/fila.tsx";
import { tv } from "../i18n/avisos.ts";
import { t } from "../i18n/index.ts";
import { type Novedad, useNovedades } from "../state/novedades.ts";

function Lista() {
  const [filas, setFilas] = useState<ReclamoFila[] | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const cargar = useCallback(async (desde: string | null) => {
    try {
      setError(null);
      const p = await listarReclamos(
        `mios=1&limite=20${desde ? `&cursor=${encodeURIComponent(desde)}` : ""}`,
      );
      setFilas((antes) => (desde && antes ? [...antes, ...p.items] : p.items));
      setCursor(p.cursor);
    } catch (e) {
      setError(e);
    }
  }, []);
  useEffect(() => void cargar(null), [cargar]);
  useNovedades(
    useCallback(
      (n: Novedad) => {
        if (n.type === "releer" || n.type === "reclamo_actualizado") void cargar(null);
      },
      [cargar],
    ),
  );
  if (error && !filas) return <Falla error={error} alReintentar={() => void cargar(null)} />;
  if (!filas) return <Esqueleto />;
  if (filas.length === 0)
    return (
      <Vacio titulo={tv.misReclamos.vacio} texto={tv.misReclamos.vacioTexto}>
        <a class="boton vainilla" href="/reportar">
          {t.nav.reportarProblema}
        </a>
      </Vacio>
    );
  return (
    <div class="pila">
      <ul class="lista-simple">
        {filas.map((r) => (
          <FilaReclamo key={r.id} r={r} href={`/r/${r.codigo}`} />
        ))}
      </ul>
      {cursor ? (
        <button type="button" class="boton contorno ancho" onClick={() => void cargar(cursor)}>
          {t.comun.verMas}
        </button>
      ) : null}
    </div>
  );
}

export default function MisReclamos() {
  return (
    <div class="pagina angosta">
      <h1>{tv.misReclamos.titulo}</h1>
      <ConSesion>{() => <Lista />}</ConSesion>
    </div>
  );
}
