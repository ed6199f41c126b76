import { DurableObject } from "cloudflare:workers";
import { LIMITES } from "../../contract/limites.ts";
import { iso } from "../../contract/tiempo.ts";
import type { TramaViendo } from "../../contract/tramas.ts";

const DURA_MS = LIMITES.presenciaSegundos * 1000;

export const tramaViendo = (id: number, quienes: number[]): TramaViendo => ({
  type: "viendo",
  at: iso(Math.floor(Date.now() / 1000)),
  data: { id, quienes },
});

/**
 * One object per reclamo that somebody of the staff has open, named by its id: who is looking at it, each until they leave or
 * have said nothing for `presenciaSegundos`. Ids of accounts only. It holds no socket and may sleep between two calls.
 */
export class Presencia extends DurableObject<Env> {
  /** This person looks, or still does. Gives back who else does; the others are told when it is news. */
  async entrar(usuarioId: number): Promise<number[]> {
    const ahora = Date.now();
    const presentes = this.#presentes(ahora);
    this.ctx.storage.kv.put(clave(usuarioId), ahora + DURA_MS);
    const otros = presentes.filter((id) => id !== usuarioId);
    if (!presentes.includes(usuarioId)) await this.#avisar([...otros, usuarioId], otros);
    if ((await this.ctx.storage.getAlarm()) === null)
      await this.ctx.storage.setAlarm(ahora + DURA_MS);
    return otros;
  }

  /** This person no longer looks. */
  async salir(usuarioId: number): Promise<void> {
    if (!this.ctx.storage.kv.delete(clave(usuarioId))) return;
    const quedan = this.#presentes(Date.now());
    await this.#avisar(quedan, quedan);
  }

  /** Forgets who went without a word. */
  override async alarm(): Promise<void> {
    const ahora = Date.now();
    const antes = [...this.ctx.storage.kv.list<number>({ prefix: PREFIJO })];
    const idos = antes.filter(([, hasta]) => hasta <= ahora);
    for (const [nombre] of idos) this.ctx.storage.kv.delete(nombre);
    const quedan = this.#presentes(ahora);
    if (idos.length > 0) await this.#avisar(quedan, quedan);
    if (quedan.length > 0) await this.ctx.storage.setAlarm(ahora + DURA_MS);
    else await this.ctx.storage.deleteAll();
  }

  #presentes(ahora: number): number[] {
    return [...this.ctx.storage.kv.list<number>({ prefix: PREFIJO })]
      .filter(([, hasta]) => hasta > ahora)
      .map(([nombre]) => Number(nombre.slice(PREFIJO.length)));
  }

  /** Tells each of `quienes` who else of `presentes` is here. */
  async #avisar(presentes: number[], quienes: number[]): Promise<void> {
    const reclamo = Number(this.ctx.id.name);
    await Promise.allSettled(
      quienes.map((id) =>
        this.env.USER_CHANNEL.getByName(String(id)).viendo(
          tramaViendo(
            reclamo,
            presentes.filter((otro) => otro !== id),
          ),
        ),
      ),
    );
  }
}

const PREFIJO = "u:";
const clave = (usuarioId: number): string => `${PREFIJO}${usuarioId}`;
