/** How often the page of a visitor asks again. By itself, so that the page need not bring all the others. */
export const POLL_SEGUNDOS = 30;

/** Every number that both sides must agree on. Units are in the names. */
export const LIMITES = {
  tituloMin: 3,
  tituloMax: 120,
  descripcionMin: 10,
  descripcionMax: 4000,
  direccionMin: 3,
  direccionMax: 200,
  nombreMax: 80,
  telefonoMax: 30,
  emailMax: 254,
  contrasenaMin: 8,
  contrasenaMax: 128,
  solucionMin: 20,
  motivoMin: 10,
  comentarioMin: 2,
  comentarioReabrirMin: 10,
  textoMax: 2000,
  fotosPorMomentoMax: 5,
  fotoBytesMax: 10 * 1024 * 1024,
  fotoPixelesMax: 50_000_000,
  fotoLadoMax: 2048,
  miniaturaLado: 400,
  fotoSueltaHoras: 24,
  /** How long who reported a closed reclamo stays known: until a city says otherwise, and as little or as much as it may say. */
  mesesPersonales: 24,
  mesesPersonalesMin: 2,
  mesesPersonalesMax: 120,
  reclamosPorDia: 5,
  /** A report made with just an e-mail address waits so long for its link to be confirmed. */
  reporteDias: 7,
  reabrirDias: 30,
  /** How long an announcement to all stays on the front page. */
  anuncioDias: 7,
  similaresMetros: 100,
  similaresDias: 30,
  paginaDefecto: 20,
  paginaMax: 100,
  busquedaMax: 100,
  /** Reclamos of one bulk action. */
  loteMax: 50,
  /** A count beside a list goes no further: from here it reads "99+". */
  conteoMax: 100,
  idempotencyKeyMax: 128,
  cuerpoBytesMax: 256 * 1024,
  tramaClienteBytesMax: 4 * 1024,
  bandejaAvisosMax: 500,
  pollSegundos: POLL_SEGUNDOS,
  /** How long somebody who said nothing more still counts as looking. */
  presenciaSegundos: 90,
  /** Reclamos that one browser shows at the same time. */
  viendoMax: 20,
  /** How long a ticket for /ws/:token may be used, once. */
  boletoSegundos: 60,
} as const;

/** Access and mail limits of the seed (section 7), declared as bindings in wrangler.toml. */
export const LIMITES_POR_MINUTO = { ingresar: 10, registrarse: 5, general: 100 } as const;
