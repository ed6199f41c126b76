import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import type { AppEnv } from "./app-env.ts";
import { instalable, type Palabras } from "./instalable.ts";
import { recursosSinSenal } from "./recursos.ts";

const PALABRAS: Palabras = {
  municipio: "Villa",
  cabeza: { inicio: "Reclamos · Villa", bajada: "Contalo." },
  nav: {
    reportar: "Reportar",
    reportarProblema: "Reportar un problema",
    misReclamos: "Mis reclamos",
    campo: "Mi trabajo",
  },
};
const ASSETS = {
  fetch: async (url: string) =>
    /\/sw(-fuera)?\.js$/.test(url) ? new Response(url) : new Response(null, { status: 404 }),
};

/** A site with its service worker, or with one that is being taken away. */
const pedir = (ruta: string, sinServiceWorker: boolean) =>
  new Hono<AppEnv>()
    .use(async (c, next) => {
      c.set("entorno", { sinServiceWorker } as never);
      await next();
    })
    .route(
      "/",
      instalable(async () => PALABRAS),
    )
    .request(ruta, {}, { ASSETS });

describe("the service worker's address", () => {
  it("is never answered from a cache, and is a script of the whole site", async () => {
    const r = await pedir("/sw.js", false);
    expect(r.headers.get("Cache-Control")).toBe("no-cache");
    expect(r.headers.get("Content-Type")).toContain("text/javascript");
    expect(await r.text()).toBe("http://assets/sw.js");
  });
  it("gives out the one that leaves, when the city says so", async () => {
    const r = await pedir("/sw.js", true);
    expect(r.headers.get("Cache-Control")).toBe("no-cache");
    expect(await r.text()).toBe("http://assets/sw-fuera.js");
  });
});

it("the manifest opens the whole site by itself, with icons for every shape", async () => {
  const r = await pedir("/manifest.webmanifest", false);
  expect(r.headers.get("Content-Type")).toContain("application/manifest+json");
  const m = (await r.json()) as { name: string; icons: { purpose: string; sizes: string }[] };
  expect(m).toMatchObject({ name: "Reclamos · Villa", start_url: "/", display: "standalone" });
  expect(m.icons).toContainEqual(expect.objectContaining({ purpose: "any", sizes: "192x192" }));
  expect(m.icons).toContainEqual(
    expect.objectContaining({ purpose: "maskable", sizes: "512x512" }),
  );
});

it("what is kept for no signal is the crew's pages and all that they load later, but no map and no other page", () => {
  const trozo = (file: string, mas: object = {}) => ({ file: `assets/${file}.js`, ...mas });
  const m = {
    "web/main.tsx": trozo("main", { isEntry: true, dynamicImports: ["web/arranque.tsx"] }),
    "web/arranque.tsx": trozo("arranque", {
      imports: ["_base.js"],
      dynamicImports: ["web/components/mapa/motor.ts", "web/despues.ts"],
    }),
    "_base.js": trozo("base", {
      dynamicImports: ["web/pages/gestion/bandeja.tsx", "web/pages/campo/lista.tsx"],
    }),
    "web/despues.ts": trozo("despues", { dynamicImports: ["web/state/cola.ts"] }),
    "web/state/cola.ts": trozo("cola", { imports: ["_idb.js"] }),
    "_idb.js": trozo("idb"),
    "web/components/mapa/motor.ts": trozo("motor"),
    "web/pages/gestion/bandeja.tsx": trozo("bandeja"),
    "web/pages/campo/lista.tsx": trozo("lista"),
    "web/pages/sin-senal.tsx": trozo("sin-senal"),
  };
  const r = recursosSinSenal(m, "web/pages/sin-senal.tsx", ["web/pages/campo/lista.tsx"]);
  expect([r.entrada, ...r.modulos].sort()).toEqual(
    ["arranque", "base", "cola", "despues", "idb", "lista", "main", "sin-senal"].map(
      (x) => `/assets/${x}.js`,
    ),
  );
});
