// `npm test`: every check in order, on Node 20 and npm alone. It goes on after a failure, so that
// one run tells all; the last line is the true count. `npm test -- --only=unit,e2e` runs a part.
import { CHEQUEOS } from "./comun/chequeos.mjs";
import { instalar } from "./comun/preparar.mjs";

const pedidos = process.argv.find((a) => a.startsWith("--only="))?.slice("--only=".length);
const nombres = pedidos?.split(",") ?? Object.keys(CHEQUEOS);
const desconocidos = nombres.filter((nombre) => !(nombre in CHEQUEOS));
if (desconocidos.length > 0) {
  console.error(`No conozco ${desconocidos.join(", ")}. Hay: ${Object.keys(CHEQUEOS).join(", ")}`);
  process.exit(2);
}

try {
  instalar();
} catch (error) {
  console.error(error.message);
  console.log("0 passed, 1 failed");
  process.exit(1);
}

const resumen = [];
for (const nombre of nombres) {
  console.log(`\n━━ ${nombre}`);
  const desde = Date.now();
  let cuenta;
  try {
    cuenta = await CHEQUEOS[nombre]();
  } catch (error) {
    console.error(error.message);
    cuenta = { pasaron: 0, fallaron: 1 };
  }
  resumen.push({ nombre, ...cuenta, segundos: (Date.now() - desde) / 1000 });
}

console.log("\n━━ resumen");
for (const { nombre, pasaron, fallaron, segundos } of resumen)
  console.log(
    `${fallaron > 0 ? "✗" : "✓"} ${nombre.padEnd(12)} ${String(pasaron).padStart(5)} bien ${String(fallaron).padStart(4)} mal ${segundos.toFixed(1).padStart(7)} s`,
  );
// Again at the end, where who has only the last lines of a log finds them.
for (const { nombre, cuales = [] } of resumen)
  for (const cual of cuales) console.log(`\n! ${nombre}: ${cual}`);
const pasaron = resumen.reduce((suma, r) => suma + r.pasaron, 0);
const fallaron = resumen.reduce((suma, r) => suma + r.fallaron, 0);
process.exitCode = fallaron > 0 ? 1 : 0;
console.log(`\n${pasaron} passed, ${fallaron} failed`);
