/**
 * The service worker: the site opens without signal, and never in an old version while there is some.
 * Pages come from the network and only without it from here; built assets, whose names change with what is in them, from
 * here first. The API is none of its business, and nothing that is a person's own is kept.
 */
declare const self: ServiceWorkerGlobalScope;
/** Of the build: another one is another file, and so an update. */
declare const __VERSION__: string;

const PREFIJO = "baldosa-";
const CACHE = PREFIJO + __VERSION__;
/** The page for when no page comes. What its head asks for is all that works without signal. */
const CASCO = "/sin-senal";
/** A network slower than this counts as none; what it brings later is still kept. */
const PACIENCIA_MS = 4000;
const PAGINAS_MAX = 30;

async function preparar(): Promise<void> {
  const cache = await caches.open(CACHE);
  const casco = await fetch(CASCO, { cache: "reload", credentials: "omit" });
  if (!casco.ok) throw new Error(`${CASCO}: ${casco.status}`);
  const html = await casco.clone().text();
  const recursos = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].flatMap(
    (m) => m[1] ?? [],
  );
  await cache.addAll([...new Set(recursos)]);
  await cache.put(CASCO, casco);
}

async function estrenar(): Promise<void> {
  for (const nombre of await caches.keys())
    if (nombre.startsWith(PREFIJO) && nombre !== CACHE) await caches.delete(nombre);
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

/** A page that the server gives to everybody alike may be read again without signal; no other. */
const esDeTodos = (r: Response): boolean =>
  r.ok && r.type === "basic" && /\bpublic\b/.test(r.headers.get("Cache-Control") ?? "");

async function guardarPagina(url: string, r: Response): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.put(url, r);
  const paginas = (await cache.keys()).filter(
    (x) => !new URL(x.url).pathname.startsWith("/assets/"),
  );
  const viejas = paginas.filter((x) => new URL(x.url).pathname !== CASCO).slice(0, -PAGINAS_MAX);
  for (const x of viejas) await cache.delete(x);
}

/** A page that was visited, marked with when; the page itself tells the person. */
async function paginaGuardada(url: string): Promise<Response | undefined> {
  const r = await (await caches.open(CACHE)).match(url);
  if (!r) return undefined;
  const de = new Date(r.headers.get("Date") ?? Date.now()).toISOString();
  const html = (await r.text()).replace("<html ", `<html data-guardada="${de}" `);
  return new Response(html, { headers: r.headers });
}

async function navegar(e: FetchEvent): Promise<Response> {
  const url = e.request.url.split("#")[0] ?? e.request.url;
  const red = (async () => {
    const r = ((await e.preloadResponse) as Response | undefined) ?? (await fetch(e.request));
    if (esDeTodos(r)) e.waitUntil(guardarPagina(url, r.clone()));
    return r;
  })();
  const sinRed = async () =>
    (await paginaGuardada(url)) ?? (await (await caches.open(CACHE)).match(CASCO));
  const cansarse = new Promise<null>((listo) => setTimeout(() => listo(null), PACIENCIA_MS));
  try {
    const r = await Promise.race([red, cansarse]);
    if (r) return r;
  } catch {
    return (await sinRed()) ?? Response.error();
  }
  e.waitUntil(red.catch(() => undefined));
  return (await sinRed()) ?? red;
}

async function recurso(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const ya = await cache.match(request);
  if (ya) return ya;
  const r = await fetch(request);
  if (r.ok && /immutable/.test(r.headers.get("Cache-Control") ?? ""))
    await cache.put(request, r.clone());
  return r;
}

self.addEventListener("install", (e) => e.waitUntil(preparar().then(() => self.skipWaiting())));
self.addEventListener("activate", (e) => e.waitUntil(estrenar()));
self.addEventListener("fetch", (e) => {
  const { method, mode, url } = e.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== self.location.origin) return;
  if (pathname.startsWith("/assets/")) e.respondWith(recurso(e.request));
  else if (mode === "navigate" && !/^\/(api|ws|demo|cdn-cgi)\//.test(pathname))
    e.respondWith(navegar(e));
});
