import { DurableObject } from "cloudflare:workers";
import { LIMITES } from "../../contract/limites.ts";
import { iso } from "../../contract/tiempo.ts";
import {
  type Aviso,
  type Catalogo,
  CIERRE,
  PING,
  PONG,
  type Trama,
  type TramaReclamo,
  type TramaViendo,
} from "../../contract/tramas.ts";
import { type AvisoGuardado, Bandeja, type Contadores } from "./bandeja.ts";
import { type Presencia, tramaViendo } from "./Presencia.ts";
import { leerTramaCliente, pesa } from "./trama-cliente.ts";

const SOCKETS_MAX = 20;
const RECORTE_MS = 60_000;
const OLVIDO_MS = 86_400_000;

export type Entrega = { aviso?: Aviso | undefined; silencio?: TramaReclamo | undefined };
export type Entregado = { seq: number | null; nuevo: boolean };
export type Desde = Contadores & { items: AvisoGuardado[]; hueco: boolean };
export type Leido = Contadores & { hasta: number };

/** What the socket itself remembers while the object sleeps. Sockets from before a deploy lack what it added. */
type Adjunto = {
  orden: number;
  /** It may say, and hear, who is looking at a reclamo. */
  gestion?: true;
  /** The reclamos that this browser shows; before several tabs shared a socket, the only one. */
  viendo?: number | number[];
  /** The session it was opened with, and when that ends (epoch seconds). */
  sesion?: number;
  vence?: number;
};

const segundos = () => Math.floor(Date.now() / 1000);

/**
 * One object per user, named by the user's id: a durable inbox and the sockets of all their tabs and devices. Sockets
 * hibernate, so nothing that matters lives in a field.
 */
export class UserChannel extends DurableObject<Env> {
  readonly #bandeja: Bandeja;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#bandeja = new Bandeja(ctx.storage);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(PING, PONG));
  }

  /**
   * Delivers an evento once, however often it is called: the aviso to the inbox and, with its seq, to every open socket; the
   * silent frame to the sockets alone. An aviso that is itself a `reclamo_actualizado` makes the silent one superfluous.
   */
  async deliver(eventoId: number, { aviso, silencio }: Entrega): Promise<Entregado> {
    const antes = this.#bandeja.entregado(eventoId);
    if (antes !== undefined) return { seq: antes, nuevo: false };
    const guardado = this.#bandeja.guardar(eventoId, aviso, segundos());
    if (guardado) this.#difundir(guardado);
    if (silencio && guardado?.type !== "reclamo_actualizado") this.#difundir(silencio);
    await this.#programarRecorte();
    return { seq: guardado?.seq ?? null, nuevo: true };
  }

  /** Tells every open socket that a catalogue is another now. Nothing is kept: who is not there reads it when they come. */
  async tellChange(que: Catalogo): Promise<void> {
    this.#difundir({ type: "catalogo", at: iso(segundos()), data: { que } });
  }

  /** Marks every aviso up to `hasta` as read and tells all the sockets. */
  async markRead(hasta: number): Promise<Leido> {
    return this.#marcarLeidos(hasta);
  }

  /** A page of the inbox, oldest first: what came after `desde`, or without it the newest, of those before `antes`. */
  async since(desde: number | null, limite: number, antes?: number): Promise<Desde> {
    const items =
      desde === null
        ? this.#bandeja.ultimos(limite, antes)
        : this.#bandeja.despuesDe(desde, limite);
    return {
      ...this.#bandeja.contadores(),
      items,
      hueco: desde !== null && this.#bandeja.hueco(desde),
    };
  }

  /** Empties it for good: the account was deleted. */
  async forget(): Promise<void> {
    await this.close(CIERRE.sesionTerminada, "sesion_terminada");
    this.#bandeja.vaciar();
    await this.#programarRecorte();
  }

  /** A title that told who somebody was reads differently from now on. */
  async retitle(eventoId: number, titulo: string): Promise<void> {
    this.#bandeja.retitular(eventoId, titulo);
  }

  /** Closes every socket, as when the account is blocked. Gives back how many there were. */
  async close(code: number, reason: string): Promise<number> {
    const abiertos = this.ctx.getWebSockets();
    for (const ws of abiertos) cerrar(ws, code, reason);
    return abiertos.length;
  }

  /** Closes the sockets of one session, and those whose session nobody knows: they come back if theirs is another. */
  async closeSession(sesion: number, code: number, reason: string): Promise<number> {
    const suyos = this.ctx
      .getWebSockets()
      .filter((ws) => (adjuntoDe(ws).sesion ?? sesion) === sesion);
    for (const ws of suyos) cerrar(ws, code, reason);
    return suyos.length;
  }

  /**
   * The WebSocket upgrade. Whoever calls has made sure of the person; `?desde=N` replays what came after N, `?boleto=` is
   * spent here.
   */
  override async fetch(request: Request): Promise<Response> {
    const { searchParams } = new URL(request.url);
    const numero = (nombre: string): number | undefined => {
      const texto = searchParams.get(nombre);
      return texto !== null && /^\d{1,12}$/.test(texto) ? Number(texto) : undefined;
    };
    const desde = numero("desde") ?? null;
    const boleto = searchParams.get("boleto");
    if (boleto !== null && !(await this.#gastar(boleto)))
      return new Response(null, { status: 409 });
    const { 0: cliente, 1: servidor } = new WebSocketPair();
    const orden = this.#hacerLugar();
    this.ctx.acceptWebSocket(servidor);
    const [sesion, vence] = [numero("sesion"), numero("vence")];
    servidor.serializeAttachment({
      orden,
      ...(searchParams.get("gestion") === "1" ? { gestion: true } : {}),
      ...(sesion === undefined ? {} : { sesion }),
      ...(vence === undefined ? {} : { vence }),
    } satisfies Adjunto);

    const hueco = desde !== null && this.#bandeja.hueco(desde);
    const { seq, sin_leer } = this.#bandeja.contadores();
    enviar(servidor, {
      type: "hola",
      at: iso(segundos()),
      data: hueco ? { sin_leer, seq, hueco: true } : { sin_leer, seq },
    });
    if (desde !== null)
      // All of it: with a part left out, what comes next would be taken for what follows.
      for (const { trama } of this.#bandeja.despuesDe(desde)) servidor.send(trama);
    return new Response(null, { status: 101, webSocket: cliente });
  }

  override async webSocketMessage(ws: WebSocket, mensaje: string | ArrayBuffer): Promise<void> {
    if (pesa(mensaje) > LIMITES.tramaClienteBytesMax) {
      cerrar(ws, CIERRE.grande, "Mensaje demasiado grande");
      return;
    }
    const trama = leerTramaCliente(mensaje);
    if (trama?.type === "leido") await this.#marcarLeidos(trama.hasta, ws);
    if (trama?.type === "viendo") await this.#mirar(ws, trama.ids);
  }

  /** Passes a frame that nothing keeps to the tabs that show this reclamo. */
  async viendo(trama: TramaViendo): Promise<void> {
    for (const ws of this.ctx.getWebSockets())
      if (mostradosPor(ws).includes(trama.data.id)) enviar(ws, trama);
  }

  /** Hibernation leaves it to us to answer the close. */
  override async webSocketClose(ws: WebSocket, code: number): Promise<void> {
    await this.#mirar(ws, []);
    // 1005, 1006 and 1015 say that no code came: they may be received, never sent.
    cerrar(ws, code === 1005 || code === 1006 || code === 1015 ? 1000 : code, "");
  }

  override async webSocketError(ws: WebSocket): Promise<void> {
    await this.#mirar(ws, []);
    cerrar(ws, 1011, "");
  }

  override async alarm(): Promise<void> {
    this.#bandeja.recortar(segundos());
    if (this.#bandeja.recuerda) await this.ctx.storage.setAlarm(Date.now() + OLVIDO_MS);
  }

  /** This browser now shows these reclamos. One that it showed is left when no other socket of the person shows it. */
  async #mirar(ws: WebSocket, ids: readonly number[]): Promise<void> {
    const yo = Number(this.ctx.id.name);
    const { viendo: _, ...resto } = adjuntoDe(ws);
    if (!resto.gestion || !Number.isSafeInteger(yo)) return;
    const antes = mostradosPor(ws);
    ws.serializeAttachment({
      ...resto,
      ...(ids.length === 0 ? {} : { viendo: [...ids] }),
    } satisfies Adjunto);
    const otros = this.ctx
      .getWebSockets()
      .flatMap((otro) => (otro === ws ? [] : mostradosPor(otro)));
    const dejados = antes.filter((id) => !ids.includes(id) && !otros.includes(id));
    // It is only a courtesy: what fails counts again the next time it is said.
    await Promise.allSettled([
      ...dejados.map((id) => this.#presencia(id).salir(yo)),
      ...ids.map(async (id) => enviar(ws, tramaViendo(id, await this.#presencia(id).entrar(yo)))),
    ]);
  }

  #presencia(reclamo: number): DurableObjectStub<Presencia> {
    return this.env.PRESENCIA.getByName(String(reclamo));
  }

  /** A client may name more than there is; what is not there yet is not read. */
  async #marcarLeidos(dicho: number, menos?: WebSocket): Promise<Leido> {
    const ahora = segundos();
    const hasta = Math.min(dicho, this.#bandeja.contadores().seq);
    const eventos = this.#bandeja.leer(hasta, ahora);
    const contadores = this.#bandeja.contadores();
    if (eventos.length > 0) {
      this.#difundir(
        { type: "leido", at: iso(ahora), data: { hasta, sin_leer: contadores.sin_leer } },
        menos,
      );
      await this.#avisarLectura(eventos);
    }
    return { hasta, ...contadores };
  }

  /** The state of the deliveries in D1 follows by queue; it is only for staff to look at, so a loss is no harm. */
  async #avisarLectura(leidos: number[]): Promise<void> {
    const usuario = Number(this.ctx.id.name);
    if (!Number.isSafeInteger(usuario)) return;
    await this.env.MULTITUD.send({ usuario_id: usuario, leidos }).catch(() => undefined);
  }

  #difundir(trama: Trama, menos?: WebSocket): void {
    const ahora = segundos();
    for (const ws of this.ctx.getWebSockets()) {
      if ((adjuntoDe(ws).vence ?? Number.POSITIVE_INFINITY) <= ahora)
        cerrar(ws, CIERRE.sesionTerminada, "sesion_terminada");
      else if (ws !== menos) enviar(ws, trama);
    }
  }

  /** @param boleto its number and when it ends, `n.epoch` */
  async #gastar(boleto: string): Promise<boolean> {
    const vence = Number(boleto.split(".")[1]);
    if (!Number.isSafeInteger(vence) || !this.#bandeja.gastar(boleto, vence)) return false;
    await this.#programarRecorte();
    return true;
  }

  /** Closes the oldest sockets until one more fits. Gives back the place of the new one in the order of arrival. */
  #hacerLugar(): number {
    const abiertos = this.ctx
      .getWebSockets()
      .filter((ws) => ws.readyState === WebSocket.OPEN)
      .map((ws) => ({ ws, orden: adjuntoDe(ws).orden }))
      .sort((a, b) => a.orden - b.orden);
    for (const { ws } of abiertos.slice(0, Math.max(0, abiertos.length - SOCKETS_MAX + 1)))
      cerrar(ws, CIERRE.demasiados, "Demasiadas conexiones abiertas");
    return (abiertos.at(-1)?.orden ?? 0) + 1;
  }

  async #programarRecorte(): Promise<void> {
    const cuando = Date.now() + (this.#bandeja.sobra ? RECORTE_MS : OLVIDO_MS);
    const puesta = await this.ctx.storage.getAlarm();
    if (puesta === null || puesta > cuando) await this.ctx.storage.setAlarm(cuando);
  }
}

const adjuntoDe = (ws: WebSocket): Adjunto =>
  (ws.deserializeAttachment() as Adjunto | null) ?? { orden: 0 };

const mostradosPor = (ws: WebSocket): number[] => [adjuntoDe(ws).viendo ?? []].flat();

/** A socket on its way out refuses; its owner gets everything again by replay. */
function enviar(ws: WebSocket, trama: Trama): void {
  try {
    ws.send(JSON.stringify(trama));
  } catch {
    cerrar(ws, 1011, "");
  }
}

function cerrar(ws: WebSocket, code: number, reason: string): void {
  try {
    ws.close(code, reason);
  } catch {
    // Already closed.
  }
}
