import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CIERRE, PING, PONG, type Trama } from "../../contract/tramas.ts";
import { ErrorApi } from "../api/error.ts";
import { abrirCanal, type Canal, type Via } from "./canal.ts";

/** A browser's socket as the page sees it, played by the test: it opens, says, keeps silent, and closes. */
class Enchufe {
  static readonly OPEN = 1;
  static todos: Enchufe[] = [];
  readyState = 0;
  dicho: string[] = [];
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
  send(texto: string): void {
    this.dicho.push(texto);
  }
  close(): void {
    this.readyState = 2;
  }
  /** What the other side does. */
  recibir(data: unknown): void {
    this.onmessage?.({ data });
  }
  abrirse(): void {
    this.readyState = 1;
    this.recibir(JSON.stringify(hola(7)));
  }
  cortarse(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}

const at = "2026-11-25T18:00:00Z";
const hola = (seq: number): Trama => ({ type: "hola", at, data: { seq, sin_leer: 0 } });

let canal: Canal;
let vias: Via[];
let fines: number[];
let tramas: Trama[];
let seq: number | null;
let alDia: () => Promise<Trama[]>;
let pedidos: (number | null)[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  vi.stubGlobal("WebSocket", Enchufe);
  vi.spyOn(Math, "random").mockReturnValue(1);
  Enchufe.todos = [];
  [vias, fines, tramas, seq, pedidos] = [[], [], [], 7, []];
  alDia = () => Promise.resolve([]);
  canal = abrirCanal({
    origen: "https://ciudad.example",
    usuario: 7,
    leerSeq: () => seq,
    ponerseAlDia: (desde) => {
      pedidos.push(desde);
      return alDia();
    },
    alTrama: (t) => tramas.push(t),
    alConectar: (v) => vias.push(v),
    alTerminar: (c) => fines.push(c),
  });
});
afterEach(() => {
  canal.cerrar();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const pasan = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** How long until another socket is asked for. */
async function esperaHastaOtro(): Promise<number> {
  const antes = Enchufe.todos.length;
  for (let ms = 0; ms <= 60_000; ms += 500) {
    if (Enchufe.todos.length > antes) return ms;
    await pasan(500);
  }
  return Number.POSITIVE_INFINITY;
}

describe("the heartbeat", () => {
  it("asks every 25 seconds, and an answer keeps the line", async () => {
    Enchufe.ultimo.abrirse();
    for (let i = 1; i <= 4; i++) {
      await pasan(25_000);
      expect(Enchufe.ultimo.dicho).toEqual(Array(i).fill(PING));
      Enchufe.ultimo.recibir(PONG);
    }
    await pasan(24_000);
    expect(Enchufe.todos).toHaveLength(1);
    expect(vias).toEqual(["socket"]);
  });

  it("leaves a line that does not answer within ten seconds, and resumes where it was on another", async () => {
    Enchufe.ultimo.abrirse();
    seq = 41;
    await pasan(25_000 + 9_999);
    expect(vias).toEqual(["socket"]);
    await pasan(1);
    expect(vias).toEqual(["socket", null]);
    const muerto = Enchufe.ultimo;
    expect(await esperaHastaOtro()).toBeLessThanOrEqual(1000);
    expect(Enchufe.ultimo.url).toBe("wss://ciudad.example/api/ws?usuario=7&desde=41");
    // What the dead one says after all is nobody's.
    muerto.recibir(JSON.stringify(hola(99)));
    muerto.cortarse();
    expect(tramas).toEqual([hola(7)]);
  });

  it("leaves a socket that was taken and says nothing", async () => {
    Enchufe.ultimo.readyState = 1;
    await pasan(10_000);
    expect(vias).toEqual([null]);
    expect(await esperaHastaOtro()).toBeLessThanOrEqual(1000);
  });

  it("asks at once when the person comes back, and opens at once when there is none", async () => {
    Enchufe.ultimo.abrirse();
    canal.despertar();
    expect(Enchufe.ultimo.dicho).toEqual([PING]);
    Enchufe.ultimo.cortarse();
    canal.despertar();
    expect(Enchufe.todos).toHaveLength(2);
    await pasan(9_000);
    // The wait that was under way is no more.
    expect(Enchufe.todos).toHaveLength(2);
  });
});

describe("after a cut", () => {
  it("each try waits longer, up to half a minute; a hola makes the next short again", async () => {
    const esperas: number[] = [];
    for (let i = 0; i < 7; i++) {
      Enchufe.ultimo.cortarse();
      esperas.push(await esperaHastaOtro());
    }
    expect(esperas).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    Enchufe.ultimo.abrirse();
    Enchufe.ultimo.cortarse();
    expect(await esperaHastaOtro()).toBe(1000);
  });

  it("from the fourth try that does not open on, what was missed comes over HTTP, once a try", async () => {
    alDia = () => Promise.resolve([hola(9)]);
    for (let i = 0; i < 3; i++) {
      Enchufe.ultimo.cortarse();
      await esperaHastaOtro();
    }
    expect(pedidos).toEqual([]);
    expect(vias).toEqual([null, null, null]);
    Enchufe.ultimo.cortarse();
    await pasan(0);
    expect(pedidos).toEqual([7]);
    expect(vias.at(-1)).toBe("http");
    expect(tramas).toEqual([hola(9)]);
    await esperaHastaOtro();
    alDia = () => Promise.reject(new Error("sin señal"));
    Enchufe.ultimo.cortarse();
    await pasan(0);
    expect(pedidos).toHaveLength(2);
    expect(vias.at(-1)).toBeNull();
  });

  it("a session that is over where no socket opens is heard of over HTTP, and ends it", async () => {
    alDia = () => Promise.reject(new ErrorApi("problema", 401, null, null));
    for (let i = 0; i < 3; i++) {
      Enchufe.ultimo.cortarse();
      await esperaHastaOtro();
    }
    Enchufe.ultimo.cortarse();
    await pasan(60_000);
    expect(fines).toEqual([CIERRE.sinSesion]);
    expect(pedidos).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("one socket too many comes back slowly; the end of the session, never", async () => {
    Enchufe.ultimo.abrirse();
    Enchufe.ultimo.cortarse(CIERRE.demasiados);
    expect(await esperaHastaOtro()).toBe(30_000);
    Enchufe.ultimo.abrirse();
    Enchufe.ultimo.cortarse(CIERRE.sesionTerminada);
    expect(fines).toEqual([CIERRE.sesionTerminada]);
    expect(vi.getTimerCount()).toBe(0);
    canal.despertar();
    await pasan(60_000);
    expect(Enchufe.todos).toHaveLength(2);
  });
});

describe("what is left behind", () => {
  it("nothing, once it is closed: also in the middle of a wait, of a ping or of a question", async () => {
    const momentos: (() => Promise<void> | void)[] = [
      () => {},
      () => Enchufe.ultimo.abrirse(),
      async () => {
        Enchufe.ultimo.abrirse();
        await pasan(25_000);
      },
      () => Enchufe.ultimo.cortarse(),
    ];
    for (const llegar of momentos) {
      Enchufe.todos = [];
      canal.cerrar();
      canal = abrirCanal({
        origen: "https://ciudad.example",
        leerSeq: () => null,
        ponerseAlDia: () => Promise.resolve([]),
        alTrama: () => undefined,
        alConectar: () => undefined,
        alTerminar: () => undefined,
      });
      await llegar();
      canal.cerrar();
      expect(vi.getTimerCount()).toBe(0);
      await pasan(120_000);
      expect(Enchufe.todos).toHaveLength(1);
    }
  });

  it("a frame of a kind, or with a field, that this page does not know harms nothing", () => {
    Enchufe.ultimo.abrirse();
    for (const raro of ["{", "null", '{"type":"nuevo_invento","at":"x","data":{"a":1}}', "[]"])
      Enchufe.ultimo.recibir(raro);
    Enchufe.ultimo.recibir(JSON.stringify({ ...hola(8), algo: { nuevo: true } }));
    expect(tramas.map((t) => t.type)).toEqual(["hola", "nuevo_invento", "hola"]);
    expect(vias.at(-1)).toBe("socket");
  });
});
