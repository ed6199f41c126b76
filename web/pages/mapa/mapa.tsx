import { useCallback, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { Esqueleto, Falla, Vacio } from "../../components/base/avisos.tsx";
import { FiltrosDelMapa } from "../../components/mapa/filtros.tsx";
import { ListaZona } from "../../components/mapa/lista-zona.tsx";
import type { Viva } from "../../components/mapa/zona-viva.tsx";
import { useDatos } from "../../datos.ts";
import { tz } from "../../i18n/zona.ts";
import { useCarga } from "../../lib/carga.ts";
import { type FiltrosMapa, leerFiltros, leerPosicion, rutaMapa } from "../../lib/mapa.ts";
import type { Zona } from "../../state/mapa.ts";
import "../../styles/mapa-publico.css";

const cargarViva = () => import("#despues/components/mapa/zona-viva.tsx").then((m) => m.ZonaViva);
const SIN_FILTRO: FiltrosMapa = { estado: "todos", categoria: "", dias: "" };

/** What came with the page, where it answers the address that one is at. */
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

/** The public map: its list and its filters read and work by themselves; what moves comes after. */
export default function Mapa() {
  const { path, query: suya, route } = useLocation();
  // This page stays on the screen while the next one is on its way, and the address is that one's.
  const ultima = useRef(suya);
  if (path === "/mapa") ultima.current = suya;
  const query = ultima.current;
  const { mapa: traida, categorias: traidas } = useDatos();
  const filtros = leerFiltros(query);
  const donde = leerPosicion(query);
  const inicial = useInicial();
  const [viva, alSaber] = useState<Viva | null>(null);
  const [enLista, verEnLista] = useState(false);
  const titulo = useRef<HTMLHeadingElement>(null);
  const ZonaViva = useCarga(cargarViva, true);

  const mostrarLista = useCallback((si: boolean) => {
    verEnLista(si);
    if (si) requestAnimationFrame(() => titulo.current?.focus({ preventScroll: true }));
  }, []);
  const alAgruparse = useCallback(() => mostrarLista(true), [mostrarLista]);
  const alCambiar = (f: FiltrosMapa) => {
    const ruta = rutaMapa(f, donde);
    // Before the map is there the Worker answers, as it does without script.
    if (viva) route(ruta);
    else location.assign(ruta);
  };

  if (viva?.sinCentro || (traida && !traida.centro && !donde))
    return (
      <div class="pagina">
        <h1>{tz.titulo}</h1>
        <Vacio titulo={tz.sinCentro} />
      </div>
    );
  const zona = viva ? viva.zona : inicial;
  const categorias = viva?.categorias ?? (traidas ?? []).filter((c) => !c.privada);
  const total = zona?.total;
  const cuantos = total == null ? tz.titulo : tz.enEstaZona(total);
  return (
    <div class={`mapa-pagina${enLista ? " en-lista" : ""}`}>
      <div class="mapa-cabeza">
        <h1>{tz.titulo}</h1>
        <p class="suave sin-script">{tz.bajada}</p>
        <FiltrosDelMapa {...{ filtros, donde, categorias, alCambiar }} />
      </div>
      <a class="saltar" href="#lista-zona">
        {tz.verLista}
      </a>
      {ZonaViva ? (
        <ZonaViva
          {...{ filtros, donde, inicial, alSaber, alAgruparse }}
          centro={traida?.centro ?? null}
        />
      ) : (
        <div class="mapa-lienzo" />
      )}
      <section
        class="mapa-panel"
        aria-labelledby="lista-zona"
        aria-busy={viva?.cargando ?? inicial === null}
      >
        <div class="mapa-panel-cabeza">
          <h2 id="lista-zona" tabIndex={-1} ref={titulo}>
            {cuantos}
          </h2>
          <button type="button" class="enlace con-script" onClick={() => mostrarLista(!enLista)}>
            {enLista ? tz.verMapa : tz.verLista}
          </button>
        </div>
        <p class="oculto" role="status">
          {viva?.cargando ? tz.cargandoZona : total == null ? "" : cuantos}
        </p>
        {viva?.error && !viva.cargando ? (
          <Falla error={viva.error} alReintentar={viva.reintentar} />
        ) : !zona ? (
          <Esqueleto filas={4} />
        ) : zona.lista.items.length === 0 && !zona.lista.cursor ? (
          <Vacio titulo={tz.vacioTitulo} texto={tz.vacio}>
            <a class="boton contorno" href={rutaMapa(SIN_FILTRO, donde)}>
              {tz.verTodo}
            </a>
          </Vacio>
        ) : (
          <ListaZona
            items={zona.lista.items}
            categorias={categorias}
            mas={zona.lista.cursor ? rutaMapa(filtros, donde, zona.lista.cursor) : null}
            alVerMas={zona.consulta === null ? undefined : viva?.verMas}
          />
        )}
        {query.cursor && zona?.total == null ? (
          <a href={rutaMapa(filtros, donde)}>{tz.desdeElPrincipio}</a>
        ) : null}
      </section>
    </div>
  );
}
