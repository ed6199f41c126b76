// npm run screens [-- inicio mapa]: a picture of every screen at 360 and 1280 px, light and dark, on the demo
// town, into docs/screens/. The whole size shots stay in test-results/pantallas/.
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type APIRequestContext,
  type Browser,
  chromium,
  type Page,
  request,
} from "@playwright/test";
import type { ReclamoFila } from "../../contract/esquemas/reclamos.ts";
import type { Clave } from "../../web/e2e/soporte/gente.ts";
import { buscarNavegador, OPCIONES } from "../../web/e2e/soporte/navegador.ts";
import { conDemo, levantarCon } from "../../web/e2e/soporte/servidor.ts";
import { CONTRASENA, conocida } from "../demo/personas.ts";
import { hoja, suelta, type Tomas, VISTAS } from "./hoja.ts";
import { MEJORES, type Muestra, type Muestras, PANTALLAS, type Pantalla } from "./lista.ts";

const SALIDA = join("docs", "screens");
const ENTERAS = join("test-results", "pantallas");
const TOPE_KB = 3_000;

/** The API, as a program of this person's. */
async function programaDe(baseURL: string, clave: Clave): Promise<APIRequestContext> {
  const puerta = await request.newContext({ baseURL });
  const form = { username: conocida(clave).email, password: CONTRASENA };
  const { access_token } = (await (await puerta.post("/api/auth/login", { form })).json()) as {
    access_token: string;
  };
  await puerta.dispose();
  const extraHTTPHeaders = { Authorization: `Bearer ${access_token}` };
  return request.newContext({ baseURL, extraHTTPHeaders });
}

async function elegirMuestras(origen: string): Promise<Muestras> {
  const admin = await programaDe(origen, "admin");
  const primero = async <T>(ruta: string): Promise<T> => {
    const { items } = (await (await admin.get(ruta)).json()) as { items: T[] };
    if (!items[0]) throw new Error(`En la demostración no hay nada en ${ruta}`);
    return items[0];
  };
  const conFoto = async (estado: string): Promise<Muestra> => {
    const r = await admin.get(`/api/reclamos?limite=100&estado=${estado}`);
    const { items } = (await r.json()) as { items: ReclamoFila[] };
    for (const { id, codigo } of items) {
      const { fotos } = (await (await admin.get(`/api/reclamos/${id}`)).json()) as {
        fotos: unknown[];
      };
      if (fotos.length > 0) return { id, codigo };
    }
    return primero<Muestra>(`/api/reclamos?limite=1&estado=${estado}`);
  };
  return {
    abierto: await conFoto("nuevo"),
    resuelto: await conFoto("resuelto"),
    ajeno: await primero<Muestra>("/api/reclamos?limite=1&estado=en_proceso&cuadrilla_id=1"),
    correo: (await primero<{ id: number }>("/api/correos?limite=1")).id,
  };
}

async function sentar(navegador: Browser, baseURL: string, quien: Clave | null): Promise<Page> {
  const contexto = await navegador.newContext({
    baseURL,
    locale: "es-AR",
    timezoneId: "America/Argentina/Buenos_Aires",
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  const pagina = await contexto.newPage();
  if (!quien) return pagina;
  const form = { username: conocida(quien).email, password: CONTRASENA };
  const r = await contexto.request.post("/api/auth/login", { form });
  if (!r.ok()) throw new Error(`${quien} no pudo ingresar: ${r.status()}`);
  return pagina;
}

async function fotografiar(pagina: Page, p: Pantalla, m: Muestras): Promise<Tomas> {
  const tomas: Partial<Tomas> = {};
  const ruta = typeof p.ruta === "string" ? p.ruta : p.ruta(m);
  let ancho = 0;
  for (const v of VISTAS) {
    await pagina.emulateMedia({ colorScheme: v.colorScheme, reducedMotion: "reduce" });
    if (v.width !== ancho) {
      await pagina.setViewportSize(v);
      await pagina.goto(ruta);
      // Live pages never stop talking; quiet is enough.
      await pagina.waitForLoadState("networkidle", { timeout: 5_000 }).catch(() => {});
      await p.hacer?.(pagina);
      ancho = v.width;
    }
    await pagina.waitForTimeout(400);
    tomas[v.nombre] = await pagina.screenshot({ animations: "disabled", caret: "hide" });
    writeFileSync(join(ENTERAS, `${p.nombre}-${v.nombre}.png`), tomas[v.nombre] as Buffer);
  }
  return tomas as Tomas;
}

const CORREOS = ["correos-claro", "correos-oscuro", "correos-en-ingles"];
const deUna = (n: string) => `\n## ${n}\n\n![${n}](${n}.webp)\n`;

function indice(nombres: readonly string[]): string {
  const cabeza =
    "# Every screen\n\nAt 360 and 1280 px, light and dark, on the demo town. Made by `npm run screens`.\n";
  const correos =
    "\n## Mails\n\nEach mail, light, dark and in English. Made by `npm run screens:mail`.\n";
  return `${cabeza}${nombres.map(deUna).join("")}${correos}${CORREOS.map((n) => `\n![${n}](${n}.webp)\n`).join("")}`;
}

async function principal(): Promise<boolean> {
  const pedidas = process.argv.slice(2);
  mkdirSync(SALIDA, { recursive: true });
  mkdirSync(ENTERAS, { recursive: true });
  const { url: origen, cerrar } = await levantarCon(conDemo);
  const { ruta, bibliotecas } = await buscarNavegador();
  const navegador = await chromium.launch({
    executablePath: ruta,
    args: OPCIONES,
    ...(bibliotecas ? { env: bibliotecas } : {}),
  });
  const faltan: string[] = [];
  try {
    const muestras = await elegirMuestras(origen);
    const mesa = await navegador.newPage();
    for (const { quien, pantallas } of PANTALLAS) {
      const pagina = await sentar(navegador, origen, quien);
      pagina.setDefaultTimeout(10_000);
      for (const p of pantallas) {
        if (pedidas.length > 0 && !pedidas.includes(p.nombre)) continue;
        try {
          const tomas = await fotografiar(pagina, p, muestras);
          writeFileSync(join(SALIDA, `${p.nombre}.webp`), await hoja(mesa, tomas));
          for (const mejor of MEJORES.filter((x) => x.nombre === p.nombre))
            writeFileSync(
              join(SALIDA, `${mejor.nombre}-${mejor.vista}.webp`),
              await suelta(mesa, tomas, mejor.vista),
            );
          console.log(`✓ ${p.nombre}`);
        } catch (causa) {
          faltan.push(p.nombre);
          console.log(`✗ ${p.nombre}: ${causa instanceof Error ? causa.message : causa}`);
        }
      }
      await pagina.context().close();
    }
  } finally {
    await navegador.close();
    await cerrar();
    rmSync("wrangler.pruebas.toml", { force: true });
  }
  const nombres = PANTALLAS.flatMap(({ pantallas }) => pantallas.map((p) => p.nombre));
  writeFileSync(join(SALIDA, "README.md"), indice(nombres));
  const kb = readdirSync(SALIDA)
    .filter((f) => !f.startsWith("correos-"))
    .reduce((s, f) => s + statSync(join(SALIDA, f)).size / 1024, 0);
  console.log(`${SALIDA}: ${Math.round(kb)} kB`);
  return faltan.length === 0 && kb <= TOPE_KB;
}

process.exitCode = (await principal()) ? 0 : 1;
