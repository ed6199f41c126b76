import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { leerMigraciones } from "./migraciones/archivos.ts";

/** The city's own: no column of theirs is about a person. */
const DE_NADIE = [
  "anuncios",
  "categorias",
  "cifras_acumuladas",
  "cifras_hechos",
  "cifras_marca",
  "cifras_reclamos",
  "corridas",
  "cuadrilla_categorias",
  "cuadrillas",
  "mapa_celdas",
  "multitud_partes",
  "municipio",
  "novedades_correo",
  "plantillas_respuesta",
  "plazos",
  "zonas",
];

test("docs/privacy.md says of each table what becomes of what it holds of people", () => {
  const db = new DatabaseSync(":memory:");
  for (const { sql } of leerMigraciones()) db.exec(sql);
  const tablas = db
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all()
    .map((f) => String(f.name));
  const dicho = readFileSync("docs/privacy.md", "utf8");
  const callada = tablas.filter((t) => !DE_NADIE.includes(t) && !dicho.includes(`\`${t}\``));
  assert.deepEqual(callada, []);
});
