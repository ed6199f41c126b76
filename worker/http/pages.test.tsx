import { env } from "cloudflare:workers";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import type { EstadisticasPublicas } from "../../contract/esquemas/estadisticas.ts";
import type { Portada } from "../../contract/esquemas/portada.ts";
import type { ReclamoPublico } from "../../contract/esquemas/reclamos.ts";
import { paginas } from "./pages.tsx";
import { recursosDe } from "./recursos.ts";

const CATEGORIAS = [
  {
    id: 1,
    nombre: "Bacheo",
    icono: "cono",
    color: "#9a3412",
    privada: false,
    activa: true,
    version: 1,
  },
];

const mini = (id: number) => ({ miniatura: `/api/fotos/${id}?tamano=mini`, ancho: 400, alto: 300 });
const PORTADA: Portada = {
  anuncios: [
    { titulo: "Corte de agua", texto: "El martes, en el centro.", en: "2026-11-23T12:00:00Z" },
  ],
  cifras: { resueltos: 41, en_plazo: 86.2, mediana_dias: 2.4 },
  arreglados: [1, 2, 3, 4].map((n) => ({
    codigo: `7K3F9QXM2${n}`,
    titulo: `Bache ${n}`,
    lat: null,
    lng: null,
    dias: 3,
    seguidores: 14,
    antes: mini(n * 2),
    despues: mini(n * 2 + 1),
  })),
};
const TOTAL = {
  recibidos: 1284,
  abiertos: 80,
  resueltos: 1100,
  rechazados: 104,
  en_plazo: 86.2,
  mediana_dias: 2.4,
  p90_dias: 11,
  reabiertos: 17,
  calificaciones: 3,
  estrellas: null,
};
const CIFRAS: EstadisticasPublicas = {
  desde: "2026-08-27",
  hasta: "2026-11-24",
  contado_en: "2026-11-24T12:00:00Z",
  total: TOTAL,
  por_categoria: [
    { id: 1, nombre: "Bacheo", icono: "cono", color: "#9a3412", ...TOTAL },
    {
      id: 2,
      nombre: "Agua",
      icono: "gota",
      color: "#17518c",
      ...TOTAL,
      recibidos: 2000,
      mediana_dias: null,
    },
  ],
  por_zona: [
    { id: 1, nombre: "Centro", ...TOTAL },
    { id: null, nombre: "", ...TOTAL },
  ],
  por_mes: [10, 11].map((mes) => ({
    mes: `2026-${mes}`,
    desde: `2026-${mes}-01`,
    hasta: `2026-${mes}-24`,
    recibidos: mes * 10,
    resueltos: mes,
    en_plazo: 50,
    mediana_dias: null,
  })),
};

const reclamo = (cambios: Partial<ReclamoPublico> = {}): ReclamoPublico => ({
  numero: 1284,
  codigo: "7K3F9QXM2A",
  titulo: "Bache profundo en Rivadavia y Mitre",
  descripcion: "Se hundió el asfalto.",
  estado: "en_proceso",
  categoria: { id: 1, nombre: "Bacheo", icono: "cono", color: "#9a3412" },
  zona: { id: 1, nombre: "Centro" },
  cuadrilla: "Vialidad 2",
  direccion: "Rivadavia 1240",
  lat: null,
  lng: null,
  ciclo: 1,
  version: 3,
  seguidores: 7,
  vence_en: "2026-11-27T21:00:00Z",
  creado_en: "2026-11-24T12:05:00Z",
  cerrado_en: null,
  fotos: [],
  historial: [
    {
      id: 1,
      tipo: "iniciado",
      en: "2026-11-25T12:05:00Z",
      ciclo: 1,
      quien: "cuadrilla",
      cuadrilla: "Vialidad 2",
      motivo: null,
      texto: null,
      estado: "en_proceso",
    },
  ],
  ...cambios,
});

const MANIFIESTO = {
  "web/main.tsx": {
    file: "assets/main-1.js",
    isEntry: true,
    css: ["assets/main-1.css"],
    assets: ["assets/atkinson-latin-wght-normal-1.woff2"],
    imports: ["_comun.js"],
  },
  "_comun.js": { file: "assets/comun-1.js" },
  "web/pages/inicio.tsx": { file: "assets/inicio-1.js", imports: ["_comun.js", "_otro.js"] },
  "_otro.js": { file: "assets/otro-1.js", imports: ["_comun.js"] },
};

/** A site that knows these reclamos, and whether there is a build to name. */
function sitio(reclamos: ReclamoPublico[] = [reclamo()], conManifiesto = false) {
  const app = new Hono().route(
    "/",
    paginas({
      verPublico: async (_c, codigo) => reclamos.find((r) => r.codigo === codigo) ?? null,
      mapa: async () => ({
        centro: { lat: -33.742, lng: -59.618 },
        total: 1,
        lista: {
          items: [
            {
              numero: 1284,
              codigo: "7K3F9QXM2A",
              titulo: "Bache profundo en Rivadavia y Mitre",
              estado: "en_proceso" as const,
              categoria_id: 1,
              direccion: "Rivadavia 1240",
              lat: -33.742,
              lng: -59.618,
              seguidores: 7,
              creado_en: "2026-11-24T12:05:00Z",
              cerrado_en: null,
              miniatura: null,
            },
          ],
          cursor: "MS4w",
        },
      }),
      catalogos: async () => ({ categorias: CATEGORIAS }),
      portada: async () => PORTADA,
      estadisticas: async (c) =>
        c.req.query("dias") === "7"
          ? { cifras: null, mal: "Elegí 30, 90 o 365 días." }
          : { cifras: CIFRAS, mal: null },
    }) as unknown as Hono,
  );
  const ASSETS = {
    fetch: async () =>
      conManifiesto ? Response.json(MANIFIESTO) : new Response(null, { status: 404 }),
  };
  const { LIMITE_GENERAL } = env;
  return async (ruta: string, headers: Record<string, string> = {}) => {
    const r = await app.request(
      `http://sitio.example${ruta}`,
      { headers },
      { ASSETS, LIMITE_GENERAL },
    );
    return { r, html: await r.text() };
  };
}

// First of all, since a manifest once read stays in the isolate.
test("without a build the page still reads, and the next one looks again", async () => {
  const { html } = await sitio()("/");
  expect(html).not.toContain('type="module"');
  const despues = await sitio([reclamo()], true)("/");
  expect(despues.html).toContain('src="/assets/main-1.js"');
});

describe("the public pages read without JavaScript", () => {
  test("inicio says where to report, what was repaired, how it goes, and what is announced", async () => {
    const { r, html } = await sitio()("/");
    expect(r.status).toBe(200);
    expect(html).toMatch(/^<!doctype html><html lang="es-AR">/);
    expect(html).toContain("¿Qué hay que arreglar?");
    expect(html).toContain('href="/reportar"');
    expect(html).toContain("Corte de agua");
    expect(html).toContain("86,2 %");
    expect(html).toContain("2,4 días");
    expect(html.match(/<li class="tarjeta arreglado"/g)).toHaveLength(3);
    expect(html).toContain("En 3 días · 14 vecinos sumados");
    expect(html).toContain('href="/transparencia"');
    expect(html).toContain('href="/mapa"');
    expect(html).toMatch(
      /<img src="[^"]+" alt="Antes: Bache 1" width="400" height="300" loading="lazy"/,
    );
  });

  test("the code's form opens the reclamo, however it was written, or says what is wrong", async () => {
    const { r } = await sitio()("/?codigo=7k3f-9qxm+2a");
    expect(r.status).toBe(303);
    expect(r.headers.get("location")).toBe("/r/7K3F9QXM2A");
    const { r: mal, html } = await sitio()("/?codigo=1284");
    expect(mal.status).toBe(200);
    expect(mal.headers.get("cache-control")).toBe("no-store");
    expect(html).toContain("Ese código no es de los nuestros.");
    expect(html).toContain('value="1284"');
  });

  test("transparencia tells the figures, draws them, and has each drawing as a table", async () => {
    const { r, html } = await sitio()("/transparencia?dias=90");
    expect(r.status).toBe(200);
    expect(html).toContain('<dd data-cifra="recibidos">1.284</dd>');
    expect(html).toContain('<dd data-cifra="mediana_dias">2,4 días</dd>');
    expect(html).not.toContain('data-cifra="estrellas"');
    expect(html).toContain("Del 27 de agosto de 2026 al 24 de noviembre de 2026.");
    expect(html.match(/<table>/g)).toHaveLength(3);
    expect(html.match(/<ul class="barras"/g)).toHaveLength(2);
    // The most reported first.
    expect(html.indexOf("Agua")).toBeLessThan(html.indexOf("Bacheo"));
    expect(html).toContain("octubre de 2026");
    expect(html).toContain("Sin ubicar en un barrio");
    expect(html).toContain('href="/api/publico/estadisticas.csv?dias=90"');
    expect(html).toMatch(/<a class="ficha" href="\/transparencia\?dias=90" aria-current="page">/);
    expect(html).toContain("<title>Transparencia · Baldosa</title>");
    expect(html).toContain('content="http://sitio.example/assets/compartir.png"');
  });

  test("a period that cannot be says so, and is not kept", async () => {
    const { r, html } = await sitio()("/transparencia?dias=7");
    expect(r.headers.get("cache-control")).toBe("no-store");
    expect(html).toContain("Elegí 30, 90 o 365 días.");
    expect(html).toContain("Cómo se cuenta");
    expect(html).not.toContain("data-cifra");
  });

  test("seguimiento tells the estado in a word, the promise, and the timeline in a sentence", async () => {
    const { html } = await sitio()("/r/7k3f9qxm2a");
    expect(html).toContain("Bache profundo en Rivadavia y Mitre");
    expect(html).toContain("En proceso");
    expect(html).toContain("Te prometimos el viernes 27");
    expect(html).toContain("La cuadrilla Vialidad 2 empezó a trabajar");
    expect(html).toContain('<meta property="og:title" content="Bache profundo');
  });

  test("the picture of a shared link is the first photo that everyone may see", async () => {
    const foto = { id: 9, momento: "antes" as const, ancho: 4, alto: 3, oculta: false };
    const fotos = [{ ...foto, url: "/api/fotos/9", miniatura: "/api/fotos/9?m=1" }];
    const { html } = await sitio([reclamo({ fotos })])("/r/7K3F9QXM2A");
    expect(html).toContain('property="og:image" content="http://sitio.example/api/fotos/9?m=1"');
  });
});

describe("what a reporter writes cannot become markup", () => {
  test("neither in the page nor in its data", async () => {
    const malo = `</script><script>alert(1)</script><img src=x onerror="alert(2)">`;
    const { html } = await sitio([reclamo({ titulo: malo, descripcion: malo })])("/r/7K3F9QXM2A");
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain("<img src=x");
    const datos = /<script type="application\/json" id="datos">(.*?)<\/script>/s.exec(html)?.[1];
    expect(JSON.parse(datos ?? "").publico.titulo).toBe(malo);
  });

  test("no page carries an inline script, an inline style or a handler", async () => {
    for (const ruta of [
      "/",
      "/r/7K3F9QXM2A",
      "/ingresar",
      "/registrarse",
      "/reportar",
      "/gestion",
    ]) {
      const { html } = await sitio([reclamo()], true)(ruta);
      const scripts = html.match(/<script(?![^>]*(?:src=|application\/json))/g);
      expect(scripts, ruta).toBeNull();
      expect(html, ruta).not.toMatch(/\sstyle="|\son[a-z]+="/);
    }
  });
});

describe("what may be kept, and by whom", () => {
  test("public pages are cacheable for less than a minute, with a tag that turns a second reading into 304", async () => {
    const pedir = sitio();
    for (const ruta of [
      "/",
      "/transparencia",
      "/r/7K3F9QXM2A",
      "/ingresar",
      "/registrarse",
      "/reportar",
    ]) {
      const { r } = await pedir(ruta);
      expect(r.headers.get("cache-control"), ruta).toBe("public, max-age=30");
      const etag = r.headers.get("etag") ?? "";
      expect((await pedir(ruta, { "if-none-match": etag })).r.status, ruta).toBe(304);
    }
  });

  test("pages of one's own are never kept, and hold nobody's data", async () => {
    for (const ruta of [
      "/gestion",
      "/gestion/bandeja/7",
      "/campo",
      "/campo/7",
      "/mis-reclamos",
      "/avisos",
      "/r/7",
    ]) {
      const { r, html } = await sitio()(ruta);
      expect(r.status, ruta).toBe(200);
      expect(r.headers.get("cache-control"), ruta).toBe("no-store");
      expect(html, ruta).toContain('id="datos">{}</script>');
      expect(html, ruta).toContain('content="noindex"');
    }
  });

  test("an unknown codigo and an unknown page are 404 with a way out", async () => {
    for (const ruta of ["/r/0000000000", "/r/nada", "/nada", "/gestion/nada/mas"]) {
      const { r, html } = await sitio()(ruta);
      expect(r.status, ruta).toBe(404);
      expect(html, ruta).toContain('href="/"');
    }
  });
});

describe("the build's files", () => {
  test("a page asks early for every chunk it needs, each once, and for its font and style", () => {
    expect(recursosDe(MANIFIESTO, "web/pages/inicio.tsx")).toEqual({
      entrada: "/assets/main-1.js",
      estilos: ["/assets/main-1.css"],
      modulos: ["/assets/comun-1.js", "/assets/inicio-1.js", "/assets/otro-1.js"],
      fuente: "/assets/atkinson-latin-wght-normal-1.woff2",
    });
  });

  test("without an entry there is nothing to ask for", () => {
    expect(recursosDe({}, "web/pages/inicio.tsx").entrada).toBeNull();
  });
});

test("rendering lends the page's address and takes it back", async () => {
  const antes = Object.getOwnPropertyDescriptor(globalThis, "location");
  await sitio()("/");
  expect(Object.getOwnPropertyDescriptor(globalThis, "location")).toEqual(antes);
});
