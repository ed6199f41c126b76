import { beforeEach, describe, expect, it } from "vitest";
import { type CodigoError, ERRORES } from "../../contract/errores.ts";
import { ErrorApi } from "../api/error.ts";
import type { Envio, EnvioNuevo } from "./envio.ts";
import { type Cola, crearCola } from "./motor-cola.ts";

const sinSenal = () => new ErrorApi("red", 0, null, null);
const fallo = (codigo: CodigoError, errores?: { campo: string; mensaje: string }[]): ErrorApi => {
  const { status, title } = ERRORES[codigo];
  const problema = { type: "", title, status, detail: "No.", codigo, requestId: "r" };
  return new ErrorApi("problema", status, errores ? { ...problema, errores } : problema, null);
};

const pedido = (ruta: string, mas: Partial<EnvioNuevo> = {}): EnvioNuevo => ({
  metodo: "POST",
  ruta,
  cuerpo: { version: 1 },
  fotos: [],
  grupo: ruta,
  asunto: ruta,
  ...mas,
});
const foto = (clave: string) => ({ clave, blob: new Blob([clave]) });

/** The store outlives a tab; a tab is a queue over it. */
let guardados: Map<number, Envio>;
let ultimo: number;
/** What reached the server, in order. */
let llegaron: { ruta: string; clave: string; usuario: number; cuerpo: Record<string, unknown> }[];
let subidas: string[];
/** What the server does next; undefined is a good answer. */
let server: (e: Envio) => unknown;
let alSubir: (clave: string) => void;
let reloj: { ms: number; hacer: () => void }[];
let avisos: number;
let ocupado: Promise<unknown>;

function abrirPestana(): Cola {
  return crearCola({
    almacen: {
      todos: async () => structuredClone([...guardados.values()]),
      agregar: async (e) => {
        ultimo += 1;
        guardados.set(ultimo, { ...e, id: ultimo });
        return ultimo;
      },
      poner: async (e) => void guardados.set(e.id, e),
      borrar: async (id) => void guardados.delete(id),
    },
    subirFoto: async (_e, _blob, clave) => {
      alSubir(clave);
      subidas.push(clave);
      return { id: subidas.length };
    },
    enviar: async (e, cuerpo) => {
      const respuesta = server(e);
      if (respuesta instanceof Error) throw respuesta;
      llegaron.push({ ruta: e.ruta, clave: e.clave, usuario: e.usuario, cuerpo });
      return respuesta ?? { hecho: e.ruta };
    },
    aSolas: (hacer) => {
      const turno = ocupado.then(hacer);
      ocupado = turno.catch(() => {});
      return turno;
    },
    contar: () => {
      avisos += 1;
    },
    esperar: (ms, hacer) => {
      const este = { ms, hacer };
      reloj.push(este);
      return () => {
        reloj = reloj.filter((x) => x !== este);
      };
    },
    ahora: () => 1000,
    azar: () => 1,
    clave: (
      (n) => () =>
        `clave-${++n}`
    )(0),
  });
}
/** All that was begun is done. */
const calma = async () => {
  for (let i = 0; i < 200; i += 1) await Promise.resolve();
};
const rutas = () => llegaron.map((x) => x.ruta);
const estados = (c: Cola) => c.envios.value.map((e) => `${e.ruta} ${e.estado}`);

let cola: Cola;
beforeEach(async () => {
  guardados = new Map();
  ultimo = 0;
  llegaron = [];
  subidas = [];
  reloj = [];
  avisos = 0;
  ocupado = Promise.resolve();
  server = () => undefined;
  alSubir = () => {};
  cola = abrirPestana();
  await cola.de(1);
});

describe("the queue", () => {
  it("sends at once when it can, and keeps the answer", async () => {
    await cola.encolar(pedido("/a", { clave: "mia" }));
    await calma();
    expect(llegaron).toMatchObject([{ ruta: "/a", clave: "mia", usuario: 1 }]);
    expect(cola.envios.value).toMatchObject([{ estado: "enviado", respuesta: { hecho: "/a" } }]);
    expect(cola.pendientes.value).toBe(0);
    expect(avisos).toBeGreaterThan(0);
  });

  it("keeps everything without signal, tries later, and sends in order with the same keys", async () => {
    server = sinSenal;
    for (const ruta of ["/a", "/b", "/c"]) await cola.encolar(pedido(ruta));
    await calma();
    const claves = cola.envios.value.map((e) => e.clave);
    expect(estados(cola)).toEqual(["/a guardado", "/b guardado", "/c guardado"]);
    expect(cola.pendientes.value).toBe(3);
    expect(reloj).toHaveLength(1);
    server = () => undefined;
    reloj.at(-1)?.hacer();
    await calma();
    expect(rutas()).toEqual(["/a", "/b", "/c"]);
    expect(llegaron.map((x) => x.clave)).toEqual(claves);
  });

  it("waits longer after each failure, and not at all once it is woken", async () => {
    server = sinSenal;
    await cola.encolar(pedido("/a"));
    await calma();
    const esperas = [reloj.at(-1)?.ms];
    for (let i = 0; i < 2; i += 1) {
      reloj.at(-1)?.hacer();
      await calma();
      esperas.push(reloj.at(-1)?.ms);
    }
    expect(esperas).toEqual([3000, 6000, 12_000]);
    server = () => undefined;
    cola.despertar();
    await calma();
    expect(rutas()).toEqual(["/a"]);
    expect(reloj).toHaveLength(0);
  });

  it("survives the tab: another one sends what was kept", async () => {
    server = sinSenal;
    await cola.encolar(pedido("/a"));
    await calma();
    server = () => undefined;
    const otra = abrirPestana();
    await otra.de(1);
    await calma();
    expect(rutas()).toEqual(["/a"]);
  });

  it("two tabs at once send each thing once", async () => {
    server = sinSenal;
    for (const ruta of ["/a", "/b"]) await cola.encolar(pedido(ruta));
    await calma();
    server = () => undefined;
    const otra = abrirPestana();
    await otra.de(1);
    cola.despertar();
    await calma();
    expect(rutas()).toEqual(["/a", "/b"]);
  });

  it("never sends what another person left", async () => {
    server = sinSenal;
    await cola.encolar(pedido("/de-una"));
    await calma();
    server = () => undefined;
    await cola.de(2);
    await cola.encolar(pedido("/de-otra"));
    await calma();
    expect(llegaron).toMatchObject([{ ruta: "/de-otra", usuario: 2 }]);
    expect(estados(cola)).toEqual(["/de-otra enviado"]);
    expect(cola.quedan.value).toBe(1);
    await cola.de(null);
    await expect(cola.encolar(pedido("/de-nadie"))).rejects.toThrow();
    await cola.de(1);
    await calma();
    expect(llegaron.at(-1)).toMatchObject({ ruta: "/de-una", usuario: 1 });
  });

  it("stops when the session is over, and goes on when its owner is back", async () => {
    server = () => fallo("sin_sesion");
    await cola.encolar(pedido("/a"));
    await calma();
    expect(cola.sinSesion.value).toBe(true);
    expect(estados(cola)).toEqual(["/a guardado"]);
    server = () => undefined;
    cola.despertar();
    await calma();
    expect(rutas()).toEqual([]);
    await cola.de(1);
    await calma();
    expect(rutas()).toEqual(["/a"]);
  });
});

describe("photos", () => {
  it("go up first, each once, though the request has to be tried again", async () => {
    server = sinSenal;
    await cola.encolar(pedido("/a", { fotos: [foto("f1"), foto("f2")] }));
    await calma();
    expect(subidas).toEqual(["f1", "f2"]);
    server = () => undefined;
    cola.despertar();
    await calma();
    expect(subidas).toEqual(["f1", "f2"]);
    expect(llegaron[0]?.cuerpo).toEqual({ version: 1, fotos: [1, 2] });
    // Sent: the pictures no longer take up room here.
    expect(cola.envios.value[0]?.fotos).toEqual([]);
  });
  it("that are half up go on from there", async () => {
    alSubir = (clave) => {
      if (clave === "f2") throw sinSenal();
    };
    await cola.encolar(pedido("/a", { fotos: [foto("f1"), foto("f2")] }));
    await calma();
    alSubir = () => {};
    cola.despertar();
    await calma();
    expect(subidas).toEqual(["f1", "f2"]);
    expect(rutas()).toEqual(["/a"]);
  });
  it("that expired meanwhile go up again, as new ones", async () => {
    server = (e) =>
      e.renovado ? undefined : fallo("datos_invalidos", [{ campo: "fotos", mensaje: "No." }]);
    await cola.encolar(pedido("/a", { fotos: [foto("f1")] }));
    await calma();
    expect(subidas).toHaveLength(2);
    expect(subidas[1]).not.toBe("f1");
    expect(llegaron[0]?.cuerpo.fotos).toEqual([2]);
  });
});

describe("a conflict", () => {
  const deDos = async () => {
    server = (e) => (e.ruta === "/a" ? fallo("version_vieja") : undefined);
    await cola.encolar(pedido("/a", { fotos: [foto("f1")] }));
    await cola.encolar(pedido("/a/despues", { grupo: "/a" }));
    await cola.encolar(pedido("/b"));
    await calma();
  };
  it("is parked with the server's words, and holds its group alone", async () => {
    await deDos();
    expect(rutas()).toEqual(["/b"]);
    expect(estados(cola)).toEqual(["/a conflicto", "/a/despues guardado", "/b enviado"]);
    expect(cola.envios.value[0]?.problema?.codigo).toBe("version_vieja");
    expect(cola.envios.value[0]?.fotos).toHaveLength(1);
    expect(cola.pendientes.value).toBe(2);
  });
  it("goes out again as the person wants it now, under another key, and its group after it", async () => {
    await deDos();
    const antes = cola.envios.value[0] as Envio;
    server = () => undefined;
    await cola.reenviar(antes.id, { version: 7 });
    await calma();
    expect(rutas()).toEqual(["/b", "/a", "/a/despues"]);
    expect(llegaron[1]?.cuerpo).toEqual({ version: 7, fotos: [1] });
    expect(llegaron[1]?.clave).not.toBe(antes.clave);
    expect(subidas).toEqual(["f1"]);
  });
  it("dropped, lets its group go on", async () => {
    await deDos();
    await cola.olvidar(cola.envios.value[0]?.id ?? 0);
    cola.despertar();
    await calma();
    expect(rutas()).toEqual(["/b", "/a/despues"]);
  });
  it("comes of our own failures too, after many, and then keeps its key", async () => {
    server = () => fallo("interno");
    await cola.encolar(pedido("/a"));
    await calma();
    for (let i = 0; i < 20; i += 1) {
      cola.despertar();
      await calma();
    }
    const parado = cola.envios.value[0] as Envio;
    expect(parado.estado).toBe("conflicto");
    server = () => undefined;
    await cola.reenviar(parado.id);
    await calma();
    expect(llegaron).toMatchObject([{ clave: parado.clave }]);
  });
});

it("what could not be kept is not said to be", async () => {
  const llena = crearCola({
    ...({} as Parameters<typeof crearCola>[0]),
    almacen: {
      todos: async () => [],
      agregar: () => Promise.reject(new Error("QuotaExceededError")),
      poner: async () => {},
      borrar: async () => {},
    },
    aSolas: (hacer) => hacer(),
    ahora: () => 0,
    clave: () => "c",
  });
  await llena.de(1);
  await expect(llena.encolar(pedido("/a"))).rejects.toThrow("Quota");
});
