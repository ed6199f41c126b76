import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import type { Deps, MensajeCorreo, MensajeMultitud } from "../events/deps.ts";
import { canales } from "../realtime/channels.ts";
import { dbPorPasos } from "./despacho.ts";
import { AHORA, db } from "./fabrica.ts";

/** How big a run is: `npm run faults` asks for all of it, `npm test` for a small one. */
export const MEDIDA =
  (env as { FALLAS?: string }).FALLAS === "todo"
    ? { gente: 500, eventos: 1992, multitudes: 8, enMultitud: 150, comentarios: 2000 }
    : { gente: 130, eventos: 60, multitudes: 1, enMultitud: 120, comentarios: 60 };

/**
 * People, and reclamos with five of them around each and crowds around a few: by plain SQL, since thousands through the verbs
 * would be most of the run. One in five wants mail of it; of those each request to the provider fails at random.
 * @returns the eventos, not told to anybody yet, and who is to hear of each
 */
export async function armarMundo(actor: number, categoria: number) {
  const { gente, eventos, multitudes, enMultitud } = MEDIDA;
  const de = (n: number) => JSON.stringify(Array.from({ length: n }, (_, i) => i));
  await db.run(sql`INSERT INTO personas (id, nombre, email, creado_en)
    SELECT 1000 + value, 'V' || value, 'azar.0.v' || value || '@fallas.example', 1 FROM json_each(${de(gente)})`);
  await db.run(sql`INSERT INTO usuarios (id, persona_id, name, email, rol, creado_en, actualizado_en)
    SELECT id, id, nombre, email, 'vecino', 1, 1 FROM personas WHERE id >= 1000`);
  await db.run(sql`INSERT INTO preferencias (usuario_id, tipo, canal, activa)
    SELECT id, 'iniciado', 'correo', 0 FROM usuarios WHERE id >= 1000 AND id % 5 <> 0`);
  const todos = eventos + multitudes;
  await db.run(sql`
    INSERT INTO reclamos (id, codigo, titulo, descripcion, categoria_id, prioridad, direccion, creador_id, canal, estado, version,
      vence_en, ciclo_desde, creado_en, actualizado_en)
    SELECT 1000 + value, printf('R%09d', value), 'Bache', 'Un bache hondo.', ${categoria}, 'normal', 'Mitre 1',
      1000 + (value * 7) % ${gente}, 'web', 'en_proceso', 2, ${AHORA}, 1, 1, 1 FROM json_each(${de(todos)})`);
  await db.run(sql`INSERT INTO seguidores (reclamo_id, persona_id, desde)
    SELECT r.id, 1000 + (r.creador_id - 1000 + 37 * (k.value + 1)) % ${gente}, 1
    FROM reclamos r, json_each(${de(4)}) k WHERE r.id BETWEEN 1000 AND ${999 + eventos}`);
  await db.run(sql`INSERT INTO seguidores (reclamo_id, persona_id, desde)
    SELECT r.id, 1000 + (r.creador_id - 1000 + k.value + 1) % ${gente}, 1
    FROM reclamos r, json_each(${de(enMultitud - 1)}) k WHERE r.id >= ${1000 + eventos}`);
  await db.run(sql`INSERT INTO eventos (id, reclamo_id, tipo, guardia, version, estado, usuario_id, datos, en)
    SELECT id, id, 'iniciado', 1, 2, 'en_proceso', ${actor}, '{}', ${AHORA} FROM reclamos WHERE id >= 1000`);
  const esperados = await db.all<{ evento: number; usuario: number }>(sql`
    SELECT id AS evento, creador_id AS usuario FROM reclamos WHERE id >= 1000
    UNION ALL SELECT reclamo_id, persona_id FROM seguidores WHERE reclamo_id >= 1000`);
  return { ids: Array.from({ length: todos }, (_, i) => 1000 + i), esperados };
}

type Mensaje = ({ correo: MensajeCorreo } | { parte: MensajeMultitud }) & {
  intento: number;
  cuando: number;
};

/** A queue as bad as a queue may be, and worse: now and then twice, never in order, and some lost. Times in epoch seconds. */
export class ColaMala {
  #mensajes: Mensaje[] = [];
  readonly #azar: () => number;
  repetidos = 0;
  perdidos = 0;

  constructor(azar: () => number) {
    this.#azar = azar;
  }

  poner(m: Mensaje): void {
    if (this.#azar() < 0.1) {
      this.perdidos += 1;
      return;
    }
    const veces = this.#azar() < 0.3 ? 2 : 1;
    this.repetidos += veces - 1;
    for (let i = 0; i < veces; i++)
      this.#mensajes.push({ ...m, cuando: m.cuando + Math.floor(this.#azar() * 30) });
  }

  /** What is due, in no order. */
  sacar(ahora: number): Mensaje[] {
    const tocan = this.#mensajes.filter((m) => m.cuando <= ahora);
    this.#mensajes = this.#mensajes.filter((m) => m.cuando > ahora);
    return tocan
      .map((m) => ({ m, n: this.#azar() }))
      .sort((a, b) => a.n - b.n)
      .map(({ m }) => m);
  }

  get quedan(): number {
    return this.#mensajes.length;
  }
}

const real = canales(env);

/** Everything that dispatch touches, where any call to a person's object may fail, before or after its effect. */
export function depsMalas(cola: ColaMala, azar: () => number, ahora: number): Deps {
  return {
    db,
    ahora,
    azar,
    denunciar: () => undefined,
    canales: {
      async deliver(...a) {
        const n = azar();
        if (n < 0.02) throw new Error("objeto caído");
        const r = await real.deliver(...a);
        if (n < 0.04) throw new Error("respuesta perdida");
        return r;
      },
    },
    colaCorreo: {
      async sendBatch(mensajes) {
        for (const { body, delaySeconds = 0 } of mensajes)
          cola.poner({ correo: body, intento: 1, cuando: ahora + delaySeconds });
      },
    },
    colaMultitud: {
      async sendBatch(mensajes) {
        for (const { body } of mensajes) cola.poner({ parte: body, intento: 1, cuando: ahora });
      },
    },
  };
}

/** The same in a process that dies at its n-th step, before or after that step did its work. */
export function mortales(base: Deps, n: number, momento: "antes" | "despues"): Deps {
  let pasos = 0;
  const paso = async <T>(hacer: () => Promise<T>): Promise<T> => {
    pasos += 1;
    if (pasos < n) return hacer();
    if (pasos === n && momento === "despues") await hacer();
    throw new Error("muerto");
  };
  return {
    ...base,
    db: dbPorPasos(paso),
    canales: { deliver: (...a) => paso(() => base.canales.deliver(...a)) },
    colaCorreo: { sendBatch: (m) => paso(() => base.colaCorreo.sendBatch(m)) },
    colaMultitud: { sendBatch: (m) => paso(() => base.colaMultitud.sendBatch(m)) },
  };
}

/** A database that a process reaches so many times, and then no more. */
export function dbMortal(viajes: number): Db {
  let hechos = 0;
  return dbPorPasos((hacer) => {
    hechos += 1;
    return hechos > viajes ? Promise.reject(new Error("muerto")) : hacer();
  });
}

/** Puts somebody's object to sleep, with whatever it was doing. */
export const desalojar = (usuarioId: number): Promise<void> =>
  evictDurableObject(env.USER_CHANNEL.getByName(String(usuarioId))).catch(() => undefined);

export const enGruposDe = async <T>(
  todos: readonly T[],
  n: number,
  hacer: (x: T) => Promise<unknown>,
): Promise<void> => {
  const turno = todos.values();
  await Promise.all(
    Array.from({ length: n }, async () => {
      for (const x of turno) await hacer(x);
    }),
  );
};
