import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

/**
 * The site's client build. The Worker makes the HTML itself, so there is no index.html: it reads
 * dist/manifest.json through its ASSETS binding to learn the hashed names.
 */
export default defineConfig({
  plugins: [documentacion(), recargaViva()],
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
      input: "web/main.tsx",
      output: {
        // What nearly every page needs comes in one piece: dozens of tiny chunks gzip badly.
        codeSplitting: {
          groups: [
            {
              name: "base",
              minShareCount: 8,
              test: /(contract\/(limites|vocabulario)\.ts|web\/(api|components|lib|state|i18n)\/|node_modules\/(preact|@preact))/,
            },
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
