import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { dispatch } from "../events/dispatch.ts";
import { depsDePrueba } from "../testing/despacho.ts";
import { crearMunicipio, crearUsuario, db } from "../testing/fabrica.ts";
import { armarMundo, desalojar, enGruposDe, MEDIDA } from "../testing/fallas.ts";
import { azarDe } from "../testing/historia.ts";

const SOCKETS = 2;
/** Eventos at the same moment: a busy city has one every few seconds. */
const A_LA_VEZ = 2;
/** budgets.md: commit → frame, local. */
const PRESUPUESTO_MS = { p50: 50, p95: 150 };

/**
 * One device of somebody's, as the site's client is: it resumes after the last frame that it saw. What comes in on a socket that
 * it has given up is lost.
 */
class Aparato {
  readonly seqs: number[] = [];
  readonly #usuario: number;
  readonly #llego: (evento: number) => void;
  #ws: WebSocket | null = null;
  cortes = 0;

  constructor(usuario: number, llego: (evento: number) => void) {
    this.#usuario = usuario;
    this.#llego = llego;
  }

  async conectar(): Promise<void> {
    const r = await env.USER_CHANNEL.getByName(String(this.#usuario)).fetch(
      `https://canal.invalid/?desde=${this.seqs.at(-1) ?? 0}`,
      { headers: { Upgrade: "websocket" } },
    );
    const ws = r.webSocket as WebSocket;
    this.#ws = ws;
    ws.accept();
    ws.addEventListener("message", ({ data }) => {
      if (this.#ws !== ws) return;
      const trama = JSON.parse(String(data)) as { seq?: number; data: { evento_id: number } };
      if (trama.seq === undefined) return;
      this.seqs.push(trama.seq);
      this.#llego(trama.data.evento_id);
    });
  }

  /** The line goes, and a new one comes. */
  async cortar(): Promise<void> {
    this.cortes += 1;
    const ida = this.#ws;
    this.#ws = null;
    ida?.close(1000);
    await this.conectar();
  }
}

const percentil = (orden: readonly number[], p: number): number =>
  orden[Math.min(orden.length - 1, Math.floor(orden.length * p))] ?? 0;

test(`${MEDIDA.gente} people with ${SOCKETS} sockets each that drop at random: every one ends with every frame once, in order`, async () => {
  const azar = azarDe(7);
  const ciudad = await crearMunicipio();
  const admin = await crearUsuario("admin");
  const { ids, esperados } = await armarMundo(admin.id, ciudad.categorias.bacheo);
  // What goes by queue is the other test's.
  const chicos = ids.slice(0, MEDIDA.eventos);
  const ultimo = chicos.at(-1) ?? 0;
  await db.run(sql`UPDATE eventos SET despachado_en = 1 WHERE id > ${ultimo}`);
  const suyos = Map.groupBy(
    esperados.filter((e) => e.evento <= ultimo),
    (e) => e.usuario,
  );
  const salio = new Map<number, number>();
  const demoras: number[] = [];
  const aparatos = Array.from({ length: MEDIDA.gente * SOCKETS }, (_, i) => {
    const usuario = 1000 + Math.floor(i / SOCKETS);
    return new Aparato(usuario, (evento) => {
      const desde = salio.get(evento);
      if (desde !== undefined) demoras.push(performance.now() - desde);
    });
  });
  await enGruposDe(aparatos, 25, (a) => a.conectar());

  const { deps } = depsDePrueba(1_795_500_100);
  const inicio = performance.now();
  await enGruposDe(chicos, A_LA_VEZ, async (id) => {
    salio.set(id, performance.now());
    const cae = azar() < 0.4 ? aparatos[Math.floor(azar() * aparatos.length)] : undefined;
    const [{ estado }] = await Promise.all([dispatch(deps, id), cae?.cortar()]);
    expect(estado).toBe("despachado");
    if (azar() < 0.05) await desalojar(1000 + Math.floor(azar() * MEDIDA.gente));
  });
  const ms = performance.now() - inicio;
  const deben = (a: number) => suyos.get(1000 + Math.floor(a / SOCKETS))?.length ?? 0;
  await expect
    .poll(() => aparatos.filter((a, i) => a.seqs.length < deben(i)).length, { timeout: 30_000 })
    .toBe(0);

  const mal = aparatos.flatMap((a, i) =>
    a.seqs.length === deben(i) && a.seqs.every((s, n) => s === n + 1) ? [] : [a.seqs],
  );
  expect(mal).toEqual([]);
  const orden = demoras.sort((a, b) => a - b);
  const cortes = aparatos.reduce((n, a) => n + a.cortes, 0);
  console.log(
    `${orden.length} frames of ${chicos.length * 5} deliveries to ${aparatos.length} sockets of ${MEDIDA.gente} people, ${cortes} drops, in ${(ms / 1000).toFixed(1)} s; ` +
      `commit → frame with ${A_LA_VEZ} eventos at a time: p50 ${percentil(orden, 0.5).toFixed(0)} ms, p95 ${percentil(orden, 0.95).toFixed(0)} ms ` +
      `(budget ${PRESUPUESTO_MS.p50} and ${PRESUPUESTO_MS.p95})`,
  );
}, 300_000);
