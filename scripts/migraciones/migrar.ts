// `npm run db:migrate`: applies what is pending, after the guard. `-- --remote --env X` elsewhere.
import { leerMigraciones } from "./archivos.ts";
import { d1, destinoDe } from "./d1.ts";
import { revisar } from "./guardia.ts";

try {
  const destino = destinoDe(process.argv.slice(2));
  const problemas = revisar(leerMigraciones());
  if (problemas.length > 0) throw new Error(problemas.map((p) => `✗ ${p}`).join("\n"));
  console.log(d1(["migrations", "apply", "DB", ...destino.argumentos]));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
