// Generates worker/worker-configuration.d.ts from wrangler.toml. wrangler types the main module by
// importing worker/index.ts, which reaches the site's pages; the API's own project must not, so
// that it names only the object.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const salida = "worker/worker-configuration.d.ts";
execFileSync(
  "wrangler",
  [
    "types",
    salida,
    "--include-runtime=false",
    "--strict-vars=false",
    // The example names the secrets, so that the types never depend on whose .dev.vars is here.
    "--env-file=.dev.vars.example",
  ],
  { stdio: ["ignore", "ignore", "inherit"] },
);
const texto = readFileSync(salida, "utf8")
  .replace(/^\t\tmainModule: .*\n/m, "")
  .replaceAll('import("./index").UserChannel', 'import("./realtime/UserChannel.ts").UserChannel')
  .replaceAll('import("./index").Presencia', 'import("./realtime/Presencia.ts").Presencia');
writeFileSync(salida, texto);
