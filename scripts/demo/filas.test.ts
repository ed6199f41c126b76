import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { sentenciasDe } from "./escribir.ts";
import { filaDelMunicipio, filasDeLaCiudad, filasDeReclamos } from "./filas.ts";
import { contarHistoria } from "./historia.ts";

const AHORA = 1_795_540_000;
const migraciones = fileURLToPath(new URL("../../migrations/", import.meta.url));

/** The real migrations, and the demonstration in them by the same statements that D1 gets. */
function ciudad(total?: number): DatabaseSync {
  const db = new DatabaseSync(":memory:");
  db.exec("PRAGMA foreign_keys = ON");
  for (const archivo of readdirSync(migraciones)
    .filter((a) => a.endsWith(".sql"))
    .sort())
    db.exec(readFileSync(migraciones + archivo, "utf8"));
  const como = {
    prepare: (sql: string) => ({ bind: (lote: string) => db.prepare(sql).run(lote) }),
  } as unknown as D1Database;
  const vidas = contarHistoria({ ahora: AHORA, ...(total ? { total } : {}) });
  for (const tabla of [
    ...filasDeLaCiudad(AHORA, "scrypt$…"),
    ...filasDeReclamos(vidas, AHORA),
    filaDelMunicipio(AHORA),
  ])
    sentenciasDe(como, tabla);
  return db;
}

const db = ciudad();
const uno = (sql: string): number => Number(Object.values(db.prepare(sql).get() ?? {})[0]);

test("the whole demonstration fits the schema: checks, unique indexes and references", () => {
  assert.equal(uno("SELECT count(*) FROM municipio"), 1);
  assert.equal(uno("SELECT count(*) FROM reclamos"), 320);
  assert.deepEqual(db.prepare("PRAGMA foreign_key_check").all(), []);
});

test("every reclamo can be found by its words", () => {
  assert.equal(uno("SELECT count(*) FROM reclamos_fts"), 320);
  assert.ok(uno(`SELECT count(*) FROM reclamos_fts WHERE reclamos_fts MATCH '"lumin"*'`) > 0);
});

test("nothing is left for the dispatcher: every evento was told, every mail is simulated", () => {
  assert.equal(uno("SELECT count(*) FROM eventos WHERE despachado_en IS NULL"), 0);
  assert.equal(uno("SELECT count(*) FROM correos WHERE estado <> 'simulado'"), 0);
  assert.ok(uno("SELECT count(*) FROM correos") > 100);
  assert.equal(uno("SELECT count(*) FROM entregas WHERE estado NOT IN ('entregado', 'leido')"), 0);
});

test("nobody was told of their own act, nor a vecino of an internal note", () => {
  assert.equal(
    uno(
      "SELECT count(*) FROM entregas d JOIN eventos e ON e.id = d.evento_id WHERE d.usuario_id = e.usuario_id",
    ),
    0,
  );
  assert.equal(
    uno(`SELECT count(*) FROM entregas d JOIN eventos e ON e.id = d.evento_id JOIN usuarios u ON u.id = d.usuario_id
      WHERE e.interno = 1 AND u.rol = 'vecino'`),
    0,
  );
});

test("one person per role and a second vecino can sign in, and others never made an account", () => {
  const conocidos = db
    .prepare(
      "SELECT u.email AS email, u.rol AS rol FROM usuarios u JOIN cuentas c ON c.usuario_id = u.id ORDER BY u.id LIMIT 5",
    )
    .all();
  assert.deepEqual(
    conocidos.map((c) => `${String(c.email).split("@")[0]} ${c.rol}`),
    [
      "vecina vecino",
      "vecino2 vecino",
      "cuadrilla cuadrilla",
      "supervisora supervisor",
      "admin admin",
    ],
  );
  assert.ok(
    uno("SELECT count(*) FROM personas WHERE id NOT IN (SELECT persona_id FROM usuarios)") >= 10,
  );
  assert.equal(uno("SELECT count(DISTINCT email) - count(email) FROM personas"), 0);
});

test("a bigger city can be asked for", () => {
  const grande = ciudad(2_000);
  assert.equal(
    Object.values(grande.prepare("SELECT count(*) FROM reclamos").get() ?? {})[0],
    2_000,
  );
  assert.equal(
    Object.values(
      grande.prepare("SELECT count(*) FROM reclamos WHERE cerrado_en IS NULL").get() ?? {},
    )[0],
    84,
  );
});
