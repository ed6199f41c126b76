import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Categoria } from "../../../contract/esquemas/catalogos.ts";
import { cajaAlrededor } from "../../../contract/mapa.ts";
import { centroDeLaCiudad } from "../../api/mapa.ts";
import { t } from "../../i18n/index.ts";
import { tm } from "../../i18n/mapa.ts";
import {
  type FiltrosMapa,
  leerFiltros,
  leerPosicion,
  type Posicion,
  rutaMapa,
} from "../../lib/mapa.ts";
import { consultaDe, mismaPosicion, posicionDe } from "../../lib/mapa-vivo.ts";
import { useCategorias } from "../../state/catalogos.ts";
import { useZona, type Zona } from "../../state/mapa.ts";
import { Explorar } from "./explorar.tsx";
import type { MapaGruposDibujado } from "./motor.ts";
import type { Grupo, Punto, Vista } from "./tipos.ts";

/** What the page shows once it is alive. */
export type Viva = {
  zona: Zona | null;
  cargando: boolean;
  error: unknown;
  categorias: readonly Categoria[];
  /** The municipality has no place on the map yet. */
  sinCentro: boolean;
  verMas: () => Promise<boolean>;
  reintentar: () => void;
};

type Props = {
  filtros: FiltrosMapa;
  donde: Posicion | null;
  /** The city's centre, where the page brought it. */
  centro: Punto | null;
  inicial: Zona | null;
  alSaber: (v: Viva) => void;
  /** Many that no zoom tells apart: the list does. */
  alAgruparse: () => void;
};

/** On a phone, and on a desk, where there is more room for the city. */
const ZOOM_CIUDAD = { angosto: 14, ancho: 15 };
const ANCHO_PIXELES = 960;
const SIN_ZONA = { zona: null, verMas: async () => false };

const usables = (todas: readonly Categoria[] | null): Categoria[] =>
  (todas ?? []).filter((c) => !c.privada);

/** All of the map that moves. It comes after the page, which reads without it. */
export function ZonaViva(p: Props) {
  const [centro, poner] = useState<Punto | null>(p.donde ?? p.centro);
  const [intento, reintentar] = useState(0);
  const { alSaber } = p;
  const falta = centro === null;
  useEffect(() => {
    if (!falta) return;
    const decir = (x: { sinCentro: boolean; error: unknown; cargando: boolean }) =>
      alSaber({
        ...SIN_ZONA,
        ...x,
        categorias: [],
        reintentar: () => reintentar((n) => n + 1),
      });
    decir({ sinCentro: false, error: null, cargando: true });
    centroDeLaCiudad().then(
      ({ lat, lng }) => {
        if (lat === null || lng === null) decir({ sinCentro: true, error: null, cargando: false });
        else poner({ lat, lng });
      },
      (error: unknown) => decir({ sinCentro: false, error, cargando: false }),
    );
  }, [falta, intento, alSaber]);
  return centro ? <EnElMapa {...p} centro={centro} /> : <div class="mapa-lienzo" />;
}

function EnElMapa(p: Props & { centro: Punto }) {
  const { filtros, donde, inicial, alSaber, alAgruparse } = p;
  const { route } = useLocation();
  const todas = useCategorias();
  const [vista, setVista] = useState<Vista | null>(null);
  const mapa = useRef<MapaGruposDibujado | null>(null);
  const [abierto] = useState(() => ({
    centro: donde ?? p.centro,
    zoom: donde?.zoom ?? ZOOM_CIUDAD[innerWidth >= ANCHO_PIXELES ? "ancho" : "angosto"],
  }));

  // Until the map says what it shows, what came with the page will do.
  const caja = vista?.caja ?? cajaAlrededor(abierto.centro, abierto.zoom);
  const preguntar = vista !== null || inicial === null;
  const { zona, cargando, error, verMas, reintentar } = useZona(
    preguntar ? consultaDe(filtros, caja, vista?.zoom ?? abierto.zoom) : null,
    inicial,
  );
  useEffect(() => {
    const categorias = usables(todas);
    alSaber({ zona, cargando, error, categorias, sinCentro: false, verMas, reintentar });
  }, [zona, cargando, error, todas, verMas, reintentar, alSaber]);

  const alMover = useCallback(
    (v: Vista) => {
      // The map may still settle while the next page is on its way.
      if (location.pathname !== "/mapa") return;
      setVista(v);
      const aca = posicionDe(v.centro, v.zoom);
      // The address itself, which may be ahead of what is drawn.
      const q = Object.fromEntries(new URLSearchParams(location.search));
      if (!mismaPosicion(aca, leerPosicion(q))) route(rutaMapa(leerFiltros(q), aca), true);
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

  const alElegir = useCallback(
    (g: Grupo) => (g.codigo ? route(`/r/${g.codigo}`) : alAgruparse()),
    [route, alAgruparse],
  );
  const nombrar = useCallback(
    (g: Grupo) => {
      if (!g.codigo || !g.estado) return tm.grupo(g.n);
      const fila = zona?.lista.items.find((r) => r.codigo === g.codigo);
      const que = fila?.titulo ?? usables(todas).find((c) => c.id === g.categoria_id)?.nombre;
      return `${que ?? tm.sinPin}, ${t.estados[g.estado]}`;
    },
    [zona, todas],
  );
  return (
    <Explorar
      grupos={zona?.grupos ?? []}
      centro={abierto.centro}
      zoom={abierto.zoom}
      alMover={alMover}
      alEstar={alEstar}
      alElegir={alElegir}
      nombrar={nombrar}
    />
  );
}
