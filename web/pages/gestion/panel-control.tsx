import "../../styles/oficina.css";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { DiasAtras, Estadisticas } from "../../../contract/esquemas/estadisticas.ts";
import { verEstadisticas } from "../../api/panel.ts";
import { Esqueleto, Falla } from "../../components/base/avisos.tsx";
import { ConSesion } from "../../components/base/con-sesion.tsx";
import { Cuando } from "../../components/base/tiempo.tsx";
import { LOCAL } from "../../i18n/index.ts";
import { to } from "../../i18n/oficina.ts";
import { MarcoGestion } from "./marco.tsx";
import { Grafico } from "./panel-control/grafico.tsx";
import { Cifra } from "./panel-control/numero.tsx";
import { TablaDe, TablaEdades, TablaSerie } from "./panel-control/tablas.tsx";

const w = to.panel;
const CADA_MS = 60_000;
/** Written here, since the contract's own list would bring zod along. */
const DIAS_ATRAS = [30, 90, 365] as const satisfies readonly DiasAtras[];
const DIAS_DEFECTO: DiasAtras = 90;

// Days come as dates of Buenos Aires: read as UTC and written as UTC, they stay the same day.
const diaMes = new Intl.DateTimeFormat(LOCAL, { day: "numeric", month: "short", timeZone: "UTC" });
const mesAnio = new Intl.DateTimeFormat(LOCAL, {
  month: "short",
  year: "2-digit",
  timeZone: "UTC",
});
const fecha = (dia: string): string => diaMes.format(new Date(`${dia}T00:00:00Z`));
const rotuloDe = (e: Estadisticas) => (s: Estadisticas["serie"][number]) =>
  e.paso === "mes"
    ? mesAnio.format(new Date(`${s.desde}T00:00:00Z`))
    : e.paso === "dia" || s.desde === s.hasta
      ? fecha(s.desde)
      : w.tramo(fecha(s.desde), fecha(s.hasta));

function Cuerpo({ e }: { e: Estadisticas }) {
  const serie = e.serie.map(rotuloDe(e));
  const edades = e.antiguedad.map((a) => w.edades(a.desde_dias, a.hasta_dias));
  const { volumen: v, tiempos: t, ahora: a } = e;
  return (
    <div class="pila panel-control">
      <p class="suave">
        {w.contra(fecha(e.desde), fecha(e.hasta), fecha(e.anterior.desde), fecha(e.anterior.hasta))}
        {e.contado_en ? (
          <>
            {" "}
            {w.contado} <Cuando iso={e.contado_en} />.
          </>
        ) : null}
      </p>
      <section aria-labelledby="ahora">
        <h2 id="ahora">{w.ahora}</h2>
        <dl class="cifras">
          <Cifra que={w.columnas.abiertos} n={a.abiertos} />
          <Cifra que={w.columnas.vencidos} n={a.vencidos} />
          <Cifra que={w.sinAsignar} n={a.sin_asignar} />
          <Cifra que={w.sinUbicar} n={a.sin_ubicar} />
          <Cifra que={w.reabiertosAhora} n={a.reabiertos} />
        </dl>
      </section>
      <section aria-labelledby="periodo">
        <h2 id="periodo">{w.periodo}</h2>
        <dl class="cifras">
          <Cifra que={w.columnas.recibidos} n={v.recibidos} />
          <Cifra que={w.columnas.resueltos} n={v.resueltos} />
          <Cifra que={w.rechazados} n={v.rechazados} />
          <Cifra que={w.reaperturas} n={v.reabiertos} />
          <Cifra que={w.respuesta} n={t.respuesta_mediana_horas} unidad="horas" nota={w.mitad} />
          <Cifra que={w.respuesta} n={t.respuesta_p90_horas} unidad="horas" nota={w.nueveDeDiez} />
          <Cifra que={w.solucion} n={t.solucion_mediana_dias} unidad="dias" nota={w.mitad} />
          <Cifra que={w.solucion} n={t.solucion_p90_dias} unidad="dias" nota={w.nueveDeDiez} />
          <Cifra que={w.enPlazo} n={t.en_plazo} unidad="porciento" />
          <Cifra
            que={w.estrellas}
            n={t.estrellas}
            unidad="estrellas"
            nota={w.calificaciones(t.calificaciones.valor ?? 0)}
          />
        </dl>
      </section>
      <div class="graficos">
        <Grafico
          titulo={w.volumen}
          dibujo={{
            clase: "curvas",
            rotulos: e.serie.map((s) => (e.paso === "mes" ? rotuloDe(e)(s) : fecha(s.desde))),
            curvas: [
              {
                nombre: w.columnas.recibidos,
                color: "--rio",
                valores: e.serie.map((s) => s.recibidos.valor ?? 0),
              },
              {
                nombre: w.columnas.resueltos,
                color: "--resuelto",
                valores: e.serie.map((s) => s.resueltos.valor ?? 0),
                cortada: true,
              },
            ],
          }}
        >
          <TablaSerie e={e} rotulos={serie} />
        </Grafico>
        <Grafico
          titulo={w.antiguedad}
          dibujo={{
            clase: "barras",
            rotulos: e.antiguedad.map((x) => w.edadesCorto(x.desde_dias, x.hasta_dias)),
            curvas: [
              {
                nombre: w.columnas.abiertos,
                color: "--vainilla",
                valores: e.antiguedad.map((x) => x.abiertos.valor ?? 0),
              },
            ],
          }}
        >
          <TablaEdades e={e} rotulos={edades} />
        </Grafico>
      </div>
      <TablaDe titulo={w.porCategoria} filas={e.por_categoria} />
      <TablaDe titulo={w.porZona} filas={e.por_zona} />
      <TablaDe titulo={w.porCuadrilla} filas={e.por_cuadrilla} />
    </div>
  );
}

/** The figures of a period, read again each minute while they are looked at: as often as they are counted. */
function useEstadisticas(dias: DiasAtras) {
  const [leidas, setLeidas] = useState<Estadisticas | null>(null);
  const [error, setError] = useState<unknown>(null);
  const turno = useRef(0);
  const leer = useCallback(async () => {
    const mio = ++turno.current;
    try {
      const e = await verEstadisticas(dias);
      if (mio !== turno.current) return;
      setError(null);
      setLeidas(e);
    } catch (e) {
      if (mio === turno.current) setError(e);
    }
  }, [dias]);
  useEffect(() => {
    void leer();
    const cada = setInterval(() => {
      if (document.visibilityState === "visible") void leer();
    }, CADA_MS);
    return () => clearInterval(cada);
  }, [leer]);
  return { leidas, error, leer };
}

function Panel() {
  const { query } = useLocation();
  const dias = DIAS_ATRAS.find((d) => String(d) === query.dias) ?? DIAS_DEFECTO;
  const { leidas, error, leer } = useEstadisticas(dias);
  return (
    <>
      <nav class="vistas" aria-label={w.elegirPeriodo}>
        {DIAS_ATRAS.map((d) => (
          <a
            key={d}
            href={`/gestion/panel?dias=${d}`}
            {...(d === dias ? { "aria-current": "page" as const } : {})}
          >
            {w.dias(d)}
          </a>
        ))}
      </nav>
      {error && !leidas ? (
        <Falla error={error} alReintentar={() => void leer()} />
      ) : leidas ? (
        <Cuerpo e={leidas} />
      ) : (
        <Esqueleto filas={5} />
      )}
    </>
  );
}

export default function PanelDeControl() {
  return (
    <MarcoGestion>
      <div class="pagina ancha">
        <h1>{w.titulo}</h1>
        <ConSesion roles={["supervisor", "admin"]}>{() => <Panel />}</ConSesion>
      </div>
    </MarcoGestion>
  );
}
