import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { abrirDb, type Db } from "../db/client.ts";
import type { Deps, MensajeCorreo, MensajeMultitud } from "../events/deps.ts";
import { canales } from "../realtime/channels.ts";
import { db } from "./fabrica.ts";

/** Real database and real objects; the queues only remember what they were given. */
export function depsDePrueba(ahora: number, mas: Partial<Deps> = {}) {
  const trabajos: MensajeCorreo[] = [];
  const partes: MensajeMultitud[] = [];
  const denuncias: string[] = [];
  const deps: Deps = {
    db,
    canales: canales(env),
    colaCorreo: {
      async sendBatch(mensajes) {
        trabajos.push(...mensajes.map((m) => m.body));
      },
    },
    colaMultitud: {
      async sendBatch(mensajes) {
        partes.push(...mensajes.map((m) => m.body));
      },
    },
    ahora,
    azar: () => 1,
    denunciar: (error) => denuncias.push(error.message),
    ...mas,
  };
  return { deps, trabajos, partes, denuncias };
}

const ORIGINAL = Symbol("original");
type Marcada = D1PreparedStatement & { [ORIGINAL]?: D1PreparedStatement };

/** The same database, each trip of which goes through `paso`. */
export function dbPorPasos(paso: <T>(hacer: () => Promise<T>) => Promise<T>): Db {
  const sentencia = (s: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(s, {
      get(original, nombre) {
        if (nombre === ORIGINAL) return original;
        if (nombre === "bind") return (...v: unknown[]) => sentencia(original.bind(...v));
        if (nombre === "all" || nombre === "run") return () => paso(() => original.all());
        if (nombre === "raw") return () => paso(() => original.raw());
        return Reflect.get(original, nombre) as unknown;
      },
    });
  return abrirDb(
    new Proxy(env.DB, {
      get(original, nombre) {
        if (nombre === "prepare") return (texto: string) => sentencia(original.prepare(texto));
        if (nombre === "batch")
          return (todas: Marcada[]) =>
            paso(() => original.batch(todas.map((s) => s[ORIGINAL] ?? s)));
        const valor: unknown = Reflect.get(original, nombre);
        return typeof valor === "function" ? valor.bind(original) : valor;
      },
    }),
  );
}

export type FilaEntrega = {
  usuario_id: number;
  silenciosa: number;
  estado: string;
  seq: number | null;
  intentos: number;
  error: string | null;
};

export const entregasDe = (eventoId: number): Promise<FilaEntrega[]> =>
  db.all<FilaEntrega>(sql`
    SELECT usuario_id, silenciosa, estado, seq, intentos, error FROM entregas
    WHERE evento_id = ${eventoId} ORDER BY usuario_id`);

export const correosDe = (eventoId: number) =>
  db.all<{ id: number; persona_id: number; plantilla: string; para: string; estado: string }>(sql`
    SELECT id, persona_id, plantilla, para, estado FROM correos WHERE evento_id = ${eventoId} ORDER BY persona_id`);

export type FilaEvento = {
  id: number;
  tipo: string;
  despachado_en: number | null;
  intentos: number;
  proximo_en: number | null;
  aparcado_en: number | null;
  error: string | null;
};

export async function eventoDe(eventoId: number): Promise<FilaEvento> {
  const [fila] = await db.all<FilaEvento>(sql`
    SELECT id, tipo, despachado_en, intentos, proximo_en, aparcado_en, error FROM eventos WHERE id = ${eventoId}`);
  if (!fila) throw new Error(`no evento ${eventoId}`);
  return fila;
}

export async function ultimoEvento(reclamoId: number): Promise<number> {
  const [fila] = await db.all<{ id: number }>(
    sql`SELECT max(id) AS id FROM eventos WHERE reclamo_id = ${reclamoId}`,
  );
  return fila?.id as number;
}

/** Closes every evento so far, as if told to everyone, so that a test looks at its own alone. */
export const cerrarTodos = () =>
  db.run(sql`UPDATE eventos SET despachado_en = en WHERE despachado_en IS NULL`);

/** The avisos of this evento in a person's inbox. */
export async function avisosDe(usuarioId: number, eventoId: number) {
  const { items } = await canales(env).since(usuarioId, null, 500);
  return items
    .map((i) => ({
      ...i,
      trama: JSON.parse(i.trama) as { type: string; data: { evento_id?: number; id: number } },
    }))
    .filter(({ trama }) => (trama.data.evento_id ?? trama.data.id) === eventoId);
}
