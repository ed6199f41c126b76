/**
 * How the storage of an object came to be, version after version; an object is brought up to date when it wakes. An entry is
 * never changed once deployed, and only adds: after a rollback older code finds newer storage, and goes on with what it knows.
 * The first is also right for objects from before there were versions.
 */
const VERSIONES: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS inbox (
     evento_id INTEGER PRIMARY KEY, seq INTEGER, trama TEXT, read_at INTEGER, at INTEGER NOT NULL);
   CREATE UNIQUE INDEX IF NOT EXISTS inbox_seq ON inbox (seq) WHERE trama IS NOT NULL;
   CREATE INDEX IF NOT EXISTS inbox_sin_leer ON inbox (seq) WHERE trama IS NOT NULL AND read_at IS NULL;
   CREATE INDEX IF NOT EXISTS inbox_viejas ON inbox (at) WHERE trama IS NULL;`,
  "CREATE TABLE IF NOT EXISTS boletos (boleto TEXT PRIMARY KEY, vence_en INTEGER NOT NULL) WITHOUT ROWID;",
];
export const VERSION = VERSIONES.length;
const CLAVE = "esquema";

/** Brings an object's storage to this version, all of it or nothing. */
export function ponerAlDia(almacen: DurableObjectStorage): void {
  const version = almacen.kv.get<number>(CLAVE) ?? 0;
  if (version >= VERSION) return;
  almacen.transactionSync(() => {
    for (const paso of VERSIONES.slice(version)) almacen.sql.exec(paso);
    almacen.kv.put(CLAVE, VERSION);
  });
}
