// `npm run seed -- --reclamos N [--again]`: fills the local database with a believable municipality of N reclamos
// (1,000 when not told), its figures and map counted. It never fills twice: `--again` forgets what there is, and then fills.
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  cargarDemo,
  ESTADO_LOCAL,
  migrar,
  NOTA_DEMO,
  PUERTO,
  puertoLibre,
} from "./comun/local.mjs";
import { instalar } from "./comun/preparar.mjs";

const USO = "npm run seed -- [--reclamos N] [--again]";
const MAXIMO = 200_000;

function leerPedido() {
  const { values } = parseArgs({
    options: { reclamos: { type: "string", default: "1000" }, again: { type: "boolean" } },
  });
  const total = Number(values.reclamos);
  if (!Number.isInteger(total) || total < 1 || total > MAXIMO)
    throw new Error(`--reclamos tiene que ser un número entero, de 1 a ${MAXIMO}`);
  return { total, otraVez: values.again ?? false };
}

async function llenar({ total, otraVez }) {
  if (!(await puertoLibre(PUERTO)))
    throw new Error(`Hay algo abierto en el puerto ${PUERTO}: cerrá «npm start» antes de llenar.`);
  if (otraVez) rmSync(ESTADO_LOCAL, { recursive: true, force: true });
  else if (existsSync(join(ESTADO_LOCAL, NOTA_DEMO)))
    throw new Error(
      "Ya hay un municipio en esta máquina. Para olvidarlo y llenar de nuevo: npm run seed -- --again",
    );
  instalar();
  mkdirSync(ESTADO_LOCAL, { recursive: true });
  migrar();
  console.log(`Lleno la base local con ${total} reclamos…`);
  const desde = performance.now();
  const quienes = cargarDemo(ESTADO_LOCAL, total);
  const segundos = ((performance.now() - desde) / 1000).toFixed(1);
  console.log(`${total} reclamos en ${segundos} s, con sus cifras y su mapa.\n\n${quienes}`);
  console.log("\n«npm start» lo abre.");
}

let pedido;
try {
  pedido = leerPedido();
} catch (error) {
  console.error(`${error.message}\nSe usa así: ${USO}`);
  process.exit(2);
}
try {
  await llenar(pedido);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
