import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { renderToString } from "preact-render-to-string";
import type { Categoria } from "../../contract/esquemas/catalogos.ts";
import { CODIGO } from "../../contract/esquemas/comunes.ts";
import type { EstadisticasPublicas } from "../../contract/esquemas/estadisticas.ts";
import { type ConsultaPaginaMapa, consultaPaginaMapa } from "../../contract/esquemas/mapa.ts";
import type { MunicipioPublico } from "../../contract/esquemas/municipio.ts";
import type { Portada } from "../../contract/esquemas/portada.ts";
import type { ReclamoPublico } from "../../contract/esquemas/reclamos.ts";
import type { Plano } from "../../contract/plano.ts";
import { App } from "../../web/app.tsx";
import type { Datos, Simple } from "../../web/datos.ts";
import { t } from "../../web/i18n/index.ts";
import { tp } from "../../web/i18n/transparencia.ts";
import { cabeza } from "../../web/lib/cabeza.ts";
import { codigoDe } from "../../web/lib/codigo.ts";
import { consultaDePeriodo } from "../../web/lib/consulta.ts";
import { leerFiltros, leerPosicion, rutaMapa } from "../../web/lib/mapa.ts";
import { casaDe } from "../../web/lib/rutas.ts";
import { tituloSugerido } from "../../web/lib/titulo.ts";
import { volverSeguro } from "../../web/lib/volver.ts";
import { FormularioSimple, ReporteEnCamino } from "../../web/pages/reportar/simple.tsx";
import { precargar, rutaDe } from "../../web/routes.tsx";
import { PROPIAS } from "../../web/rutas-propias.ts";
import type { AppEnv, C } from "./app-env.ts";
import { etagDe } from "./digesto.ts";
import { documento } from "./documento.tsx";
import { instalable } from "./instalable.ts";
import { contarCodigoErrado } from "./middleware/limites.ts";
import { leerManifiesto, recursosDe, recursosSinSenal, sinCodigo } from "./recursos.ts";
import { enlaceSimple, pedirSimple } from "./simple/enlaces.ts";
import { ingresarSimple } from "./simple/ingresar.ts";
import { reportarSimple } from "./simple/reportar.ts";

/** Where the browser learns the pages that the Worker does not know. */
const DONDE_ESTAN = "web/cargadores.ts";

/** What the pages show, read by domain verbs. All are session-blind: the same for everybody. */
export type Lecturas = {
  /** null when there is no such codigo, or the public may not see it. */
  verPublico: (c: C, codigo: string) => Promise<ReclamoPublico | null>;
  /** Where the map opens, and the list of what is there. */
  mapa: (c: C, q: ConsultaPaginaMapa) => Promise<Omit<NonNullable<Datos["mapa"]>, "ruta">>;
  /** The categories that a vecino may choose. */
  catalogos: (c: C) => Promise<{ categorias: Categoria[] }>;
  /** The municipality; without it the pages go by the house's own name. */
  ciudad?: (c: C) => Promise<MunicipioPublico>;
  /** Whether who opens an account now will run this install. */
  esPrimera?: (c: C) => Promise<boolean>;
  portada: (c: C) => Promise<Portada>;
  /** The figures of the period that the address asks for; `mal` says why there can be no such period. */
  estadisticas: (c: C) => Promise<{ cifras: EstadisticasPublicas | null; mal: string | null }>;
};

const CACHE_SEGUNDOS = 30;
const PUBLICA = `public, max-age=${CACHE_SEGUNDOS}`;
const PRIVADA = "no-store";
/** Repairs that the front page shows; more are asked for by who wants those near. */
const ARREGLADOS = 3;
/** Picture of a page that has none of its own. */
const IMAGEN = "/assets/compartir.png";

/**
 * Renders synchronously: the library reads `location`, which a Worker does not have, so it is lent for
 * that moment only.
 */
function pintar(url: URL, datos: Datos, simple: Simple | null): string {
  const global = globalThis as { location?: unknown };
  const previa = Object.getOwnPropertyDescriptor(global, "location");
  Object.defineProperty(global, "location", {
    value: { origin: url.origin, pathname: url.pathname, search: url.search },
    configurable: true,
  });
  try {
    return renderToString(<App url={url.pathname + url.search} datos={datos} simple={simple} />);
  } finally {
    if (previa) Object.defineProperty(global, "location", previa);
    else delete global.location;
  }
}

/** Pages that work without signal by what the browser keeps. */
const SIN_SENAL = [
  "web/pages/campo/lista.tsx",
  "web/pages/campo/detalle.tsx",
  "web/pages/reportar/reportar.tsx",
];

type Pagina = {
  datos: Datos;
  ciudad: MunicipioPublico | undefined;
  status?: number;
  cache: typeof PUBLICA | typeof PRIVADA;
  /** The whole report as a plain form, for a browser without JavaScript. */
  simple?: Simple;
  /** For its head alone: the browser does not need it. */
  descripcion?: string;
};

async function hacer(c: C, p: Pagina): Promise<Response> {
  const { status = 200, cache, descripcion, simple = null } = p;
  const url = new URL(c.req.url);
  // Absent where the pages stand alone, without the middleware before them.
  const { teselas, turnstile } = c.get("entorno") ?? {};
  const datos = {
    ...p.datos,
    ...(teselas ? { teselas: teselas.url } : {}),
    ...(turnstile ? { humano: turnstile.sitio } : {}),
    ...(p.ciudad ? { ciudad: p.ciudad } : {}),
  };
  await precargar(url.pathname);
  const cuerpo = pintar(url, datos, simple);
  const manifiesto = await leerManifiesto(c.env.ASSETS);
  const { modulo, propia } = rutaDe(url.pathname);
  const foto = datos.publico?.fotos.find((f) => !f.oculta);
  const recursos = datos.sinSenal
    ? recursosSinSenal(manifiesto, modulo, SIN_SENAL)
    : recursosDe(manifiesto, modulo, propia ? [DONDE_ESTAN] : []);
  const html = documento({
    cabeza: { ...cabeza(url.pathname, datos), ...(descripcion ? { descripcion } : {}) },
    url: url.origin + url.pathname,
    // A plain form stands by itself: no code takes over what was typed into it.
    recursos: simple?.lugar === "pagina" ? sinCodigo(recursos) : recursos,
    cuerpo,
    datos,
    indexable: cache === PUBLICA && status === 200 && !datos.sinSenal,
    imagen: new URL(foto?.miniatura ?? IMAGEN, url.origin).href,
  });
  c.header("Cache-Control", cache);
  if (cache === PUBLICA && status === 200) {
    const etag = await etagDe(new TextEncoder().encode(html));
    c.header("ETag", etag);
    if (c.req.header("If-None-Match") === etag) return c.body(null, 304);
  }
  return c.html(html, status as ContentfulStatusCode);
}

type DelFormulario = {
  lugar: Simple["lugar"];
  plano?: Plano;
  status?: number;
  sinSesion?: boolean;
};
function datosDelFormulario(categorias: Categoria[], p: DelFormulario): Omit<Pagina, "ciudad"> {
  const { lugar, plano, status, sinSesion = false } = p;
  const html = renderToString(
    <FormularioSimple categorias={categorias} plano={plano} sinSesion={sinSesion} />,
  );
  return {
    datos: { categorias },
    cache: plano ? PRIVADA : PUBLICA,
    simple: { html, lugar },
    ...(status === undefined ? {} : { status }),
  };
}

/** The site's pages, as HTML that reads without JavaScript and is then hydrated. */
export function paginas(lecturas: Lecturas) {
  const { verPublico, catalogos, mapa, portada, estadisticas, ciudad, esPrimera } = lecturas;
  const app = new Hono<AppEnv>();
  const pagina = async (c: C, p: Omit<Pagina, "ciudad">) =>
    hacer(c, { ...p, ciudad: await ciudad?.(c) });
  const sola = (c: C) => pagina(c, { datos: {}, cache: PUBLICA });
  app.get("/", async (c) => {
    // The form without JavaScript.
    const escrito = c.req.query("codigo");
    const codigo = codigoDe(escrito ?? "");
    if (codigo) {
      c.header("Cache-Control", PRIVADA);
      return c.redirect(`/r/${codigo}`, 303);
    }
    const todo = await portada(c);
    const datos = { portada: { ...todo, arreglados: todo.arreglados.slice(0, ARREGLADOS) } };
    return pagina(c, { datos, cache: escrito ? PRIVADA : PUBLICA });
  });
  app.get("/transparencia", async (c) => {
    const { cifras, mal } = await estadisticas(c);
    const consulta = consultaDePeriodo(c.req.query());
    const cache = mal ? PRIVADA : PUBLICA;
    const datos = { estadisticas: { consulta, cifras, mal } };
    return pagina(c, { datos, cache, descripcion: tp.bajada });
  });
  const formulario = async (c: C, p: DelFormulario) =>
    pagina(c, datosDelFormulario((await catalogos(c)).categorias, p));
  app.get("/reportar", (c) =>
    formulario(c, { lugar: c.req.query("simple") === undefined ? "noscript" : "pagina" }),
  );
  app.post("/reportar", async (c) => {
    const r = await reportarSimple(c, tituloSugerido);
    if ("correo" in r) {
      const html = renderToString(<ReporteEnCamino email={r.correo} />);
      return pagina(c, { datos: {}, cache: PRIVADA, simple: { html, lugar: "pagina" } });
    }
    if ("plano" in r) return formulario(c, { ...r, lugar: "pagina" });
    c.header("Cache-Control", PRIVADA);
    return c.redirect(`/r/${r.codigo}`, 303);
  });
  app.get("/mapa", async (c) => {
    const q = c.req.query();
    const [categorias, vista] = await Promise.all([
      catalogos(c),
      mapa(c, consultaPaginaMapa.parse(q)),
    ]);
    const ruta = rutaMapa(leerFiltros(q), leerPosicion(q));
    return pagina(c, { datos: { ...categorias, mapa: { ...vista, ruta } }, cache: PUBLICA });
  });
  app.get("/ingresar", sola);
  app.post("/ingresar", async (c) => {
    const r = await ingresarSimple(c);
    if ("plano" in r)
      return pagina(c, { datos: { plano: r.plano }, status: r.status, cache: PRIVADA });
    for (const galleta of r.galletas) c.header("Set-Cookie", galleta, { append: true });
    c.header("Cache-Control", PRIVADA);
    return c.redirect(volverSeguro(c.req.query("volver")) ?? casaDe(r.rol), 303);
  });
  for (const [ruta, que] of [
    ["/ingresar/enlace", "ingresar"],
    ["/recuperar", "recuperar"],
  ] as const) {
    app.get(ruta, sola);
    app.post(ruta, async (c) => {
      const { plano, status } = await pedirSimple(c, que);
      return pagina(c, { datos: { plano }, status, cache: PRIVADA });
    });
  }
  app.get("/enlace", sola);
  app.post("/enlace", async (c) => {
    const { enlace, plano, status, galletas } = await enlaceSimple(c);
    for (const galleta of galletas) c.header("Set-Cookie", galleta, { append: true });
    const { que, user } = enlace.usado ?? {};
    if (que === "ingresar" && user) {
      c.header("Cache-Control", PRIVADA);
      return c.redirect(casaDe(user.rol), 303);
    }
    return pagina(c, { datos: { enlace, plano }, status, cache: PRIVADA });
  });
  app.get("/registrarse", async (c) =>
    (await esPrimera?.(c)) ? pagina(c, { datos: { primera: true }, cache: PRIVADA }) : sola(c),
  );
  app.get("/r/:codigo", async (c) => {
    const codigo = c.req.param("codigo").toUpperCase();
    // By its id a reclamo opens for who is signed in and may see it: the page says nothing of it.
    if (/^\d{1,9}$/.test(codigo)) return pagina(c, { datos: {}, cache: PRIVADA });
    const publico = CODIGO.test(codigo) ? await verPublico(c, codigo) : null;
    if (!publico) await contarCodigoErrado(c);
    return pagina(c, { datos: { publico }, status: publico ? 200 : 404, cache: PUBLICA });
  });
  // For who builds screens: nobody else's.
  app.get("/dev/*", async (c, next) => {
    if (c.get("entorno")?.environment === "development") return next();
    return pagina(c, { datos: { noEncontrada: true }, status: 404, cache: PRIVADA });
  });
  for (const { path } of PROPIAS) app.get(path, (c) => pagina(c, { datos: {}, cache: PRIVADA }));
  app.get("/sin-senal", (c) => pagina(c, { datos: { sinSenal: true }, cache: PUBLICA }));
  app.route(
    "/",
    instalable(async (c) => {
      const municipio = (await ciudad?.(c))?.nombre || t.municipio;
      return { ...t, municipio, cabeza: { ...t.cabeza, inicio: t.cabeza.inicio(municipio) } };
    }),
  );
  app.get("*", (c) => pagina(c, { datos: { noEncontrada: true }, status: 404, cache: PUBLICA }));
  return app;
}
