// `npm run db:status`: the history, applied and pending. `-- --remote --env X` elsewhere.
import { leerMigraciones } from "./archivos.ts";
import { aplicadas, destinoDe } from "./d1.ts";

try {
  const destino = destinoDe(process.argv.slice(2));
  const hechas = new Map(aplicadas(destino).map((a) => [a.name, a.applied_at]));
  const migraciones = leerMigraciones();
  console.log(`Base: ${destino.nombre}`);
  for (const { nombre } of migraciones) {
    const cuando = hechas.get(nombre);
    console.log(cuando ? `✓ ${nombre}  ${cuando} UTC` : `· ${nombre}  pendiente`);
    hechas.delete(nombre);
  }
  for (const [nombre, cuando] of hechas)
    console.log(`? ${nombre}  ${cuando} UTC, aplicada pero sin archivo`);
  if (hechas.size > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
