import { LIMITES } from "../../contract/limites.ts";
import type { Trama, TramaCliente, TramaHola } from "../../contract/tramas.ts";
import { abrirCanal, type Canal, type Escucha, type Via } from "./canal.ts";

/** How often a tab in sight looks whether who has the socket is still there, and how long it waits for the answer. */
const MIRAR_MS = 25_000;
const CALLADA_MS = 3000;

/** What tabs of a browser say to each other. One of them, the keeper, has the socket; a lock says which. */
type Mensaje =
  | { type: "trama"; trama: Trama }
  | { type: "via"; via: Via }
  | { type: "fin"; codigo: number }
  /** To the tab that asked: how things stand. */
  | { type: "aca"; para: string; via: Via; hola: TramaHola | null }
  | { type: "estas"; de: string; despertar: boolean }
  | { type: "decir"; de: string; trama: TramaCliente }
  | { type: "adios"; de: string };

/** What all the tabs show, in one message; who said nothing for long no longer counts. Times in milliseconds. */
export class Mirados {
  readonly #tabs = new Map<string, { id: number; en: number }>();

  decir(tab: string, id: number | null, en: number): TramaCliente {
    if (id === null) this.#tabs.delete(tab);
    else this.#tabs.set(tab, { id, en });
    for (const [otro, visto] of this.#tabs)
      if (en - visto.en > LIMITES.presenciaSegundos * 1000) this.#tabs.delete(otro);
    const ids = [...new Set([...this.#tabs.values()].map((v) => v.id))];
    return { type: "viendo", ids: ids.slice(-LIMITES.viendoMax) };
  }

  tiene(tab: string): boolean {
    return this.#tabs.has(tab);
  }
}

/** Where the unread and the newest seq stand after a frame: what a tab that opens later is told. */
export function seguir(hola: TramaHola | null, trama: Trama): TramaHola | null {
  if (trama.type === "hola")
    return { ...trama, data: { seq: trama.data.seq, sin_leer: trama.data.sin_leer } };
  if (!hola) return null;
  const data = { ...hola.data };
  if (trama.type === "leido") data.sin_leer = trama.data.sin_leer;
  else if (trama.seq !== undefined && trama.seq > data.seq) {
    data.seq = trama.seq;
    data.sin_leer += 1;
  } else return hola;
  return { ...hola, data };
}

export const sePuedeCompartir = (): boolean =>
  typeof BroadcastChannel !== "undefined" && "locks" in navigator;

/**
 * One socket for all the tabs of this browser that have the same name: whoever holds the lock keeps it and passes on what
 * comes; when it goes, or is heard of no more, another takes its place and resumes where that one had come to.
 */
export function abrirCompartido(nombre: string, e: Escucha): Canal {
  const yo = crypto.randomUUID();
  const mirados = new Mirados();
  let radio: BroadcastChannel;
  let canal: Canal | null = null;
  let hola: TramaHola | null = null;
  let via: Via = null;
  let soltar: (() => void) | null = null;
  let cola = new AbortController();
  let mirar: ReturnType<typeof setInterval> | undefined;
  let callada: ReturnType<typeof setTimeout> | undefined;
  /** What comes is told in its order, also while what was missed before is still being asked for. */
  let turno = Promise.resolve();

  const contar = (m: Mensaje) => radio.postMessage(m);
  const oirTrama = (trama: Trama) => {
    turno = turno.then(() => e.alTrama(trama));
  };

  /** The keeper's own ear: everything goes on to the others. */
  const deJefa: Escucha = {
    ...e,
    alTrama: (trama) => {
      hola = seguir(hola, trama);
      contar({ type: "trama", trama });
      oirTrama(trama);
    },
    alConectar: (nueva) => {
      via = nueva;
      contar({ type: "via", via });
      e.alConectar(via);
    },
    alTerminar: (codigo) => {
      contar({ type: "fin", codigo });
      e.alTerminar(codigo);
    },
  };

  const guardar = () =>
    new Promise<void>((listo) => {
      soltar = listo;
      canal = abrirCanal(deJefa);
    });

  const dejar = () => {
    canal?.cerrar();
    canal = null;
    soltar?.();
    soltar = null;
  };

  /** Waits for its turn to keep the socket; `ya` takes it from a keeper that does not answer. */
  function pedirTurno(ya: boolean): void {
    cola.abort();
    cola = new AbortController();
    const { signal } = cola;
    navigator.locks.request(nombre, ya ? { steal: true } : { signal }, guardar).catch(() => {
      // Taken away, or no longer wanted.
      if (signal.aborted) return;
      dejar();
      pedirTurno(false);
    });
  }

  function ponerseAlDia(dice: TramaHola): void {
    oirTrama(dice);
    turno = turno.then(async () => {
      const seq = e.leerSeq();
      if (seq === null || seq >= dice.data.seq) return;
      for (const trama of await e.ponerseAlDia(seq).catch(() => [])) e.alTrama(trama);
    });
  }

  const decirPor = (tab: string, trama: TramaCliente) => {
    if (trama.type === "viendo" && "id" in trama)
      canal?.decir(mirados.decir(tab, trama.id, Date.now()));
    else canal?.decir(trama);
  };

  function oir({ data: m }: MessageEvent<Mensaje>): void {
    if (canal) {
      if (m.type === "estas") {
        if (m.despertar) canal.despertar();
        contar({ type: "aca", para: m.de, via, hola });
      } else if (m.type === "decir") decirPor(m.de, m.trama);
      else if (m.type === "adios" && mirados.tiene(m.de))
        canal.decir(mirados.decir(m.de, null, Date.now()));
      return;
    }
    if (m.type === "trama") {
      hola = seguir(hola, m.trama);
      oirTrama(m.trama);
    } else if (m.type === "via") {
      via = m.via;
      e.alConectar(via);
    } else if (m.type === "fin") e.alTerminar(m.codigo);
    else if (m.type === "aca" && m.para === yo) {
      clearTimeout(callada);
      if (via !== m.via) {
        via = m.via;
        e.alConectar(via);
      }
      if (m.hola && hola === null) {
        hola = m.hola;
        ponerseAlDia(m.hola);
      }
    }
  }

  const preguntar = (despertar: boolean) => {
    if (canal) {
      if (despertar) canal.despertar();
      return;
    }
    contar({ type: "estas", de: yo, despertar });
    clearTimeout(callada);
    // A keeper in a tab that the browser has put to sleep holds its lock and does nothing.
    callada = setTimeout(() => {
      if (!canal && !document.hidden) pedirTurno(true);
    }, CALLADA_MS);
  };

  function arrancar(): void {
    radio = new BroadcastChannel(nombre);
    radio.onmessage = oir;
    hola = null;
    pedirTurno(false);
    preguntar(false);
    mirar = setInterval(() => {
      if (!document.hidden) preguntar(false);
    }, MIRAR_MS);
  }
  function parar(): void {
    clearInterval(mirar);
    clearTimeout(callada);
    contar({ type: "adios", de: yo });
    cola.abort();
    dejar();
    radio.close();
  }
  // A page that goes may be kept asleep and come back: it must not keep the socket meanwhile.
  const alVolver = ({ persisted }: PageTransitionEvent) => {
    if (persisted) arrancar();
  };

  arrancar();
  addEventListener("pagehide", parar);
  addEventListener("pageshow", alVolver);
  return {
    cerrar: () => {
      removeEventListener("pagehide", parar);
      removeEventListener("pageshow", alVolver);
      parar();
    },
    despertar: () => preguntar(true),
    decir: (trama) => {
      if (canal) decirPor(yo, trama);
      else contar({ type: "decir", de: yo, trama });
    },
  };
}
