import { type Catalogo, CIERRE } from "../../contract/tramas.ts";
import type { Desde, Entrega, Entregado, Leido, UserChannel } from "./UserChannel.ts";

export type { Desde, Entrega, Entregado, Leido };

export type RazonDeCierre = "sesion_terminada" | "bloqueado";

/** Everything that the rest of the Worker may ask of the objects. */
export type Canales = {
  /** Delivers an evento to one person; repeating it changes nothing. */
  deliver(usuarioId: number, eventoId: number, entrega: Entrega): Promise<Entregado>;
  /** Tells one person's open screens, and keeps nothing, that a catalogue changed. */
  contar(usuarioId: number, que: Catalogo): Promise<void>;
  markRead(usuarioId: number, hasta: number): Promise<Leido>;
  /** A page of the inbox, oldest first; without `desde` the newest avisos, of those before `antes`. */
  since(usuarioId: number, desde: number | null, limite: number, antes?: number): Promise<Desde>;
  /** Empties the inbox and closes the sockets of who is no longer here. */
  olvidar(usuarioId: number): Promise<void>;
  /** Gives a reclamo's title another wording in an inbox. */
  retitular(usuarioId: number, eventoId: number, titulo: string): Promise<void>;
  /** Closes all of a person's sockets with 4002. Gives back how many. */
  cerrar(usuarioId: number, razon: RazonDeCierre): Promise<number>;
  /** Closes the sockets that one session opened, with 4002. Gives back how many. */
  cerrarSesion(usuarioId: number, sesionId: number): Promise<number>;
  /**
   * Hands a WebSocket upgrade to the object. The caller has made sure that it is this user.
   * @returns 101, or 409 for a ticket that was used before
   */
  conectar(request: Request, usuarioId: number, con?: Conexion): Promise<Response>;
};

export type Conexion = {
  /** It may say and hear who is looking at a reclamo. */
  gestion?: boolean;
  /** Whose end is its end. */
  sesion?: { id: number; venceEn: number } | null;
  /** A one-use ticket's number and end, `n.epoch`. */
  boleto?: string;
};

/** A typed client of the UserChannel objects. */
export function canales(env: { USER_CHANNEL: DurableObjectNamespace<UserChannel> }): Canales {
  const de = (usuarioId: number) => env.USER_CHANNEL.getByName(String(usuarioId));
  return {
    deliver: async (usuarioId, eventoId, entrega) => de(usuarioId).deliver(eventoId, entrega),
    contar: async (usuarioId, que) => de(usuarioId).tellChange(que),
    markRead: async (usuarioId, hasta) => de(usuarioId).markRead(hasta),
    since: async (usuarioId, desde, limite, antes) => de(usuarioId).since(desde, limite, antes),
    olvidar: async (usuarioId) => de(usuarioId).forget(),
    retitular: async (usuarioId, eventoId, titulo) => de(usuarioId).retitle(eventoId, titulo),
    cerrar: async (usuarioId, razon) => de(usuarioId).close(CIERRE.sesionTerminada, razon),
    cerrarSesion: async (usuarioId, sesionId) => {
      const objeto = de(usuarioId);
      // For some minutes after a deploy an object may still run code that does not know of sessions.
      return objeto
        .closeSession(sesionId, CIERRE.sesionTerminada, "sesion_terminada")
        .catch(() => objeto.close(CIERRE.sesionTerminada, "sesion_terminada"));
    },
    async conectar(request, usuarioId, con) {
      // The object needs nothing else of the request; cookies and tokens stay here.
      const desde = new URL(request.url).searchParams.get("desde");
      const url = new URL("https://canal.invalid/");
      if (con?.gestion) url.searchParams.set("gestion", "1");
      if (con?.boleto) url.searchParams.set("boleto", con.boleto);
      if (con?.sesion) {
        url.searchParams.set("sesion", String(con.sesion.id));
        url.searchParams.set("vence", String(con.sesion.venceEn));
      }
      if (desde !== null) url.searchParams.set("desde", desde);
      const respuesta = await de(usuarioId).fetch(url, { headers: { Upgrade: "websocket" } });
      return new Response(null, { status: respuesta.status, webSocket: respuesta.webSocket });
    },
  };
}
