import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { GrupoGestion } from "../../../contract/esquemas/mapa-gestion.ts";
import type { ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import { cajaDe } from "../../../contract/geometria.ts";
import { mensajeDe } from "../../api/error.ts";
import { listarReclamos } from "../../api/reclamos.ts";
import { limiteDelMunicipio, listarZonas } from "../../api/zonas.ts";
import { Esqueleto, Falla } from "../../components/base/avisos.tsx";
import { ConSesion } from "../../components/base/con-sesion.tsx";
import { Insignia } from "../../components/base/estado.tsx";
import type { MapaGestionDibujado } from "../../components/mapa/motor-gestion.ts";
import { useMotor } from "../../components/mapa/puerta.ts";
import { type Caja, type Grupo, type Vista, ZOOM } from "../../components/mapa/tipos.ts";
import { useDatos } from "../../datos.ts";
import { tm } from "../../i18n/mapa.ts";
import { tmg } from "../../i18n/mapa-gestion.ts";
import { escribirFiltros, type Filtros, leerFiltros, rutaBandeja } from "../../lib/filtros.ts";
import { useTitulo } from "../../lib/usar-titulo.ts";
import { elegirArea, useMapaGestion } from "../../state/mapa-gestion.ts";
import { useSeleccion } from "../../state/seleccion.ts";
import { avisar } from "../../state/toasts.ts";
import { BarraFiltros } from "./filtros.tsx";
import { Lateral } from "./lateral.tsx";
import { BarraLote } from "./lote.tsx";
import "../../styles/bandeja.css";
import "../../styles/zonas.css";
import "../../styles/mapa-gestion.css";

const traer = () => import("../../components/mapa/motor-gestion.ts");
const SIN = ["estado", "q", "orden"] as const;
const PROPIOS = ["categoria_id", "zona_id", "cuadrilla_id", "prioridad", "vencidos", "sin_asignar"];
const propios = (q: Record<string, string>): Filtros =>
  Object.fromEntries(Object.entries(leerFiltros(q)).filter(([k]) => PROPIOS.includes(k)));

const comoGrupo = (g: GrupoGestion): Grupo => ({
  ...g,
  codigo: g.id === undefined ? undefined : String(g.id),
});
const nombrar = (g: Grupo): string =>
  g.codigo ? `#${g.codigo} ${g.titulo ?? ""}` : tmg.grupo(g.n);

/** The map with what is on it, the city's edge and its zonas. */
function useMapaVivo(alMover: (v: Vista) => void, alElegir: (g: Grupo) => void) {
  const { teselas } = useDatos();
  const m = useMotor(traer, (motor, caja) =>
    motor.dibujarGestion(caja, {
      teselas,
      centro: { lat: -34.6, lng: -58.4 },
      zoom: ZOOM.ciudad,
      alMover,
      alElegir,
      nombrar,
    }),
  );
  const { mapa } = m;
  useEffect(() => mapa?.atender({ alMover, alElegir, nombrar }), [mapa, alMover, alElegir]);
  useEffect(() => {
    if (!mapa) return;
    void Promise.all([limiteDelMunicipio(), listarZonas()]).then(
      ([limite, zonas]) => {
        mapa.contornos(
          zonas
            .filter((z) => z.activa)
            .map((z) => ({ geojson: z.poligono, elegida: false, alTocar: () => undefined })),
        );
        if (limite) mapa.abarcar(cajaDe(limite));
        else alMover(mapa.vista());
      },
      () => alMover(mapa.vista()),
    );
  }, [mapa, alMover]);
  return m;
}

function Elegidos(p: {
  filas: readonly ReclamoFila[];
  tiene: (id: number) => boolean;
  alternar: (id: number) => void;
}) {
  return (
    <ul class="lista-mapa">
      {p.filas.map((f) => (
        <li key={f.id}>
          <label class="casilla">
            <input type="checkbox" checked={p.tiene(f.id)} onChange={() => p.alternar(f.id)} />
            <span class="oculto">{tmg.incluir(f.numero)}</span>
          </label>
          <a href={rutaBandeja({}, f.id)} class="titulo-fila">
            #{f.numero} {f.titulo}
          </a>
          <Insignia estado={f.estado} />
        </li>
      ))}
    </ul>
  );
}

function Mesa() {
  useTitulo(tmg.titulo);
  const { query, route } = useLocation();
  const filtros = propios(query);
  const escritos = escribirFiltros(filtros);
  const [vista, setVista] = useState<Vista | null>(null);
  const [calor, setCalor] = useState(false);
  const [marcando, setMarcando] = useState(false);
  const [area, setArea] = useState<{ filas: ReclamoFila[]; hayMas: boolean } | null>(null);
  const { datos, error, recargar } = useMapaGestion(vista, escritos);
  const seleccion = useSeleccion(area?.filas ?? null);
  const grupos = useMemo(() => datos?.grupos.map(comoGrupo) ?? [], [datos]);

  const dibujado = useRef<MapaGestionDibujado | null>(null);
  const acercar = useCallback((g: Grupo) => {
    const zoom = dibujado.current?.vista().zoom ?? ZOOM.ciudad;
    dibujado.current?.ir(g, Math.min(zoom + 2, ZOOM.maximo));
  }, []);
  const elegir = useCallback(
    (g: Grupo) => (g.codigo ? route(rutaBandeja({}, Number(g.codigo))) : acercar(g)),
    [route, acercar],
  );
  const { ref, mapa, fallo } = useMapaVivo(setVista, elegir);
  dibujado.current = mapa;
  useEffect(() => {
    mapa?.grupos(calor ? [] : grupos);
    mapa?.calor(calor ? grupos : null);
  }, [mapa, grupos, calor]);

  const { elegir: seleccionar } = seleccion;
  const tomar = useCallback(
    async (caja: Caja) => {
      setMarcando(false);
      try {
        const { items, hay_mas } = await elegirArea(caja, escritos);
        setArea({ filas: items, hayMas: hay_mas });
        seleccionar(items.map((f) => f.id));
      } catch (e) {
        avisar(mensajeDe(e), { tono: "mal" });
      }
    },
    [escritos, seleccionar],
  );
  // At once: whoever drags right after the button would move the map instead.
  useLayoutEffect(
    () => mapa?.marcarArea(marcando ? (c) => void tomar(c) : null),
    [mapa, marcando, tomar],
  );

  const poner = (...filas: ReclamoFila[]) => {
    const nuevas = new Map(filas.map((f) => [f.id, f]));
    setArea((a) => a && { ...a, filas: a.filas.map((f) => nuevas.get(f.id) ?? f) });
    recargar();
  };
  const releer = async (ids: readonly number[]) => {
    if (ids.length > 0) poner(...(await listarReclamos(`ids=${ids.join()}&limite=100`)).items);
  };
  return (
    <div class="mesa mesa-zonas">
      <Lateral />
      <section class="zonas-panel" aria-label={tmg.titulo}>
        <h1>{tmg.titulo}</h1>
        <BarraFiltros
          filtros={filtros}
          cambiar={(f) => route(`/gestion/mapa?${escribirFiltros(f)}`, true)}
          sin={SIN}
        />
        <div class="fila envuelve">
          <button
            type="button"
            class="boton contorno chica"
            aria-pressed={calor}
            onClick={() => setCalor(!calor)}
          >
            {tmg.calor}
          </button>
          <button
            type="button"
            class="boton contorno chica"
            aria-pressed={marcando}
            onClick={() => setMarcando(!marcando)}
          >
            {tmg.elegirArea}
          </button>
          <button
            type="button"
            class="boton contorno chica"
            disabled={!vista}
            onClick={() => vista && void tomar(vista.caja)}
          >
            {tmg.loQueSeVe}
          </button>
        </div>
        <p class="chico suave" role="status">
          {marcando ? tmg.arrastra : !area && datos ? tmg.total(datos.total, datos.completo) : ""}
        </p>
        {area ? (
          <>
            <div class="fila entre">
              <h2>{tmg.elegidos}</h2>
              <button type="button" class="enlace" onClick={() => setArea(null)}>
                {tmg.volver}
              </button>
            </div>
            {area.filas.length === 0 ? <p>{tmg.ninguno}</p> : null}
            {area.hayMas ? <p class="chico">{tmg.hayMas(area.filas.length)}</p> : null}
            <Elegidos filas={area.filas} tiene={seleccion.tiene} alternar={seleccion.alternar} />
            <BarraLote seleccion={seleccion} bandeja={{ filas: area.filas, poner, releer }} />
          </>
        ) : error && !datos ? (
          <Falla error={error} alReintentar={recargar} />
        ) : !datos ? (
          <Esqueleto filas={5} />
        ) : grupos.length === 0 ? (
          <p>{tmg.vacio}</p>
        ) : (
          <ul class="lista-mapa">
            {grupos.map((g) => (
              <li key={`${g.codigo ?? ""} ${g.lat} ${g.lng}`}>
                {g.codigo ? (
                  <>
                    <a class="titulo-fila" href={rutaBandeja({}, Number(g.codigo))}>
                      {nombrar(g)}
                    </a>
                    {g.estado ? <Insignia estado={g.estado} /> : null}
                  </>
                ) : (
                  <button type="button" class="enlace" onClick={() => acercar(g)}>
                    {nombrar(g)}: {tmg.acercarse}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      <div class="zonas-mapa">
        {fallo ? (
          <p class="ayuda zonas-sin-mapa">{tm.sinMapaLista}</p>
        ) : (
          <div ref={ref} class="mapa-caja" role="application" aria-label={tm.mapa} />
        )}
      </div>
    </div>
  );
}

export default function PaginaMapaGestion() {
  return <ConSesion roles={["supervisor", "admin"]}>{() => <Mesa />}</ConSesion>;
}
