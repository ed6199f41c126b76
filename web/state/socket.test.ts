import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Yo } from "../../contract/esquemas/cuentas.ts";
import { CIERRE, type Trama } from "../../contract/tramas.ts";

/** What the page is given by the browser, played by the test. */
class Enchufe {
  static readonly OPEN = 1;
  static todos: Enchufe[] = [];
  readyState = 1;
  onmessage: ((e: { data: unknown }) => void) | null = null;
  onclose: ((e: { code: number }) => void) | null = null;
  readonly url: string;
  constructor(url: string) {
    this.url = url;
    Enchufe.todos.push(this);
  }
  static get ultimo(): Enchufe {
    return Enchufe.todos.at(-1) as Enchufe;
  }
  send(): void {}
  close(): void {
    this.readyState = 3;
  }
  saludar(seq: number): void {
    const trama: Trama = { type: "hola", at: "2026-11-25T18:00:00Z", data: { seq, sin_leer: 2 } };
    this.onmessage?.({ data: JSON.stringify(trama) });
  }
  cortarse(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}

const ana = { id: 7, rol: "vecino", nombre: "Ana" } as Yo;
const beto = { id: 8, rol: "vecino", nombre: "Beto" } as Yo;

let guardado: Map<string, string>;
/** What the server says to each question of who this is; null: nothing, there is no signal. */
let quienes: ({ yo: Yo | null } | null)[];
let preguntas: number;
/** All that was asked, and as whom. */
let pedidos: [string, string | undefined][];
let novedades: string[];
let dejar: (() => void)[];
let estado: Awaited<ReturnType<typeof cargar>>;

async function cargar() {
  vi.resetModules();
  return {
    ...(await import("./socket.ts")),
    ...(await import("./sesion.ts")),
    ...(await import("./novedades.ts")),
  };
}

beforeEach(async () => {
  const oidos = { addEventListener() {}, removeEventListener() {} };
  guardado = new Map();
  vi.stubGlobal("WebSocket", Enchufe);
  vi.stubGlobal("location", { origin: "https://ciudad.example" });
  vi.stubGlobal("document", {
    ...oidos,
    documentElement: { lang: "es" },
    visibilityState: "visible",
    hidden: false,
    title: "Baldosa",
  });
  vi.stubGlobal(
    "MutationObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal("sessionStorage", {
    getItem: (k: string) => guardado.get(k) ?? null,
    setItem: (k: string, v: string) => guardado.set(k, v),
  });
  [quienes, preguntas, Enchufe.todos, novedades, pedidos] = [[], 0, [], [], []];
  vi.stubGlobal("fetch", async (ruta: string, o: { headers: Record<string, string> }) => {
    pedidos.push([ruta, o.headers["baldosa-usuario"]]);
    const dicho = quienes[Math.min(preguntas++, quienes.length - 1)];
    if (!dicho) throw new TypeError("sin señal");
    // Each answer is an object of its own.
    return Response.json(structuredClone(dicho));
  });
  estado = await cargar();
  const { sesion } = estado;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  vi.spyOn(Math, "random").mockReturnValue(1);
  sesion.value = ana;
  // As the page does it (useWebSocket).
  dejar = [
    sesion.subscribe((yo) => {
      if (yo) estado.abrirSocket(yo);
      else estado.cerrarSocket();
    }),
    estado.oirNovedades((n) => novedades.push(n.type)),
  ];
});
afterEach(() => {
  estado.cerrarSocket();
  for (const d of dejar) d();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const pasan = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it("a session that ended is not asked after at once: the browser may be about to get another", async () => {
  quienes = [{ yo: ana }];
  Enchufe.ultimo.saludar(3);
  Enchufe.ultimo.cortarse(CIERRE.sesionTerminada);
  await pasan(900);
  expect(preguntas).toBe(0);
  await pasan(1200);
  expect(preguntas).toBe(1);
});

it("opens again for who still is signed in, however often the question fails, and screens read what they missed", async () => {
  quienes = [null, null, { yo: ana }];
  Enchufe.ultimo.saludar(3);
  expect(novedades).toEqual(["hola"]);
  Enchufe.ultimo.cortarse(CIERRE.sesionTerminada);
  await pasan(60_000);
  expect(preguntas).toBe(3);
  expect(estado.cortado.value).toBe(true);
  expect(Enchufe.todos.length).toBeGreaterThan(1);
  Enchufe.ultimo.saludar(3);
  expect([estado.conectado.value, estado.cortado.value]).toEqual([true, false]);
  expect(novedades).toEqual(["hola", "releer", "hola"]);
});

it("who turns out to be somebody else gets their own, with nothing of the first", async () => {
  quienes = [{ yo: beto }];
  Enchufe.ultimo.saludar(3);
  Enchufe.ultimo.cortarse(CIERRE.sinSesion);
  await pasan(2500);
  expect(estado.sesion.value).toEqual(beto);
  expect(Enchufe.ultimo.url).toBe("wss://ciudad.example/api/ws?usuario=8");
  Enchufe.ultimo.saludar(50);
  expect(novedades).toEqual(["hola", "hola"]);
  expect([...guardado]).toEqual([
    ["baldosa.seq.7", "3"],
    ["baldosa.seq.8", "50"],
  ]);
});

it("over HTTP too it asks as whom the page shows, and takes nothing of somebody else", async () => {
  for (let i = 0; i < 4; i++) {
    Enchufe.ultimo.cortarse(1006);
    if (i < 3) await pasan(10_000);
  }
  await pasan(0);
  expect(pedidos).toEqual([["/api/avisos?limite=1", "7"]]);
});

it("nobody any more opens nothing, and is told of no missing connection", async () => {
  quienes = [{ yo: null }];
  Enchufe.ultimo.saludar(3);
  Enchufe.ultimo.cortarse(CIERRE.sesionTerminada);
  await pasan(60_000);
  expect(estado.sesion.value).toBeNull();
  expect(Enchufe.todos).toHaveLength(1);
  expect([preguntas, estado.cortado.value, estado.sinLeer.value]).toEqual([1, false, 0]);
});

it("a question that somebody else's sign-in has made idle is not asked", async () => {
  quienes = [{ yo: ana }];
  Enchufe.ultimo.cortarse(CIERRE.sesionTerminada);
  estado.sesion.value = null;
  await pasan(60_000);
  expect([preguntas, Enchufe.todos.length]).toEqual([0, 1]);
});
