import { createHash } from "node:crypto";
import { copyFileSync, readFileSync } from "node:fs";
import { build, defineConfig, type Plugin } from "vite";

const BASE = new RegExp(
  [
    "node_modules/(preact|preact-iso|@preact)/",
    "web/(app|routes|rutas-propias|propia|datos)\\.tsx?$",
    "web/components/(base/(avisos|estado|icono|marca|tiempo)|cascara/(cascara|cuenta|enlaces|pie)|mapa/puerta)\\.tsx?$",
    "web/components/iconos(-reclamo)?\\.ts$",
    "web/i18n/(index|es/comun)\\.ts$",
    "web/api/(cliente|error)\\.ts$",
    "web/lib/(carga|nombrar|fechas|rutas)\\.ts$",
    "web/state/(ciudad|novedades|reloj|sesion|tema|toasts)\\.ts$",
    "contract/estados\\.ts$",
  ].join("|"),
);

/** What the vecino's page of a reclamo and the staff's panel show alike. */
const DE_UN_RECLAMO =
  /web\/(components\/reclamo\/(galeria|historial|promesa)\.tsx|lib\/frases\.ts|components\/iconos-historial\.ts|i18n\/(es\/)?seguimiento\.ts)$/;

/** What the steps of a report share. */
const DE_UN_REPORTE =
  /(web\/(pages\/reportar\/(avance|pasos)\.tsx?|state\/borrador\.ts|i18n\/(es\/)?(reportar|fotos)\.ts|api\/fotos\.ts|components\/fotos\.tsx)|contract\/limites\.ts)$/;

/**
 * Only the first is the entry of a page. The others are loaded by import(), and are here because the bundler then gives them
 * as they are: a chunk that shares pieces with another comes in a wrapper otherwise, 0.4 kB on every visit.
 */
const ENTRADAS = ["web/main.tsx", "web/arranque.tsx"].concat(
  ["inicio", "mapa/mapa", "reportar/reportar"].map((pagina) => `web/pages/${pagina}.tsx`),
);

/**
 * The site's client build. The Worker makes the HTML itself, so there is no index.html: it reads
 * dist/manifest.json through its ASSETS binding to learn the hashed names.
 */
export default defineConfig({
  plugins: [documentacion(), recargaViva(), estilosAntes(), trabajadorDeServicio()],
  root: import.meta.dirname,
  publicDir: "web/public",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "dist",
    assetsDir: "assets",
    emptyOutDir: true,
    manifest: "manifest.json",
    target: "es2022",
    // The content security policy allows no data: fonts; small pictures are files too.
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: ENTRADAS,
      output: {
        // What every page needs comes in one piece: dozens of tiny chunks gzip badly. A list and not
        // a count of who shares it, or a page for staff would put its pieces into every vecino's first load.
        // The language is chosen before any of it runs, so it comes apart.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: "idioma",
              test: /i18n\/idioma\.ts$|preload-helper/,
              priority: 2,
            },
            { name: "base", test: BASE, priority: 1 },
            { name: "reclamo", test: DE_UN_RECLAMO, priority: 1 },
            { name: "reporte", test: DE_UN_REPORTE, priority: 1 },
          ],
        },
        entryFileNames: "assets/[name]-[hash].js",
        chunkFileNames: "assets/[name]-[hash].js",
        assetFileNames: "assets/[name]-[hash][extname]",
      },
    },
  },
});

/** The reader of the OpenAPI document at /api/docs, served as built assets: the policy against foreign code holds there too. */
function documentacion(): Plugin {
  return {
    name: "documentacion",
    apply: "build",
    generateBundle() {
      for (const archivo of ["swagger-ui-bundle.js", "swagger-ui.css"])
        this.emitFile({
          type: "asset",
          fileName: `assets/docs/${archivo}`,
          source: readFileSync(new URL(import.meta.resolve(`swagger-ui-dist/${archivo}`))),
        });
    },
  };
}

/**
 * Only for `npm run dev` (mode development): listens to wrangler's live reload from our own script.
 * The one that wrangler puts into the page is inline, and the content security policy refuses it.
 */
function recargaViva(): Plugin {
  const escuchar = `
    (function escuchar() {
      const ws = new WebSocket(location.origin.replace("http", "ws") + "/cdn-cgi/live-reload", "WRANGLER_PROXYWORKER_LIVE_RELOAD_PROTOCOL");
      ws.onmessage = () => location.reload();
      ws.onclose = () => setTimeout(escuchar, 500);
    })();
  `;
  let enDesarrollo = false;
  return {
    name: "recarga-viva",
    configResolved({ mode }) {
      enDesarrollo = mode === "development";
    },
    transform(codigo, id) {
      return enDesarrollo && id.endsWith("/web/main.tsx") ? `${codigo}\n${escuchar}` : undefined;
    },
  };
}

/**
 * A lazy chunk's stylesheets before it, and no more: what the bundler puts here by itself weighs three
 * times that, on every page.
 */
function estilosAntes(): Plugin {
  const codigo = `
    const poner = (archivo) => {
      const href = "/" + archivo;
      if (document.querySelector('link[href="' + href + '"]')) return;
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = href;
      document.head.append(link);
      return new Promise((listo) => { link.onload = link.onerror = listo; });
    };
    export const __vitePreload = (cargar, estilos = []) => Promise.all(estilos.map(poner)).then(cargar);
  `;
  return {
    name: "estilos-antes",
    apply: "build",
    enforce: "pre",
    load: (id) => (id === "\0vite/preload-helper.js" ? codigo : undefined),
  };
}

/**
 * dist/sw.js, an output of its own: one classic script, whose version is that of all the rest. In development it is the
 * one that takes an earlier one away.
 */
function trabajadorDeServicio(): Plugin {
  const aqui = (ruta: string) => new URL(ruta, import.meta.url).pathname;
  let enDesarrollo = false;
  return {
    name: "trabajador-de-servicio",
    apply: "build",
    configResolved({ mode }) {
      enDesarrollo = mode === "development";
    },
    async writeBundle(_opciones, piezas) {
      if (enDesarrollo) return copyFileSync(aqui("web/public/sw-fuera.js"), aqui("dist/sw.js"));
      const huella = createHash("sha256");
      for (const nombre of Object.keys(piezas).sort()) huella.update(`${nombre}\n`);
      await build({
        configFile: false,
        logLevel: "warn",
        publicDir: false,
        define: { __VERSION__: JSON.stringify(huella.digest("hex").slice(0, 12)) },
        build: {
          outDir: aqui("dist"),
          emptyOutDir: false,
          target: "es2022",
          rolldownOptions: {
            input: aqui("web/sw/sw.ts"),
            output: { format: "iife", entryFileNames: "sw.js" },
          },
        },
      });
    },
  };
}
