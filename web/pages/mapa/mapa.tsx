import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { centroDeLaCiudad } from "../../api/mapa.ts";
import { Esqueleto, Falla, Vacio } from "../../components/base/avisos.tsx";
import { FiltrosDelMapa } from "../../components/mapa/filtros.tsx";
import { ListaZona } from "../../components/mapa/lista-zona.tsx";
import type { MapaGruposDibujado } from "../../components/mapa/motor.ts";
import type { Grupo, Punto, Vista } from "../../components/mapa/tipos.ts";
import { useDatos } from "../../datos.ts";
import { t } from "../../i18n/index.ts";
import { tm } from "../../i18n/mapa.ts";
import { useCarga } from "../../lib/carga.ts";
import {
  consultaDe,
  type FiltrosMapa,
  leerFiltros,
  leerPosicion,
  mismaPosicion,
  posicionDe,
  rutaMapa,
} from "../../lib/mapa.ts";
import { useCategorias } from "../../state/catalogos.ts";
import { useZona, type Zona } from "../../state/mapa.ts";
import "../../styles/mapa-publico.css";
import { cajaAlrededor } from "../../../contract/mapa.ts";

const cargarExplorar = () => import("../../components/mapa/explorar.tsx").then((m) => m.Explorar);
/** On a phone, and on a desk, where there is more room for the city. */
const ZOOM_CIUDAD = { angosto: 14, ancho: 15 };
const zoomDeCiudad = (): number =>
  typeof innerWidth === "number" && innerWidth >= 960 ? ZOOM_CIUDAD.ancho : ZOOM_CIUDAD.angosto;

/** Where the map opens: the address's own place, or the city's. */
function useCentro(): { centro: Punto | null; error: unknown } {
  const dePagina = useDatos().mapa;
  const [pedido, poner] = useState<{ centro: Punto | null; error: unknown }>({
    centro: null,
    error: null,
  });
  useEffect(() => {
    if (dePagina) return;
    centroDeLaCiudad().then(
      ({ lat, lng }) =>
        poner({ centro: lat === null || lng === null ? null : { lat, lng }, error: null }),
      (error: unknown) => poner({ centro: null, error }),
    );
  }, [dePagina]);
  return dePagina ? { centro: dePagina.centro, error: null } : pedido;
}

/** What came with the page, for as long as nothing else was asked. */
function useInicial(): Zona | null {
  const { mapa } = useDatos();
  const { query } = useLocation();
  const [inicial] = useState<Zona | null>(() =>
    mapa?.centro && mapa.ruta === rutaMapa(leerFiltros(query), leerPosicion(query))
      ? { consulta: null, total: mapa.total, grupos: [], lista: mapa.lista }
      : null,
  );
  return inicial;
}

type DelMapa = { centro: Punto; filtros: FiltrosMapa };

function MapaYLista({ centro, filtros }: DelMapa) {
  const { query, route } = useLocation();
  const categorias = (useCategorias() ?? []).filter((c) => !c.privada);
  const donde = leerPosicion(query);
  const inicial = useInicial();
  const [vista, setVista] = useState<Vista | null>(null);
  const [enLista, verEnLista] = useState(false);
  const mapa = useRef<MapaGruposDibujado | null>(null);
  const titulo = useRef<HTMLHeadingElement>(null);
  const [abierto] = useState(() => ({
    centro: donde ?? centro,
    zoom: donde?.zoom ?? zoomDeCiudad(),
  }));
  const Explorar = useCarga(cargarExplorar, true);

  // Until the map says what it shows, what came with the page will do.
  const caja = vista?.caja ?? cajaAlrededor(abierto.centro, abierto.zoom);
  const zoom = vista?.zoom ?? abierto.zoom;
  const preguntar = vista !== null || inicial === null;
  const { zona, cargando, error, verMas, reintentar } = useZona(
    preguntar ? consultaDe(filtros, caja, zoom) : null,
    inicial,
  );

  const ahora = useRef({ filtros, donde });
  ahora.current = { filtros, donde };
  const alMover = useCallback(
    (v: Vista) => {
      setVista(v);
      const aca = posicionDe(v.centro, v.zoom);
      if (!mismaPosicion(aca, ahora.current.donde))
        route(rutaMapa(ahora.current.filtros, aca), true);
    },
    [route],
  );
  const alEstar = useCallback((m: MapaGruposDibujado) => {
    mapa.current = m;
    setVista(m.vista());
  }, []);
  // Back and forward, or a link to another place.
  useEffect(() => {
    const m = mapa.current;
    if (!m || !donde) return;
    const v = m.vista();
    if (!mismaPosicion(posicionDe(v.centro, v.zoom), donde)) m.ir(donde, donde.zoom);
  }, [donde]);

  const mostrarLista = (si: boolean) => {
    verEnLista(si);
    if (si) requestAnimationFrame(() => titulo.current?.focus({ preventScroll: true }));
  };
  const alElegir = useCallback(
    (g: Grupo) => (g.codigo ? route(`/r/${g.codigo}`) : mostrarLista(true)),
    [route],
  );
  const nombrar = useCallback(
    (g: Grupo) => {
      if (!g.codigo || !g.estado) return tm.grupo(g.n);
      const fila = zona?.lista.items.find((r) => r.codigo === g.codigo);
      const que = fila?.titulo ?? categorias.find((c) => c.id === g.categoria_id)?.nombre;
      return `${que ?? tm.sinPin}, ${t.estados[g.estado]}`;
    },
    [zona, categorias],
  );

  const items = zona?.lista.items ?? [];
  const total = zona?.total;
  const cuantos = total == null ? tm.titulo : tm.enEstaZona(total);
  return (
    <div class={`mapa-pagina${enLista ? " en-lista" : ""}`}>
      <div class="mapa-cabeza">
        <h1>{tm.titulo}</h1>
        <p class="suave sin-script">{tm.bajada}</p>
        <FiltrosDelMapa
          filtros={filtros}
          donde={donde}
          categorias={categorias}
          alCambiar={(f) => route(rutaMapa(f, donde))}
        />
      </div>
      <a class="saltar" href="#lista-zona">
        {tm.verLista}
      </a>
      {Explorar ? (
        <Explorar
          grupos={zona?.grupos ?? []}
          centro={abierto.centro}
          zoom={abierto.zoom}
          alMover={alMover}
          alEstar={alEstar}
          alElegir={alElegir}
          nombrar={nombrar}
        />
      ) : (
        <div class="mapa-lienzo" />
      )}
      <section class="mapa-panel" aria-labelledby="lista-zona" aria-busy={cargando}>
        <div class="mapa-panel-cabeza">
          <h2 id="lista-zona" tabIndex={-1} ref={titulo}>
            {cuantos}
          </h2>
          <button type="button" class="enlace con-script" onClick={() => mostrarLista(!enLista)}>
            {enLista ? tm.verMapa : tm.verLista}
          </button>
        </div>
        <p class="oculto" role="status">
          {cargando ? tm.cargandoZona : total == null ? "" : cuantos}
        </p>
        {error && !cargando ? (
          <Falla error={error} alReintentar={reintentar} />
        ) : !zona ? (
          <Esqueleto filas={4} />
        ) : items.length === 0 && !zona.lista.cursor ? (
          <Vacio titulo={tm.vacioTitulo} texto={tm.vacio}>
            <a
              class="boton contorno"
              href={rutaMapa({ estado: "todos", categoria: "", dias: "" }, donde)}
            >
              {tm.verTodo}
            </a>
          </Vacio>
        ) : (
          <ListaZona
            items={items}
            categorias={categorias}
            mas={zona.lista.cursor ? rutaMapa(filtros, donde, zona.lista.cursor) : null}
            alVerMas={zona.consulta === null ? undefined : verMas}
          />
        )}
        {query.cursor && zona?.total == null ? (
          <a href={rutaMapa(filtros, donde)}>{tm.desdeElPrincipio}</a>
        ) : null}
      </section>
    </div>
  );
}

export default function Mapa() {
  const { query } = useLocation();
  const { centro, error } = useCentro();
  const dePagina = useDatos().mapa;
  const donde = leerPosicion(query);
  const abre = donde ?? centro;
  if (abre) return <MapaYLista centro={abre} filtros={leerFiltros(query)} />;
  return (
    <div class="pagina">
      <h1>{tm.titulo}</h1>
      {error ? <Falla error={error} /> : dePagina ? <Vacio titulo={tm.sinCentro} /> : <Esqueleto />}
    </div>
  );
}
