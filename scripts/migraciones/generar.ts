// `npm run db:generate -- name`: drizzle-kit writes the migration from the schema, this its way back.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { leerMigraciones } from "./archivos.ts";
import { PENDIENTE, revisar } from "./guardia.ts";
import { vueltaDe } from "./vuelta.ts";

const nombre = process.argv[2];
if (nombre && !/^[a-z0-9_]+$/.test(nombre)) {
  console.error(`«${nombre}» no sirve de nombre: minúsculas, números y guiones bajos.`);
  process.exit(2);
}

const antes = new Set(leerMigraciones().map((m) => m.nombre));
const { status } = spawnSync("drizzle-kit", ["generate", ...(nombre ? ["--name", nombre] : [])], {
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);

for (const migracion of leerMigraciones().filter((m) => !antes.has(m.nombre) && !m.vuelta)) {
  const ruta = `migrations/down/${migracion.nombre}`;
  const vuelta = vueltaDe(migracion.sql);
  mkdirSync("migrations/down", { recursive: true });
  writeFileSync(ruta, vuelta);
  console.log(
    vuelta.includes(PENDIENTE)
      ? `Escribí parte de ${ruta}: falta lo que dice ${PENDIENTE}.`
      : `Escribí ${ruta}: leela, que deshaga justo lo que hace la ida.`,
  );
}

const problemas = revisar(leerMigraciones());
for (const problema of problemas) console.error(`✗ ${problema}`);
process.exitCode = problemas.length > 0 ? 1 : 0;
