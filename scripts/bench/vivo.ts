import { type Medida, medida } from "./medir.ts";
import { tokenDe } from "./mundo.ts";

type Marco = { type: string; seq?: number };

const A_LA_VEZ = 25;
const PACIENCIA_MS = 10_000;

/** People with a socket open, and when each one's next aviso comes in. */
export class Oyentes {
  readonly #sockets: WebSocket[] = [];
  readonly #ultimo = new Map<number, number>();
  readonly #esperas = new Map<number, (cuando: number) => void>();
  perdidas = 0;
  repetidas = 0;

  /** Opens a socket for each of them, a few at once, and waits for its `hola`. */
  async conectar(url: URL, usuarioIds: readonly number[]): Promise<void> {
    for (let i = 0; i < usuarioIds.length; i += A_LA_VEZ)
      await Promise.all(usuarioIds.slice(i, i + A_LA_VEZ).map((id) => this.#abrir(url, id)));
  }

  #abrir(url: URL, usuarioId: number): Promise<void> {
    return new Promise((listo, falla) => {
      const socket = new WebSocket(`ws://${url.host}/ws/${tokenDe(usuarioId)}`);
      this.#sockets.push(socket);
      socket.addEventListener("error", () => falla(new Error(`socket de ${usuarioId}`)));
      socket.addEventListener("message", ({ data }) => {
        const marco = JSON.parse(String(data)) as Marco;
        if (marco.type === "hola") listo();
        else if (marco.seq !== undefined) this.#llego(usuarioId, marco.seq);
      });
    });
  }

  #llego(usuarioId: number, seq: number): void {
    if (seq <= (this.#ultimo.get(usuarioId) ?? 0)) {
      this.repetidas += 1;
      return;
    }
    this.#ultimo.set(usuarioId, seq);
    this.#esperas.get(usuarioId)?.(performance.now());
  }

  /** The moment of this person's next aviso, in this process's milliseconds; null when it never came. */
  siguiente(usuarioId: number): Promise<number | null> {
    return new Promise((listo) => {
      const reloj = setTimeout(() => {
        this.perdidas += 1;
        listo(null);
      }, PACIENCIA_MS);
      this.#esperas.set(usuarioId, (cuando) => {
        clearTimeout(reloj);
        listo(cuando);
      });
    });
  }

  cerrar(): void {
    for (const socket of this.#sockets) socket.close();
  }
}

/**
 * Something happens again and again to a reclamo, and six people hear of it.
 * @param suceder makes it happen; resolves with how long the Worker said that the request took, in milliseconds
 */
export async function medirTramas(
  oyentes: Oyentes,
  interesados: readonly number[],
  veces: number,
  suceder: (i: number) => Promise<number>,
): Promise<Medida[]> {
  const desdePedido: number[] = [];
  const desdeGuardado: number[] = [];
  for (let i = 0; i < veces; i++) {
    const siguientes = interesados.map((id) => oyentes.siguiente(id));
    const pedido = performance.now();
    const servidorMs = await suceder(i);
    for (const llegada of await Promise.all(siguientes))
      if (llegada !== null) {
        desdePedido.push(llegada - pedido);
        // It was saved by the time that the Worker had its answer ready.
        desdeGuardado.push(Math.max(0, llegada - pedido - servidorMs));
      }
  }
  return [
    medida(`guardado → trama, ${interesados.length} personas`, desdeGuardado),
    medida(`pedido → trama, ${interesados.length} personas`, desdePedido),
  ];
}
