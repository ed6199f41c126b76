// `npm run db:rollback`: undoes the last applied migration by its file in migrations/down/ and
// takes it off d1_migrations, both in one go. `-- --remote --env X` elsewhere.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NOTA_DEMO } from "../comun/local.mjs";
import { leerMigraciones } from "./archivos.ts";
import { aplicadas, d1, destinoDe } from "./d1.ts";

const carpeta = mkdtempSync(join(tmpdir(), "baldosa-vuelta-"));
try {
  const destino = destinoDe(process.argv.slice(2));
  const ultima = aplicadas(destino).at(-1);
  if (!ultima) throw new Error(`No hay nada que revertir en la base ${destino.nombre}.`);
  const migracion = leerMigraciones().find((m) => m.nombre === ultima.name);
  if (!migracion?.vuelta) throw new Error(`Falta migrations/down/${ultima.name}.`);
  const archivo = join(carpeta, "vuelta.sql");
  const quitar = `DELETE FROM d1_migrations WHERE name = '${ultima.name.replaceAll("'", "''")}';`;
  writeFileSync(archivo, `${migracion.vuelta.trimEnd()}\n${quitar}\n`);
  d1(["execute", "DB", ...destino.argumentos, "--yes", "--file", archivo]);
  // The demo may have gone with its tables: the next start looks again.
  if (destino.carpeta) rmSync(join(destino.carpeta, NOTA_DEMO), { force: true });
  console.log(`Revertí ${ultima.name} en la base ${destino.nombre}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(carpeta, { recursive: true, force: true });
}
