/** One chunk of the build's manifest: https://vite.dev/guide/backend-integration */
type Trozo = {
  file: string;
  isEntry?: boolean;
  css?: string[];
  assets?: string[];
  imports?: string[];
  dynamicImports?: string[];
};
type Manifiesto = Record<string, Trozo>;

/** What a page's head asks for, as addresses of this site. */
export type Recursos = {
  entrada: string | null;
  estilos: string[];
  /** Every chunk that the page needs at first, so that they all come in one round trip. */
  modulos: string[];
  fuente: string | null;
};

const ENTRADA = "web/main.tsx";
/** What the entry loads at once, and the page with it: asked for together, they come in one round trip. */
const ARRANQUE = "web/arranque.tsx";
const FUENTE = /latin-wght-normal/;
const url = (archivo: string) => `/${archivo}`;

/** All chunks that `claves` need, each once. */
function alcanzar(m: Manifiesto, claves: string[], vistos = new Set<string>()): Set<string> {
  for (const clave of claves) {
    const trozo = m[clave];
    if (!trozo || vistos.has(clave)) continue;
    vistos.add(clave);
    alcanzar(m, trozo.imports ?? [], vistos);
  }
  return vistos;
}

/** Pieces that a page without signal loads only later: not the map, not other pages, not the other language. */
const DE_DESPUES = /^(web\/(despues|cargadores|state|lib|components\/(fotos|cascara))|contract\/)/;

/** Everything that these pages need to work without signal: for the page that the service worker keeps. */
export function recursosSinSenal(
  m: Manifiesto | null,
  modulo: string,
  paginas: readonly string[],
): Recursos {
  const carpetas = paginas.map((p) => p.slice(0, p.lastIndexOf("/") + 1));
  const hace = (clave: string) =>
    DE_DESPUES.test(clave) || carpetas.some((c) => clave.startsWith(c));
  const claves = new Set([ARRANQUE, ...paginas]);
  for (const clave of m ? claves : [])
    for (const trozo of alcanzar(m as Manifiesto, [clave]))
      for (const x of m?.[trozo]?.dynamicImports ?? []) if (hace(x)) claves.add(x);
  return recursosDe(m, modulo, [...claves]);
}

/**
 * The resources of the page whose module is `modulo`, and of more modules. Without a build (tests) there are none, and the
 * page still reads.
 */
export function recursosDe(
  m: Manifiesto | null,
  modulo: string,
  mas: readonly string[] = [],
): Recursos {
  const entrada = m?.[ENTRADA];
  if (!m || !entrada) return { entrada: null, estilos: [], modulos: [], fuente: null };
  const trozos = [...alcanzar(m, [ENTRADA, ARRANQUE, modulo, ...mas])].flatMap((k) => m[k] ?? []);
  const fuente = entrada.assets?.find((a) => FUENTE.test(a));
  return {
    entrada: url(entrada.file),
    estilos: [...new Set(trozos.flatMap((x) => x.css ?? []))].map(url),
    modulos: trozos.filter((x) => x !== entrada).map((x) => url(x.file)),
    fuente: fuente ? url(fuente) : null,
  };
}

/** A page's styles and font, without any of its code. */
export const sinCodigo = (r: Recursos): Recursos => ({ ...r, entrada: null, modulos: [] });

/** The manifest of the build in this isolate, read once. A failed read is tried again at the next page. */
let enMemoria: Promise<Manifiesto | null> | null = null;

export function leerManifiesto(assets: { fetch: (url: string) => Promise<Response> }) {
  enMemoria ??= assets
    .fetch("http://assets/manifest.json")
    .then(async (r) => (r.ok ? ((await r.json()) as Manifiesto) : null))
    .catch(() => null)
    .then((m) => {
      if (m === null) enMemoria = null;
      return m;
    });
  return enMemoria;
}
