import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const aqui = (ruta: string) => fileURLToPath(new URL(ruta, import.meta.url));

type Caso = [ruta: string, desde: string, nombre?: string];

/**
 * Lints made-up files that hold one import each, with the repository's own rules, in a folder of
 * their own. Gives back the cases that the layer rules refused.
 */
function rechazados(casos: Caso[]): Caso[] {
  const carpeta = mkdtempSync(join(tmpdir(), "capas-"));
  try {
    const { vcs: _git, ...reglas } = JSON.parse(readFileSync(aqui("../biome.json"), "utf8"));
    writeFileSync(join(carpeta, "biome.json"), JSON.stringify(reglas));
    const rutas = casos.map(([ruta, desde, nombre = "algo"], i) => {
      const propia = ruta.replace(/(^|\/)x\./, `$1caso${i}.`);
      const uso = nombre.startsWith("type ")
        ? `export type X = ${nombre.slice(5)};`
        : `export const x = ${nombre};`;
      mkdirSync(dirname(join(carpeta, propia)), { recursive: true });
      writeFileSync(join(carpeta, propia), `import { ${nombre} } from "${desde}";\n${uso}\n`);
      return propia;
    });
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        aqui("../node_modules/@biomejs/biome/bin/biome"),
        "lint",
        "--only=style/noRestrictedImports",
        "--max-diagnostics=none",
      ],
      { cwd: carpeta, encoding: "utf8" },
    );
    const salida = stdout + stderr;
    assert.match(salida, new RegExp(`Checked ${new Set(rutas).size + 1} files`), salida);
    return casos.filter((_, i) => salida.includes(`${rutas[i]}:1:`));
  } finally {
    rmSync(carpeta, { recursive: true });
  }
}

const prohibidos: Caso[] = [
  ["contract/x.ts", "../worker/db/client.ts"],
  ["contract/esquemas/x.ts", "../../web/i18n/es.ts"],
  ["contract/x.ts", "hono"],
  ["contract/x.ts", "zod"],
  ["web/pages/x.tsx", "../../worker/domain/reclamos/asignar.ts"],
  ["web/pages/x.tsx", "../../worker/app.ts", "app"],
  ["web/pages/x.tsx", "zod"],
  ["worker/http/routes/x.ts", "../../db/client.ts"],
  ["worker/http/routes/x.ts", "drizzle-orm"],
  ["worker/http/routes/x.ts", "drizzle-orm/d1"],
  ["worker/http/routes/x.ts", "../../../web/pages/inicio.tsx"],
  ["worker/http/pages.tsx", "../db/client.ts"],
  ["worker/domain/reclamos/x.ts", "hono"],
  ["worker/domain/reclamos/x.ts", "hono/http-exception"],
  ["worker/domain/reclamos/x.ts", "../../env.ts"],
  ["worker/domain/reclamos/x.ts", "cloudflare:workers"],
  ["worker/domain/reclamos/x.ts", "../../mail/job.ts"],
  ["worker/domain/reclamos/x.ts", "../../realtime/channels.ts"],
  ["worker/domain/reclamos/x.ts", "../../events/dispatch.ts"],
  ["worker/domain/reclamos/x.ts", "../../http/routes/x.ts"],
  ["worker/events/x.ts", "../domain/reclamos/asignar.ts"],
  ["worker/events/x.ts", "../realtime/UserChannel.ts"],
  ["worker/events/x.ts", "../mail/job.ts"],
  ["worker/events/x.ts", "hono"],
  ["worker/realtime/x.ts", "../db/client.ts"],
  ["worker/realtime/x.ts", "../events/record.ts"],
  ["worker/realtime/x.ts", "drizzle-orm"],
  ["worker/mail/x.ts", "../../web/i18n/es.ts"],
  ["worker/mail/x.ts", "zod"],
  ["worker/x.ts", "./index.ts"],
  ["worker/http/x.ts", "../index.ts"],
  ["worker/domain/reclamos/x.ts", "../../index.ts"],
  ["worker/cron/x.ts", "../testing/factories.ts"],
];

const permitidos: Caso[] = [
  ["contract/x.ts", "zod/mini"],
  ["contract/esquemas/x.ts", "../limites.ts"],
  ["web/api/cliente.ts", "../../worker/app.ts", "type AppType"],
  ["web/pages/x.tsx", "../../contract/vocabulario.ts"],
  ["worker/http/routes/x.ts", "../../domain/reclamos/asignar.ts"],
  ["worker/http/routes/x.ts", "hono"],
  ["worker/http/pages.tsx", "../../web/app.tsx"],
  ["worker/domain/reclamos/x.ts", "../../events/record.ts"],
  ["worker/domain/reclamos/x.ts", "../../db/schema/index.ts"],
  ["worker/domain/reclamos/x.ts", "drizzle-orm"],
  ["worker/events/x.ts", "../realtime/channels.ts"],
  ["worker/events/x.ts", "../db/schema/index.ts"],
  ["worker/realtime/x.ts", "../../contract/tramas.ts"],
  ["worker/db/x.ts", "./schema/index.ts"],
  ["worker/x.test.ts", "./index.ts"],
];

test("every forbidden import is refused by the linter", () => {
  assert.deepEqual(rechazados(prohibidos), prohibidos);
});

test("every import that the layers allow passes", () => {
  assert.deepEqual(rechazados(permitidos), []);
});
