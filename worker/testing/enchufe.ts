import type { Trama } from "../../contract/tramas.ts";

const PACIENCIA_MS = 15_000;

/** A client's end of a socket, that remembers everything it got. */
export class Enchufe {
  readonly tramas: Trama[] = [];
  /** Messages that are not JSON, like `pong`. */
  readonly crudos: string[] = [];
  cierre: { code: number; reason: string } | null = null;
  readonly ws: WebSocket;

  constructor(ws: WebSocket) {
    this.ws = ws;
    ws.accept();
    ws.addEventListener("message", ({ data }) => {
      const texto = typeof data === "string" ? data : "<binario>";
      if (texto.startsWith("{")) this.tramas.push(JSON.parse(texto) as Trama);
      else this.crudos.push(texto);
    });
    ws.addEventListener("close", ({ code, reason }) => {
      this.cierre = { code, reason };
    });
  }

  decir(mensaje: unknown): void {
    this.ws.send(typeof mensaje === "string" ? mensaje : JSON.stringify(mensaje));
  }

  /** Frames of a kind so far. */
  de<T extends Trama["type"]>(type: T): Extract<Trama, { type: T }>[] {
    return this.tramas.filter((t): t is Extract<Trama, { type: T }> => t.type === type);
  }

  get seqs(): number[] {
    return this.tramas.flatMap((t) => t.seq ?? []);
  }

  /** Waits until something holds. @throws when it does not in fifteen seconds */
  async hasta(que: (e: this) => boolean, quien = ""): Promise<void> {
    const fin = Date.now() + PACIENCIA_MS;
    while (!que(this)) {
      if (Date.now() > fin)
        throw new Error(
          `${quien} never came; got ${JSON.stringify(this.tramas.map((t) => t.type))}`,
        );
      await new Promise((r) => setTimeout(r, 5));
    }
  }

  /** Everything sent so far has arrived once a ping sent now is answered. */
  async alDia(): Promise<void> {
    const antes = this.crudos.length;
    this.ws.send("ping");
    await this.hasta((e) => e.crudos.length > antes || e.cierre !== null, "pong");
  }
}

/** A socket to the UserChannel of this person, past the doors. */
export async function enchufar(
  objetos: DurableObjectNamespace,
  usuarioId: number,
  desde?: number,
): Promise<Enchufe> {
  const url = `https://canal.invalid/${desde === undefined ? "" : `?desde=${desde}`}`;
  const respuesta = await objetos
    .getByName(String(usuarioId))
    .fetch(url, { headers: { Upgrade: "websocket" } });
  if (!respuesta.webSocket) throw new Error(`no socket: ${respuesta.status}`);
  const e = new Enchufe(respuesta.webSocket);
  await e.hasta((s) => s.de("hola").length > 0 || s.cierre !== null, "hola");
  return e;
}
