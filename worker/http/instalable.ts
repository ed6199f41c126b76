import { Hono } from "hono";
import type { AppEnv, C } from "./app-env.ts";

/** A browser asks for its service worker again at every visit: an update, or its end, must not wait in a cache. */
const SIEMPRE_FRESCO = "no-cache";
const UNA_HORA = "public, max-age=3600";
const PAPEL = "#fbf7ee";

const icono = (lado: number, purpose: string) => ({
  src: `/assets/icono-${purpose === "maskable" ? "lleno-" : ""}${lado}.png`,
  sizes: `${lado}x${lado}`,
  type: "image/png",
  purpose,
});

/** The site's own words, given by pages.tsx, which alone reaches them. */
export type Palabras = {
  municipio: string;
  cabeza: { inicio: string; bajada: string };
  nav: { reportar: string; reportarProblema: string; misReclamos: string; campo: string };
};

/** https://www.w3.org/TR/appmanifest/ */
const manifiesto = (t: Palabras) => ({
  id: "/",
  name: t.cabeza.inicio,
  short_name: t.municipio,
  description: t.cabeza.bajada,
  lang: "es-AR",
  dir: "ltr",
  start_url: "/",
  scope: "/",
  display: "standalone",
  background_color: PAPEL,
  theme_color: PAPEL,
  categories: ["government", "utilities"],
  icons: [icono(192, "any"), icono(512, "any"), icono(192, "maskable"), icono(512, "maskable")],
  shortcuts: [
    { name: t.nav.reportarProblema, short_name: t.nav.reportar, url: "/reportar" },
    { name: t.nav.misReclamos, url: "/mis-reclamos" },
    { name: t.nav.campo, url: "/campo" },
  ],
});

/** SERVICE_WORKER = "no" answers with the one that takes itself away from every browser that comes. */
async function trabajador(c: C): Promise<Response> {
  const apagado = c.get("entorno")?.sinServiceWorker;
  const r = await c.env.ASSETS.fetch(`http://assets/${apagado ? "sw-fuera.js" : "sw.js"}`);
  if (!r.ok) return c.body(null, 404);
  return c.body(await r.text(), 200, {
    "Content-Type": "text/javascript; charset=utf-8",
    "Cache-Control": SIEMPRE_FRESCO,
  });
}

/** What makes the site one that a phone installs, and that opens without signal. */
export const instalable = (palabras: (c: C) => Promise<Palabras>) =>
  new Hono<AppEnv>().get("/sw.js", trabajador).get("/manifest.webmanifest", async (c) =>
    c.body(JSON.stringify(manifiesto(await palabras(c))), 200, {
      "Content-Type": "application/manifest+json; charset=utf-8",
      "Cache-Control": UNA_HORA,
    }),
  );
