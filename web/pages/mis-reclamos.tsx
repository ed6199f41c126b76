import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Yo } from "../../contract/esquemas/cuentas.ts";
import type { ReclamoFila } from "../../contract/esquemas/reclamos.ts";
import { listarReclamos } from "../api/reclamos.ts";
import { Esqueleto, Falla, Vacio } from "../components/base/avisos.tsx";
import { ConSesion } from "../components/base/con-sesion.tsx";
import { FilaReclamo } from "../components/reclamo/fila.tsx";
import { tv } from "../i18n/avisos.ts";
import { t } from "../i18n/index.ts";
import { type Novedad, useNovedades } from "../state/novedades.ts";

const VISTAS = { todos: "", abiertos: "&abiertos=1", cerrados: "&cerrados=1" } as const;
type Vista = keyof typeof VISTAS;
const POR_PAGINA = 20;
/** As many as the API gives at a time: a live change reads again what is on screen. */
const RELEIDOS_MAX = 100;

const esVista = (x: string | undefined): x is Vista => x !== undefined && x in VISTAS;

function Nada({ vista }: { vista: Vista }) {
  const m = tv.misReclamos;
  const [titulo, texto] = {
    todos: [m.vacio, m.vacioTexto],
    abiertos: [m.vacioAbiertos, m.vacioAbiertosTexto],
    cerrados: [m.vacioCerrados, m.vacioCerradosTexto],
  }[vista] as [string, string];
  return (
    <Vacio titulo={titulo} texto={texto}>
      <a class="boton vainilla" href="/reportar">
        {t.nav.reportarProblema}
      </a>
    </Vacio>
  );
}

function Lista({ yo, vista }: { yo: Yo; vista: Vista }) {
  const [filas, setFilas] = useState<ReclamoFila[] | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const cuantas = useRef(0);
  cuantas.current = filas?.length ?? 0;
  const turno = useRef(0);

  const cargar = useCallback(
    async (desde: string | null) => {
      const mio = ++turno.current;
      const limite = desde
        ? POR_PAGINA
        : Math.min(RELEIDOS_MAX, Math.max(POR_PAGINA, cuantas.current));
      try {
        setError(null);
        const p = await listarReclamos(
          `mios=1${VISTAS[vista]}&limite=${limite}${desde ? `&cursor=${encodeURIComponent(desde)}` : ""}`,
        );
        if (mio !== turno.current) return;
        setFilas((antes) => (desde && antes ? [...antes, ...p.items] : p.items));
        setCursor(p.cursor);
      } catch (e) {
        if (mio === turno.current) setError(e);
      }
    },
    [vista],
  );
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
  if (filas.length === 0) return <Nada vista={vista} />;
  return (
    <div class="pila">
      <ul class="lista-simple">
        {filas.map((r) => (
          <FilaReclamo
            key={r.id}
            r={r}
            href={`/r/${r.codigo}`}
            {...(r.creador_id === yo.persona_id ? {} : { nota: tv.misReclamos.seguis })}
          />
        ))}
      </ul>
      {error ? <Falla error={error} alReintentar={() => void cargar(cursor)} /> : null}
      {cursor && !error ? (
        <button type="button" class="boton contorno ancho" onClick={() => void cargar(cursor)}>
          {t.comun.verMas}
        </button>
      ) : null}
    </div>
  );
}

export default function MisReclamos() {
  const { ver } = useLocation().query;
  const vista = esVista(ver) ? ver : "todos";
  return (
    <div class="pagina angosta">
      <h1>{tv.misReclamos.titulo}</h1>
      <ConSesion>
        {(yo) => (
          <>
            <nav class="vistas" aria-label={tv.misReclamos.ver}>
              {(Object.keys(VISTAS) as Vista[]).map((v) => (
                <a
                  key={v}
                  href={v === "todos" ? "/mis-reclamos" : `/mis-reclamos?ver=${v}`}
                  {...(v === vista ? { "aria-current": "page" as const } : {})}
                >
                  {tv.misReclamos.vistas[v]}
                </a>
              ))}
            </nav>
            <Lista key={vista} yo={yo} vista={vista} />
          </>
        )}
      </ConSesion>
    </div>
  );
}
