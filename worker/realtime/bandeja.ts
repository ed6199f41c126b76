import { LIMITES } from "../../contract/limites.ts";
import type { Aviso } from "../../contract/tramas.ts";
import { ponerAlDia } from "./esquema.ts";

/** A row without a trama only remembers that its evento was delivered: longer than any dispatch goes on trying. */
const MEMORIA_SEGUNDOS = 7 * 86_400;

export type Contadores = { seq: number; sin_leer: number };
export type AvisoGuardado = { seq: number; trama: string; leido: boolean };

/**
 * One person's inbox, in the SQLite of their object. Synchronous: nothing else runs between two of its statements.
 *
 * `seq` is null for an evento of which the person only got the silent frame. `trama` is null for those, and for avisos too
 * old to be kept. Times are epoch seconds.
 */
export class Bandeja {
  readonly #sql: SqlStorage;

  constructor(almacen: DurableObjectStorage) {
    this.#sql = almacen.sql;
    ponerAlDia(almacen);
  }

  /** The seq that an evento got (null: silent), or undefined when it never came. */
  entregado(eventoId: number): number | null | undefined {
    const [fila] = this.#sql
      .exec<{ seq: number | null }>("SELECT seq FROM inbox WHERE evento_id = ?", eventoId)
      .toArray();
    return fila?.seq;
  }

  /** Keeps an aviso, or without one the memory of a silent frame. Gives back the frame as sent, with its seq. */
  guardar(eventoId: number, aviso: Aviso | undefined, ahora: number): Aviso | null {
    const trama = aviso
      ? { type: aviso.type, seq: this.contadores().seq + 1, at: aviso.at, data: aviso.data }
      : null;
    this.#sql.exec(
      "INSERT INTO inbox (evento_id, seq, trama, at) VALUES (?, ?, ?, ?)",
      eventoId,
      trama?.seq ?? null,
      trama ? JSON.stringify(trama) : null,
      ahora,
    );
    return trama as Aviso | null;
  }

  contadores(): Contadores {
    return this.#sql
      .exec<Contadores>(
        `SELECT coalesce((SELECT max(seq) FROM inbox WHERE trama IS NOT NULL), 0) AS seq,
           (SELECT count(*) FROM inbox WHERE trama IS NOT NULL AND read_at IS NULL) AS sin_leer`,
      )
      .one();
  }

  /** Whether a reader who has everything up to `desde` missed something that is no longer kept, or knows a future one. */
  hueco(desde: number): boolean {
    const { primera, ultima } = this.#sql
      .exec<{ primera: number | null; ultima: number | null }>(
        `SELECT (SELECT min(seq) FROM inbox WHERE trama IS NOT NULL) AS primera,
           (SELECT max(seq) FROM inbox WHERE trama IS NOT NULL) AS ultima`,
      )
      .one();
    return desde > (ultima ?? 0) || (primera !== null && desde + 1 < primera);
  }

  /** Avisos after `desde`, oldest first. */
  despuesDe(desde: number, limite = Number.MAX_SAFE_INTEGER): AvisoGuardado[] {
    return this.#leer("seq > ? ORDER BY seq LIMIT ?", desde, limite);
  }

  /** The newest avisos, of those before `antes`, oldest first. */
  ultimos(limite: number, antes = Number.MAX_SAFE_INTEGER): AvisoGuardado[] {
    return this.#leer("seq < ? ORDER BY seq DESC LIMIT ?", antes, limite).reverse();
  }

  #leer(condicion: string, ...valores: number[]): AvisoGuardado[] {
    return this.#sql
      .exec<{ seq: number; trama: string; read_at: number | null }>(
        `SELECT seq, trama, read_at FROM inbox WHERE trama IS NOT NULL AND ${condicion}`,
        ...valores,
      )
      .toArray()
      .map((f) => ({ seq: f.seq, trama: f.trama, leido: f.read_at !== null }));
  }

  /** Marks everything up to `hasta` as read. Gives back the eventos that were not before. */
  leer(hasta: number, ahora: number): number[] {
    return this.#sql
      .exec<{ evento_id: number }>(
        `UPDATE inbox SET read_at = ? WHERE trama IS NOT NULL AND read_at IS NULL AND seq <= ? RETURNING evento_id`,
        ahora,
        hasta,
      )
      .toArray()
      .map((f) => f.evento_id);
  }

  /** Forgets everything but that its eventos were delivered: a dispatch that is still going must not bring one back. */
  vaciar(): void {
    this.#sql.exec("UPDATE inbox SET trama = NULL, read_at = NULL");
  }

  /** The title in the frame of this evento becomes another. */
  retitular(eventoId: number, titulo: string): void {
    this.#sql.exec(
      `UPDATE inbox SET trama = json_set(trama, '$.data.titulo', ?)
       WHERE evento_id = ? AND json_extract(trama, '$.data.titulo') IS NOT NULL`,
      titulo,
      eventoId,
    );
  }

  /** Whether it holds more avisos than it keeps. */
  get sobra(): boolean {
    const { n } = this.#sql
      .exec<{ n: number }>("SELECT max(seq) - min(seq) + 1 AS n FROM inbox WHERE trama IS NOT NULL")
      .one();
    return n > LIMITES.bandejaAvisosMax;
  }

  /** Forgets the frames beyond the newest ones, and after a week that they were delivered. */
  recortar(ahora: number): void {
    this.#sql.exec(
      "UPDATE inbox SET trama = NULL WHERE trama IS NOT NULL AND seq <= ?",
      this.contadores().seq - LIMITES.bandejaAvisosMax,
    );
    this.#sql.exec("DELETE FROM inbox WHERE trama IS NULL AND at < ?", ahora - MEMORIA_SEGUNDOS);
    this.#sql.exec("DELETE FROM boletos WHERE vence_en < ?", ahora);
  }

  /** Whether there is still anything to forget one day. */
  get recuerda(): boolean {
    return (
      this.#sql
        .exec("SELECT 1 FROM inbox WHERE trama IS NULL UNION ALL SELECT 1 FROM boletos LIMIT 1")
        .toArray().length > 0
    );
  }

  /** Spends a ticket. @returns false when it was spent before */
  gastar(boleto: string, venceEn: number): boolean {
    const { rowsWritten } = this.#sql.exec(
      "INSERT OR IGNORE INTO boletos (boleto, vence_en) VALUES (?, ?)",
      boleto,
      venceEn,
    );
    return rowsWritten > 0;
  }
}
