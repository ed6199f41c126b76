import { CIERRE, PING, PONG, type Trama, type TramaCliente } from "../../contract/tramas.ts";
import { esErrorApi } from "../api/error.ts";

const PRIMERA_MS = 1000;
const TOPE_MS = 30_000;
const PING_MS = 25_000;
const SIN_PONG_MS = 10_000;
/** A proxy may take a socket and never let anything through. */
const SIN_HOLA_MS = 10_000;
/** After so many in a row that did not open, what was missed is asked for over HTTP. */
const FALLIDOS_MAX = 3;

/** Wait before the try number `intento` (from 0): doubles up to half a minute, with half of it by chance. */
export function demora(intento: number, azar: number): number {
  const base = Math.min(TOPE_MS, PRIMERA_MS * 2 ** Math.min(intento, 10));
  return Math.round(base / 2 + (base / 2) * azar);
}

/** Whose it must be, and where to resume: every aviso after `seq`, or only what comes from now on. */
export const direccion = (origen: string, usuario: number, seq: number | null): string =>
  `${origen.replace(/^http/, "ws")}/api/ws?usuario=${usuario}${seq === null ? "" : `&desde=${seq}`}`;

/** A frame, or null for anything that is not one. */
export function leerTrama(crudo: unknown): Trama | null {
  if (typeof crudo !== "string") return null;
  try {
    const trama = JSON.parse(crudo) as Partial<Trama> | null;
    return trama && typeof trama.type === "string" && typeof trama.data === "object" && trama.data
      ? (trama as Trama)
      : null;
  } catch {
    return null;
  }
}

/** Ends that trying again cannot mend: the session is over. */
export const esFinal = (codigo: number): boolean =>
  codigo === CIERRE.sinSesion || codigo === CIERRE.sesionTerminada;

/** By which way news come; null: by none. */
export type Via = "socket" | "http" | null;

export type Escucha = {
  origen: string;
  /** Whom the page shows. This browser may be somebody else's by now: then nothing opens. */
  usuario: number;
  leerSeq: () => number | null;
  /** What the socket would have said: a hola, and the avisos after `seq`. @throws without an answer */
  ponerseAlDia: (seq: number | null) => Promise<Trama[]>;
  alTrama: (trama: Trama) => void;
  alConectar: (via: Via) => void;
  alTerminar: (codigo: number) => void;
};

export type Canal = {
  cerrar: () => void;
  despertar: () => void;
  /** Says it if the line is open now; nothing waits. */
  decir: (trama: TramaCliente) => void;
};

/**
 * Keeps one socket alive: growing waits, a ping that notices dead lines, and a stop when the session ends. Where no socket
 * opens, each try also asks over HTTP.
 */
export function abrirCanal(e: Escucha): Canal {
  let ws: WebSocket | null = null;
  let intento = 0;
  let cerrado = false;
  let reintento: ReturnType<typeof setTimeout> | undefined;
  let latido: ReturnType<typeof setInterval> | undefined;
  /** Until then something must have come. */
  let plazo: ReturnType<typeof setTimeout> | undefined;

  const parar = () => {
    clearTimeout(reintento);
    clearInterval(latido);
    clearTimeout(plazo);
  };

  const dejarSiCalla = (este: WebSocket, ms: number) => {
    clearTimeout(plazo);
    // It may take long to close, or for ever: from here on it is nobody's.
    plazo = setTimeout(() => {
      este.close();
      alCerrar(este, 1006);
    }, ms);
  };

  const latir = (este: WebSocket) => {
    este.send(PING);
    dejarSiCalla(este, SIN_PONG_MS);
  };

  const cerrar = () => {
    cerrado = true;
    parar();
    ws?.close(1000);
  };

  const terminar = (codigo: number) => {
    cerrar();
    e.alConectar(null);
    e.alTerminar(codigo);
  };

  const preguntar = async () => {
    let tramas: Trama[] | null = null;
    try {
      tramas = await e.ponerseAlDia(e.leerSeq());
    } catch (error) {
      // Where no socket opens, none can say that the session is over.
      if (!cerrado && esErrorApi(error) && error.status === 401) return terminar(CIERRE.sinSesion);
    }
    if (cerrado || ws?.readyState === WebSocket.OPEN) return;
    e.alConectar(tramas ? "http" : null);
    for (const trama of tramas ?? []) e.alTrama(trama);
  };

  const alCerrar = (este: WebSocket, codigo: number) => {
    if (este !== ws) return;
    parar();
    ws = null;
    if (cerrado) return;
    if (esFinal(codigo)) return terminar(codigo);
    if (intento < FALLIDOS_MAX) e.alConectar(null);
    else void preguntar();
    const lento = codigo === CIERRE.demasiados;
    reintento = setTimeout(conectar, lento ? TOPE_MS : demora(intento, Math.random()));
    intento += 1;
  };

  function conectar(): void {
    parar();
    const este = new WebSocket(direccion(e.origen, e.usuario, e.leerSeq()));
    ws = este;
    dejarSiCalla(este, SIN_HOLA_MS);
    este.onmessage = ({ data }) => {
      if (este !== ws) return;
      clearTimeout(plazo);
      if (data === PONG) return;
      const trama = leerTrama(data);
      if (!trama) return;
      if (trama.type === "hola") {
        intento = 0;
        clearInterval(latido);
        latido = setInterval(() => latir(este), PING_MS);
        e.alConectar("socket");
      }
      e.alTrama(trama);
    };
    este.onclose = ({ code }) => alCerrar(este, code);
  }

  conectar();
  return {
    cerrar,
    decir: (trama) => {
      if (ws?.readyState === WebSocket.OPEN) ws.send(JSON.stringify(trama));
    },
    /** The person came back or the signal did: do not wait for the timer. */
    despertar: () => {
      if (cerrado) return;
      if (ws === null) conectar();
      else if (ws.readyState === WebSocket.OPEN) latir(ws);
    },
  };
}
