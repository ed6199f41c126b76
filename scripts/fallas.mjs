// `npm run bench:mail`: worker/mail/azar.test.ts at its whole size, a minute: 1,000 mail jobs, the provider failing at random.
// `npm run faults`: worker/faults at its whole size, some minutes. 2,000 eventos to 500 people while everything fails, and 1,000
// sockets that drop. The runtime's own lines about connections that the provider cut are left out.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { entorno, instalar, RAIZ } from "./comun/preparar.mjs";

const RUIDO = /^(uncaught exception|exception = |stack: \S+workerd)/;

instalar();
const proceso = spawn("vitest", ["run", process.argv[2] ?? "worker/faults", "--silent=false"], {
  cwd: RAIZ,
  env: entorno({ FALLAS: "todo" }),
  stdio: ["ignore", "pipe", "pipe"],
});
for (const [de, a] of [
  [proceso.stdout, process.stdout],
  [proceso.stderr, process.stderr],
])
  createInterface({ input: de }).on("line", (linea) => {
    if (!RUIDO.test(linea)) a.write(`${linea}\n`);
  });
proceso.once("exit", (codigo) => {
  process.exitCode = codigo ?? 1;
});
