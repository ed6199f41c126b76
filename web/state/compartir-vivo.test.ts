import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Trama } from "../../contract/tramas.ts";
import type { Canal, Via } from "./canal.ts";
import { abrirCompartido } from "./compartir.ts";

/** What a browser gives to its tabs, played by the test: sockets, a radio between tabs, and a lock. */
class Enchufe {
  static readonly OPEN = 1;
  static todos: Enchufe[] = [];
  readyState = 1;
  onmessage: ((e: { data: unknown }) => void) | null = null;
  readonly url: string;
  constructor(url: string) {
    this.url = url;
    Enchufe.todos.push(this);
  }
  send(): void {}
  close(): void {
    this.readyState = 3;
  }
  recibir(trama: Trama): void {
    this.onmessage?.({ data: JSON.stringify(trama) });
  }
}
const vivos = () => Enchufe.todos.filter((s) => s.readyState === 1);

class Radio {
  static todas = new Set<Radio>();
  onmessage: ((e: { data: unknown }) => void) | null = null;
  /** A tab that the browser has put to sleep hears nothing. */
  dormida = false;
  constructor() {
    Radio.todas.add(this);
  }
  postMessage(data: unknown): void {
    for (const otra of Radio.todas)
      if (otra !== this)
        queueMicrotask(() => {
          if (Radio.todas.has(otra) && !otra.dormida) otra.onmessage?.({ data });
        });
  }
  close(): void {
    Radio.todas.delete(this);
  }
}

type Turno = { fn: () => Promise<void>; listo: () => void; falla: (e: Error) => void };
let dueno: Turno | null = null;
let fila: Turno[] = [];
function atender(): void {
  if (dueno) return;
  const turno = fila.shift();
  if (!turno) return;
  dueno = turno;
  void turno.fn().then(() => {
    if (dueno !== turno) return;
    dueno = null;
    turno.listo();
    atender();
  });
}
const request = (
  _nombre: string,
  { steal, signal }: { steal?: boolean; signal?: AbortSignal },
  fn: () => Promise<void>,
) =>
  new Promise<void>((listo, falla) => {
    const turno = { fn, listo, falla };
    signal?.addEventListener("abort", () => {
      fila = fila.filter((t) => t !== turno);
      if (dueno !== turno) falla(new Error("AbortError"));
    });
    if (steal) {
      const antes = dueno;
      dueno = null;
      fila.unshift(turno);
      antes?.falla(new Error("stolen"));
    } else fila.push(turno);
    queueMicrotask(atender);
  });

const at = "2026-11-25T18:00:00Z";
const hola = (seq: number): Trama => ({ type: "hola", at, data: { seq, sin_leer: 0 } });
const anuncio = (seq: number): Trama => ({
  type: "anuncio",
  seq,
  at,
  data: { id: seq, titulo: "t", texto: "x" },
});

let abiertos: Canal[];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  vi.stubGlobal("WebSocket", Enchufe);
  vi.stubGlobal("BroadcastChannel", Radio);
  vi.stubGlobal("navigator", { locks: { request } });
  vi.stubGlobal("document", { hidden: false });
  Enchufe.todos = [];
  Radio.todas.clear();
  [dueno, fila, abiertos] = [null, [], []];
});
afterEach(() => {
  for (const canal of abiertos) canal.cerrar();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pasan = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A tab: what it was told, each with its seq, and where it has come to. */
async function pestana() {
  const oido: number[] = [];
  const vias: Via[] = [];
  let seq: number | null = null;
  const antes = new Set(Radio.todas);
  const canal = abrirCompartido("baldosa.canal.1", {
    origen: "https://ciudad.example",
    usuario: 1,
    leerSeq: () => seq,
    ponerseAlDia: () => Promise.resolve([]),
    alTrama: (t) => {
      if (t.type === "hola") seq ??= t.data.seq;
      else if (t.seq !== undefined) {
        seq = t.seq;
        oido.push(t.seq);
      }
    },
    alConectar: (v) => vias.push(v),
    alTerminar: () => undefined,
  });
  abiertos.push(canal);
  const [radio] = [...Radio.todas].filter((r) => !antes.has(r));
  await pasan(0);
  return { canal, oido, vias, radio: radio as Radio };
}

it("tabs share one socket and hear the same, once; when its keeper goes another resumes where it was", async () => {
  const una = await pestana();
  vivos()[0]?.recibir(hola(4));
  const otra = await pestana();
  expect(vivos()).toHaveLength(1);
  vivos()[0]?.recibir(anuncio(5));
  await pasan(0);
  expect([una.oido, otra.oido]).toEqual([[5], [5]]);
  expect(otra.vias.at(-1)).toBe("socket");
  una.canal.cerrar();
  await pasan(0);
  expect(vivos().map((s) => s.url)).toEqual(["wss://ciudad.example/api/ws?usuario=1&desde=5"]);
});

it("a tab in sight takes the socket from a keeper that was put to sleep with the lock in its hands", async () => {
  const dormida = await pestana();
  vivos()[0]?.recibir(hola(4));
  const otra = await pestana();
  vivos()[0]?.recibir(anuncio(5));
  await pasan(0);
  dormida.radio.dormida = true;
  await pasan(25_000 + 2_999);
  expect(Enchufe.todos).toHaveLength(1);
  await pasan(2);
  expect(vivos().map((s) => s.url)).toEqual(["wss://ciudad.example/api/ws?usuario=1&desde=5"]);
  // The one that slept gave its socket up: never two.
  expect(Enchufe.todos).toHaveLength(2);
  vivos()[0]?.recibir(hola(5));
  vivos()[0]?.recibir(anuncio(6));
  await pasan(0);
  expect(otra.oido).toEqual([5, 6]);
});

it("tabs that are closed leave no timer, no lock and no socket behind", async () => {
  const tres = [await pestana(), await pestana(), await pestana()];
  for (const { canal } of tres) canal.cerrar();
  await pasan(0);
  expect(vi.getTimerCount()).toBe(0);
  expect([dueno, fila, vivos(), Radio.todas.size]).toEqual([null, [], [], 0]);
});
