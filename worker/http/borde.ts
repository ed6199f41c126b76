import { type Entorno, entornoDe } from "../env.ts";
import { yaLoTiene } from "./digesto.ts";

/**
 * The edge: public pages and answers, kept in this data centre by address alone (docs/decisions, "What the edge keeps").
 * What goes past here carries neither cookie nor token, so that nothing of one person can be kept for another; and of its
 * query only the parameters that its route reads, in one order, so that nobody can fill the store with one page's copies.
 */
type Sitio = (request: Request) => Response | Promise<Response>;
type Espera = Pick<ExecutionContext, "waitUntil">;

/** The parameters that each public route reads. One that is not named here is kept only without a query. */
const CONSULTAS: Record<string, readonly string[]> = {
  "/": ["codigo"],
  "/transparencia": ["dias", "desde", "hasta"],
  "/mapa": ["lat", "lng", "zoom", "estado", "categoria", "dias", "cursor"],
  "/api/publico/mapa": ["bbox", "zoom", "estado", "categoria", "dias", "desde", "hasta"],
  "/api/publico/estadisticas": ["dias", "desde", "hasta"],
  "/api/publico/estadisticas.csv": ["dias", "desde", "hasta"],
  "/api/publico/estadisticas.geojson": ["dias", "desde", "hasta"],
  "/api/publico/portada": [],
  "/api/publico/reclamos.geojson": ["estado", "categoria", "dias", "desde", "hasta", "cursor"],
  "/api/publico/mapa/lista": [
    "bbox",
    "zoom",
    "estado",
    "categoria",
    "dias",
    "desde",
    "hasta",
    "cursor",
  ],
};
/** Pages that read nothing of their query on the Worker. */
const SIN_CONSULTA = /^\/r\/[0-9A-Za-z]{10}$/;
const VALOR_MAX = 120;

/** Whatever is not of the API, and what of the API is public. */
const esPublica = ({ pathname }: URL): boolean =>
  pathname.startsWith("/api/publico/") || !/^\/(api|ws|assets|gestion|campo)(\/|$)/.test(pathname);

/**
 * The address that an answer is kept by.
 * @returns null for one that is not kept at all
 */
export function direccionCanonica(pedida: string): URL | null {
  const url = new URL(pedida);
  if (!esPublica(url)) return null;
  const [, codigo] = /^\/r\/([0-9A-Za-z]{10})$/.exec(url.pathname) ?? [];
  if (codigo) url.pathname = `/r/${codigo.toUpperCase()}`;
  const lee = CONSULTAS[url.pathname] ?? (SIN_CONSULTA.test(url.pathname) ? [] : null);
  if (lee === null) return url.search === "" ? url : null;
  const limpia = new URLSearchParams();
  for (const nombre of lee) {
    const valor = url.searchParams.get(nombre);
    if (valor) limpia.set(nombre, valor.slice(0, VALOR_MAX));
  }
  url.search = limpia.toString();
  return url;
}

export const DE_TODOS = "todo";
export const LISTAS = "listas";
export const etiquetaDe = (codigo: string): string => `reclamo-${codigo}`;

/** What a change must name for this answer to be out of date. */
export function etiquetasDe({ pathname }: URL): string[] {
  const [, codigo] = /^\/(?:r|api\/publico\/reclamos)\/([0-9A-Za-z]{10})$/.exec(pathname) ?? [];
  return [DE_TODOS, codigo ? etiquetaDe(codigo.toUpperCase()) : LISTAS];
}

/** When it was made, on the kept copy alone. */
const HECHA_EN = "X-Borde-Hecha-En";
const MARCA_SEGUNDOS = 3600;
const marcaDe = (e: Entorno, etiqueta: string): string =>
  `${e.appUrl}/_borde/marca/${encodeURIComponent(etiqueta)}`;

/** Cloudflare's cache of this data centre; the runtime on a laptop has one too. */
const almacen = (): Cache => (caches as unknown as { default: Cache }).default;

/**
 * Puts out of date, from now on, everything kept here that bears one of these tags; and everywhere, where the site's zone and
 * a token to purge it are configured. Without them another data centre may show the old for as long as `bordeSegundos`.
 */
export async function olvidar(entorno: Entorno, etiquetas: readonly string[]): Promise<void> {
  if (entorno.borde.segundos === 0 || etiquetas.length === 0) return;
  const headers = { "Cache-Control": `public, max-age=${MARCA_SEGUNDOS}` };
  const ahora = String(Date.now());
  await Promise.all(
    etiquetas.map((e) => almacen().put(marcaDe(entorno, e), new Response(ahora, { headers }))),
  );
  await purgarZona(entorno, etiquetas);
}

/** https://developers.cloudflare.com/cache/how-to/purge-cache/purge-by-tags/ */
const ETIQUETAS_POR_PEDIDO = 30;
async function purgarZona({ borde }: Entorno, etiquetas: readonly string[]): Promise<void> {
  if (!borde.purga) return;
  const { zona, token } = borde.purga;
  for (let i = 0; i < etiquetas.length; i += ETIQUETAS_POR_PEDIDO) {
    const r = await fetch(`https://api.cloudflare.com/client/v4/zones/${zona}/purge_cache`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ tags: etiquetas.slice(i, i + ETIQUETAS_POR_PEDIDO) }),
    });
    if (!r.ok) throw new Error(`The zone's cache was not purged: ${r.status}`);
  }
}

/** The latest moment at which something of these tags changed, in epoch milliseconds. */
async function ultimoCambio(e: Entorno, etiquetas: readonly string[]): Promise<number> {
  const marcas = await Promise.all(
    etiquetas.map(async (x) => Number(await (await almacen().match(marcaDe(e, x)))?.text()) || 0),
  );
  return Math.max(...marcas);
}

/** As the person gets it: whole, or the word that they have it already. */
function entregar(request: Request, guardada: Response, de: "origen" | "guardada"): Response {
  const headers = new Headers(guardada.headers);
  headers.delete(HECHA_EN);
  if (de === "guardada") headers.set("X-Borde", de);
  headers.set("X-Request-Id", crypto.randomUUID());
  const etag = headers.get("ETag");
  if (etag && yaLoTiene(request.headers.get("If-None-Match"), etag))
    return new Response(null, { status: 304, headers });
  return new Response(guardada.body, { status: guardada.status, headers });
}

/** Nobody's request: what it asks, without who asks. The address stays, for the limits. */
function anonimo(request: Request, url: URL): Request {
  const headers = new Headers(request.headers);
  for (const nombre of ["Cookie", "Authorization", "If-None-Match"]) headers.delete(nombre);
  return new Request(url, { method: "GET", headers });
}

const seGuarda = (r: Response): boolean =>
  r.status === 200 &&
  /^public, max-age=\d+/.test(r.headers.get("Cache-Control") ?? "") &&
  !r.headers.has("Set-Cookie");

const segundosDe = (r: Response): number =>
  Number(/max-age=(\d+)/.exec(r.headers.get("Cache-Control") ?? "")?.[1] ?? 0);

/** A change of these shows on any page: names, colours, what is private. They write no evento. */
const CATALOGOS = /^\/api\/(categorias|zonas|cuadrillas|municipio|anuncios)(\/|$)/;

/** What comes to the site, by way of the edge. */
export async function porElBorde(
  request: Request,
  env: Env,
  ctx: Espera,
  sitio: Sitio,
): Promise<Response> {
  const entorno = entornoDe(env);
  const { segundos } = entorno.borde;
  if (segundos === 0) return sitio(request);
  if (request.method !== "GET") {
    const respuesta = await sitio(request);
    const { pathname } = new URL(request.url);
    if (respuesta.ok && request.method !== "HEAD" && CATALOGOS.test(pathname))
      await olvidar(entorno, [DE_TODOS]);
    return respuesta;
  }
  const url = direccionCanonica(request.url);
  if (!url) return sitio(request);
  const clave = new URL(url);
  // Another version of the site makes another page.
  clave.searchParams.set("_v", env.VERSION?.id ?? "local");
  const etiquetas = etiquetasDe(url);
  const [guardada, cambio] = await Promise.all([
    almacen().match(clave),
    ultimoCambio(entorno, etiquetas),
  ]);
  if (guardada && Number(guardada.headers.get(HECHA_EN)) > cambio)
    return entregar(request, guardada, "guardada");

  // What changes while it is being made must put it out of date: so its moment is before it is begun.
  const inicio = Date.now();
  const respuesta = await sitio(anonimo(request, url));
  if (!seGuarda(respuesta)) return respuesta;
  const headers = new Headers(respuesta.headers);
  headers.set("Cache-Tag", etiquetas.join(","));
  headers.delete("Server-Timing");
  const nueva = new Response(respuesta.body, { status: 200, headers });
  const copia = new Response(nueva.clone().body, { status: 200, headers });
  copia.headers.set(HECHA_EN, String(inicio));
  copia.headers.set("Cache-Control", `public, max-age=${Math.min(segundos, segundosDe(nueva))}`);
  ctx.waitUntil(almacen().put(clave, copia));
  return entregar(request, nueva, "origen");
}
