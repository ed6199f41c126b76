import { CIERRE, PING, PONG, type Trama, type TramaCliente } from "../../contract/tramas.ts";

const PRIMERA_MS = 1000;
const TOPE_MS = 30_000;
const PING_MS = 25_000;
const SIN_PONG_MS = 10_000;

/** Wait before the try number `intento` (from 0): doubles up to half a minute, with half of it by chance. */
export function demora(intento: number, azar: number): number {
  const base = Math.min(TOPE_MS, PRIMERA_MS * 2 ** Math.min(intento, 10));
  return Math.round(base / 2 + (base / 2) * azar);
}

/** Where to resume: every aviso after `seq`, or only what comes from now on. */
export const direccion = (origen: string, seq: number | null): string =>
  `${origen.replace(/^http/, "ws")}/api/ws${seq === null ? "" : `?desde=${seq}`}`;

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

export type Escucha = {
  origen: string;
  leerSeq: () => number | null;
  alTrama: (trama: Trama) => void;
  alConectar: (conectado: boolean) => void;
  alTerminar: (codigo: number) => void;
};

export type Canal = {
  cerrar: () => void;
  despertar: () => void;
  /** Says it if the line is open now; nothing waits. */
  decir: (trama: TramaCliente) => void;
};

/** Keeps one socket alive: growing waits, a ping that notices dead lines, and a stop when the session ends. */
export function abrirCanal(e: Escucha): Canal {
  let ws: WebSocket | null = null;
  let intento = 0;
  let cerrado = false;
  let reintento: ReturnType<typeof setTimeout> | undefined;
  let latido: ReturnType<typeof setInterval> | undefined;
  let sinPong: ReturnType<typeof setTimeout> | undefined;

  const parar = () => {
    clearTimeout(reintento);
    clearInterval(latido);
    clearTimeout(sinPong);
  };

  const latir = (este: WebSocket) => {
    este.send(PING);
    clearTimeout(sinPong);
    sinPong = setTimeout(() => este.close(), SIN_PONG_MS);
  };

  const alCerrar = (este: WebSocket, codigo: number) => {
    if (este !== ws) return;
    parar();
    ws = null;
    e.alConectar(false);
    if (cerrado) return;
    if (esFinal(codigo)) {
      cerrado = true;
      e.alTerminar(codigo);
      return;
    }
    const lento = codigo === CIERRE.demasiados;
    reintento = setTimeout(conectar, lento ? TOPE_MS : demora(intento++, Math.random()));
  };

  function conectar(): void {
    parar();
    const este = new WebSocket(direccion(e.origen, e.leerSeq()));
    ws = este;
    este.onopen = () => {
      latido = setInterval(() => latir(este), PING_MS);
    };
    este.onmessage = ({ data }) => {
      clearTimeout(sinPong);
      if (data === PONG) return;
      const trama = leerTrama(data);
      if (!trama) return;
      if (trama.type === "hola") {
        intento = 0;
        e.alConectar(true);
      }
      e.alTrama(trama);
    };
    este.onclose = ({ code }) => alCerrar(este, code);
  }

  conectar();
  return {
    cerrar: () => {
      cerrado = true;
      parar();
      ws?.close(1000);
    },
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
