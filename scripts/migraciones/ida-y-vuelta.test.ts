import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { leerMigraciones } from "./archivos.ts";

const migraciones = leerMigraciones();
const FILAS = 3;

type Fila = Record<string, unknown>;

/** Everything that a schema is: name and exact SQL of each table, index, trigger and view. */
function esquema(db: DatabaseSync): Fila[] {
  return db
    .prepare(
      "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name",
    )
    .all()
    .map((fila) => ({ ...fila }));
}

/** Ordinary tables: neither virtual ones nor the shadows that those keep their data in. */
function tablas(db: DatabaseSync): string[] {
  return db
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    .all()
    .map((fila) => String(fila.name))
    .filter((nombre) => !nombre.startsWith("sqlite_"))
    .sort();
}

const columnas = (db: DatabaseSync, tabla: string): { name: string; type: string }[] =>
  db
    .prepare("SELECT name, type FROM pragma_table_info(?)")
    .all(tabla)
    .map((fila) => ({ name: String(fila.name), type: String(fila.type).toLowerCase() }));

/** Puts rows into every table that has none. Made-up values: rules are not what is tried here. */
function cargar(db: DatabaseSync): void {
  db.exec("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;");
  for (const tabla of tablas(db)) {
    if (db.prepare(`SELECT 1 FROM "${tabla}" LIMIT 1`).get()) continue;
    const campos = columnas(db, tabla);
    const insertar = db.prepare(
      `INSERT INTO "${tabla}" (${campos.map((c) => `"${c.name}"`).join(", ")}) VALUES (${campos.map(() => "?").join(", ")})`,
    );
    for (let n = 1; n <= FILAS; n += 1)
      insertar.run(
        ...campos.map(({ name, type }) => (/text/.test(type) ? `${name} ñandú 🧱 ${n}` : n)),
      );
  }
  db.exec("PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF;");
}

/** All rows of all ordinary tables. */
function filas(db: DatabaseSync): Map<string, Fila[]> {
  return new Map(
    tablas(db).map((tabla) => [
      tabla,
      db
        .prepare(`SELECT * FROM "${tabla}" ORDER BY 1`)
        .all()
        .map((fila) => ({ ...fila })),
    ]),
  );
}

/** What both have: tables of both, and of their rows the columns of both. */
function comun(unas: Map<string, Fila[]>, otras: Map<string, Fila[]>): Record<string, Fila[]> {
  const resultado: Record<string, Fila[]> = {};
  for (const [tabla, suyas] of unas) {
    const [muestra] = otras.get(tabla) ?? [];
    if (!muestra) continue;
    resultado[tabla] = suyas.map((fila) =>
      Object.fromEntries(Object.entries(fila).filter(([columna]) => columna in muestra)),
    );
  }
  return resultado;
}

/** D1 applies foreign keys always; and a rebuild there cannot switch them off. */
function base(): DatabaseSync {
  const db = new DatabaseSync(":memory:");
  db.exec("PRAGMA foreign_keys = ON;");
  return db;
}

const aplicar = (db: DatabaseSync, sql: string): void =>
  db.exec(sql.replace(/PRAGMA foreign_keys\s*=\s*\w+;?/gi, ""));

const { length: cuantas } = migraciones;

test("there is something to try", () => {
  assert.ok(cuantas > 0);
});

test("each migration keeps the rows that were there", () => {
  const db = base();
  for (const { nombre, sql } of migraciones) {
    cargar(db);
    const antes = filas(db);
    aplicar(db, sql);
    const despues = filas(db);
    assert.deepEqual(comun(despues, antes), comun(antes, despues), nombre);
    for (const tabla of antes.keys())
      assert.ok(
        despues.has(tabla) || /^-- revisado: /m.test(sql),
        `${nombre} took ${tabla} away with its rows`,
      );
  }
});

test("up, loaded, down and up again comes out the same at every step", () => {
  const db = base();
  const escalones = migraciones.map(({ sql }) => {
    const antes = esquema(db);
    aplicar(db, sql);
    return { antes, despues: esquema(db) };
  });
  cargar(db);
  const cargadas = filas(db);
  assert.ok([...cargadas.values()].every((suyas) => suyas.length === FILAS));

  for (let i = cuantas - 1; i >= 0; i -= 1) {
    const { nombre, vuelta, sql } = migraciones[i] ?? assert.fail();
    const { antes, despues } = escalones[i] ?? assert.fail();
    const previas = filas(db);

    aplicar(db, vuelta ?? assert.fail(`${nombre} has no way back`));
    assert.deepEqual(esquema(db), antes, `after going back over ${nombre}`);
    assert.deepEqual(comun(filas(db), previas), comun(previas, filas(db)), `rows, ${nombre} down`);

    aplicar(db, sql);
    assert.deepEqual(esquema(db), despues, `after ${nombre} again`);
    aplicar(db, vuelta ?? "");
    assert.deepEqual(esquema(db), antes, `after going back over ${nombre} twice`);
  }
  assert.deepEqual(esquema(db), []);
});
