import type { SQL } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { drizzle } from "drizzle-orm/d1";
import * as schema from "./schema/index.ts";

/** What a request cost the database. */
export type Consumo = { viajes: number; leidas: number; escritas: number };

export const consumoVacio = (): Consumo => ({ viajes: 0, leidas: 0, escritas: 0 });

const sumar = (
  consumo: Consumo,
  resultados: readonly { meta?: D1Meta & Record<string, unknown> }[],
) => {
  consumo.viajes += 1;
  for (const { meta } of resultados) {
    consumo.leidas += meta?.rows_read ?? 0;
    consumo.escritas += meta?.rows_written ?? 0;
  }
};

/** Wraps a statement so that each round trip is counted; `bind` gives another such statement. */
function contada(sentencia: D1PreparedStatement, consumo: Consumo): D1PreparedStatement {
  return new Proxy(sentencia, {
    get(original, nombre) {
      if (nombre === ORIGINAL) return original;
      if (nombre === "bind")
        return (...valores: unknown[]) => contada(original.bind(...valores), consumo);
      if (nombre === "all" || nombre === "run")
        return async () => {
          const r = await original.all();
          sumar(consumo, [r]);
          return r;
        };
      if (nombre === "raw")
        return async () => {
          // raw() tells no figures, so the rows are taken from all().
          const r = await original.all<Record<string, unknown>>();
          sumar(consumo, [r]);
          return r.results.map((fila) => Object.values(fila));
        };
      if (nombre === "first")
        return async () => {
          const r = await original.all<Record<string, unknown>>();
          sumar(consumo, [r]);
          return r.results[0] ?? null;
        };
      return Reflect.get(original, nombre) as unknown;
    },
  });
}

const ORIGINAL = Symbol("original");

/** The same database, adding what it costs to `consumo`. */
export function contar(d1: D1Database, consumo: Consumo): D1Database {
  return new Proxy(d1, {
    get(original, nombre) {
      if (nombre === "prepare") return (sql: string) => contada(original.prepare(sql), consumo);
      if (nombre === "batch")
        return async (
          sentencias: (D1PreparedStatement & { [ORIGINAL]?: D1PreparedStatement })[],
        ) => {
          const r = await original.batch(sentencias.map((s) => s[ORIGINAL] ?? s));
          sumar(consumo, r);
          return r;
        };
      const valor: unknown = Reflect.get(original, nombre);
      return typeof valor === "function" ? valor.bind(original) : valor;
    },
  });
}

export const abrirDb = (d1: D1Database) => drizzle(d1, { schema });
export type Db = ReturnType<typeof abrirDb>;
export type Sentencia = BatchItem<"sqlite">;

/**
 * A statement written by hand, for a batch. drizzle's own `db.run` loses its parameters there: batch() binds them to a
 * `stmt` that only built queries have (drizzle-orm 0.45, d1/session.js).
 */
export function aMano(db: Db, query: SQL): Sentencia {
  const cruda = db.run(query);
  return Object.assign(cruda, { stmt: db.$client.prepare(cruda.getQuery().sql) });
}

/** The same for a read. */
export function leerAMano<T>(db: Db, query: SQL) {
  const cruda = db.all<T>(query);
  return Object.assign(cruda, { stmt: db.$client.prepare(cruda.getQuery().sql) });
}

export { schema };
