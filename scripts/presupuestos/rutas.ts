import type { Quien } from "./pedir.ts";

/** What a route may cost. One trip and no row written where it is not said. */
export type Presupuesto = { leidas: number; viajes?: number; escritas?: number; bytes?: number };
export type Pedido = Presupuesto & {
  quien: Quien;
  metodo?: "POST";
  ruta: string;
  cuerpo?: unknown;
  /** Also its second page, where it has one. */
  sigue?: true;
};

/** Rows of this city to ask for by name. */
export type Ejemplos = {
  id: number;
  codigo: string;
  lat: number;
  lng: number;
  deLaVecina: number;
  deLaCuadrilla: number;
  ids: readonly number[];
};

// The design's budgets at 100,000 reclamos; where it names none, a limit of ours, which says what it bounds.
const LISTA = 60;
const BUSQUEDA = 300;
const PANEL = 500;
const MAPA = { leidas: 2_000, bytes: 60_000 };
/** Every row of a catalogue, and what hangs from it. */
const CATALOGO = 150;
/** Five counts of at most a hundred, and the account. */
const CONTEOS = 510;
/** A hundred of its open ones, as the crew's phone keeps them. */
const DIA_DE_CAMPO = 250;
/** A reclamo's whole story, photos and all. */
const DETALLE = 150;
/** Who looked at somebody's data is written down in the same trip. */
const CONSTANCIA = { escritas: 6 };
// Whose they are and something else at once, which has no index: it costs what they have, not what the city has.
/** All that a cuadrilla has open; in this city six of them share what sixty would. */
const DE_SU_TRABAJO = 1_500;
/** All that it ever did. No screen asks for this. */
const DE_SU_HISTORIA = 60_000;
/** Somebody's latest, with those passed over on the way. */
const DE_LO_ULTIMO_SUYO = 1_000;
/** All that somebody reported or follows. No screen asks for this. */
const DE_LO_SUYO = 30_000;
/** The cuadrillas, and twenty places of work of each. */
const SUGERENCIAS = 500;
/** A hundred rows by their ids, and whose they are. */
const POR_IDS = 320;
/** Sixteen hundred looked at for each part. */
const GEOJSON = 5_000;

const FILTROS_CERRADOS = [
  "estado=resuelto",
  "estado=rechazado",
  "cerrados=1",
  "cerrado_desde=2020-01-01T00:00:00Z",
  "estado=resuelto&cerrado_hasta=2035-01-01T00:00:00Z",
];
const FILTROS_ABIERTOS = [
  "",
  "estado=nuevo",
  "estado=asignado",
  "estado=en_proceso",
  "abiertos=1",
  "sin_asignar=1",
  "vencidos=1",
  "reabiertos=1",
  "sin_ubicar=1",
  "sin_zona=1",
  "categoria_id=2",
  "zona_id=6",
  "cuadrilla_id=3",
  "prioridad=normal",
  "prioridad=urgente",
  "desde=2020-01-01T00:00:00Z",
  "hasta=2035-01-01T00:00:00Z",
];
/** The tablero's columns are three of these, by what falls due. */
const FILTROS = [...FILTROS_ABIERTOS, ...FILTROS_CERRADOS];
const ORDENES = ["reciente", "vence"];

const lista = (filtro: string): string => `/api/reclamos?${filtro}`;
const cruzar = (quien: Quien): Pedido[] =>
  ORDENES.flatMap((orden) =>
    FILTROS.map((f) => ({
      quien,
      ruta: lista(`${f}&orden=${orden}`),
      leidas: LISTA,
      sigue: true as const,
    })),
  );

/** What the screens of a crew and of a vecino ask for. */
const DE_CAMPO = ["", "orden=vence"];
const MIS_RECLAMOS = ["mios=1", "mios=1&limite=3", ""];

const GESTION = [
  "",
  "categoria_id=2",
  "zona_id=6",
  "cuadrilla_id=3",
  "vencidos=1",
  "sin_asignar=1",
  "prioridad=alta",
  "estado=asignado",
];
const PUBLICO = [
  "estado=todos",
  "estado=abiertos",
  "estado=resueltos&dias=30",
  "estado=abiertos&categoria=1&dias=30",
  "estado=todos&desde=2020-01-01",
];
const ZOOMS = [9, 11, 12, 13, 14, 15, 16, 17, 18, 19];

/** What a screen of 1280 × 800 shows of the map around a point. */
function caja({ lat, lng }: Ejemplos, zoom: number): string {
  const grado = 360 / 2 ** zoom / 256;
  const [dx, dy] = [640 * grado, 400 * grado * 0.83];
  return [lng - dx, lat - dy, lng + dx, lat + dy].map((g) => g.toFixed(5)).join(",");
}

const enMapa = (quien: Quien, ruta: string, filtros: readonly string[], e: Ejemplos): Pedido[] =>
  ZOOMS.flatMap((zoom) =>
    filtros.map((f) => ({
      quien,
      ruta: `${ruta}?bbox=${caja(e, zoom)}&zoom=${zoom}&${f}`,
      ...MAPA,
    })),
  );

const con = (quien: Quien, leidas: number, rutas: readonly string[], mas: object = {}): Pedido[] =>
  rutas.map((ruta) => ({ quien, ruta, leidas, ...mas }));

const BUSCADOS = ["q=4321", "q=%234321", "q=Rivadavia", "q=luminaria%20apagada", "q=mitre"];

/** Every read that the screens make, as each who makes it. */
export function pedidos(e: Ejemplos): Pedido[] {
  const suReclamo = (id: number) => [`/api/reclamos/${id}`, `/api/reclamos/${id}/historial`];
  const parecidos = `/api/reclamos/similares?lat=${e.lat}&lng=${e.lng}&categoria=2`;
  return [
    ...cruzar("supervisora"),
    ...con("supervisora", BUSQUEDA, BUSCADOS.map(lista), { sigue: true }),
    ...con("supervisora", POR_IDS, [lista(`ids=${e.ids.join()}&limite=100`)]),
    ...con("supervisora", CONTEOS, ["/api/reclamos/conteos"]),
    ...con(
      "supervisora",
      DETALLE,
      [...suReclamo(e.id), `/api/reclamos/${e.id}/entregas`],
      CONSTANCIA,
    ),
    ...con("supervisora", SUGERENCIAS, [`/api/reclamos/${e.id}/sugerencias`]),
    ...con("supervisora", BUSQUEDA, [parecidos]),
    ...enMapa("supervisora", "/api/mapa", GESTION, e),
    ...con(
      "supervisora",
      MAPA.leidas,
      [12, 15, 17].map((z) => `/api/mapa/area?bbox=${caja(e, z)}`),
    ),
    ...con(
      "supervisora",
      PANEL,
      [30, 90, 365].map((d) => `/api/estadisticas?dias=${d}`),
    ),
    ...con("supervisora", CATALOGO, ["/api/cuadrillas", "/api/zonas", "/api/categorias"]),
    ...con("supervisora", CATALOGO, ["/api/plazos", "/api/plantillas", "/api/municipio"]),
    {
      quien: "supervisora",
      metodo: "POST",
      ruta: "/api/personas/buscar",
      cuerpo: { email: "rodri@correo.example" },
      leidas: BUSQUEDA,
    },

    ...con(
      "admin",
      BUSQUEDA,
      ["/api/usuarios", "/api/usuarios?rol=vecino", "/api/usuarios?q=ana"],
      CONSTANCIA,
    ),
    ...con(
      "admin",
      LISTA,
      ["", "?estado=enviado", "?estado=fallido", "?estado=incierto", "?estado=pendiente"].map(
        (x) => `/api/correos${x}`,
      ),
      CONSTANCIA,
    ),
    ...con("admin", CATALOGO, ["/api/municipio/avance"]),

    ...con("cuadrilla", LISTA, DE_CAMPO.map(lista), { sigue: true }),
    ...con("cuadrilla", DIA_DE_CAMPO, [lista("abiertos=1&orden=vence&limite=100")]),
    ...con(
      "cuadrilla",
      DE_SU_TRABAJO,
      FILTROS_ABIERTOS.slice(1).map((f) => lista(`${f}&orden=vence`)),
    ),
    ...con(
      "cuadrilla",
      DE_SU_HISTORIA,
      FILTROS.map((f) => lista(`${f}&orden=reciente`)),
    ),
    ...con("cuadrilla", DE_SU_TRABAJO, ["/api/reclamos/conteos"]),
    ...con("cuadrilla", DETALLE, suReclamo(e.deLaCuadrilla), CONSTANCIA),
    ...con("cuadrilla", BUSQUEDA, BUSCADOS.map(lista)),
    ...con("cuadrilla", CATALOGO, ["/api/cuadrillas"]),

    ...con("vecina", LISTA, MIS_RECLAMOS.map(lista), { sigue: true }),
    ...con("vecina", DE_LO_ULTIMO_SUYO, ["mios=1&abiertos=1", "mios=1&cerrados=1"].map(lista), {
      sigue: true,
    }),
    ...con(
      "vecina",
      DE_LO_SUYO,
      FILTROS.map((f) => lista(`${f}&orden=reciente`)),
    ),
    ...con(
      "vecina",
      DE_LO_SUYO,
      ["", "abiertos=1"].map((f) => lista(`${f}&orden=vence`)),
    ),
    ...con("vecina", BUSQUEDA, BUSCADOS.map(lista)),
    ...con("vecina", DETALLE, suReclamo(e.deLaVecina)),
    ...con("vecina", LISTA, ["/api/auth/me", "/api/avisos/preferencias"]),
    // The inbox is in its own object; the database is asked only who this is.
    ...con("vecina", 10, ["/api/avisos"]),

    ...enMapa("nadie", "/api/publico/mapa", PUBLICO, e),
    ...con(
      "nadie",
      MAPA.leidas,
      PUBLICO.map((f) => `/api/publico/mapa/lista?bbox=${caja(e, 14)}&zoom=14&${f}`),
      { sigue: true },
    ),
    ...con("nadie", DETALLE, [`/api/publico/reclamos/${e.codigo}`]),
    ...con("nadie", BUSQUEDA, [parecidos]),
    ...con(
      "nadie",
      GEOJSON,
      ["", "?estado=abiertos"].map((x) => `/api/publico/reclamos.geojson${x}`),
      {
        sigue: true,
      },
    ),
    ...con("nadie", PANEL, ["/api/publico/estadisticas", "/api/publico/estadisticas?dias=365"]),
    ...con("nadie", PANEL, ["/api/publico/estadisticas.csv", "/api/publico/estadisticas.geojson"]),
    ...con("nadie", PANEL, ["/api/publico/portada", "/api/publico/municipio"]),
    // A page also reads the municipality, at most twice a minute; the map's, its categorías beside it.
    ...con("nadie", PANEL, ["/", "/transparencia", `/r/${e.codigo}`, "/reportar"], { viajes: 2 }),
    ...con("nadie", MAPA.leidas, ["/mapa"], { viajes: 3 }),
  ];
}
