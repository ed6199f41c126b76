// `npm start`: everything from a fresh clone to a served site, on Node 20 and npm alone.
// `npm run dev` is the same with `--vivo`: the site is built again as one types.
import { spawn } from "node:child_process";
import {
  asegurarSecretos,
  cargarDemo,
  DIRECCION,
  ESTADO_LOCAL,
  esperarListo,
  generarTipos,
  migrar,
  PUERTO,
  puertoLibre,
  relojDeCron,
  retener,
  servir,
  terminar,
} from "./comun/local.mjs";
import { correr, entorno, instalar, RAIZ } from "./comun/preparar.mjs";

const vivo = process.argv.includes("--vivo");
const url = `http://${DIRECCION}:${PUERTO}`;
const construir = ["build", "--logLevel=warn", ...(vivo ? ["--mode=development"] : [])];
const procesos = [];
let terminando = false;
let salida;

async function salir(codigo) {
  if (terminando) return;
  terminando = true;
  // What the tools say while they are being ended is no news.
  salida?.callar();
  await Promise.all(procesos.map(terminar));
  process.exit(codigo);
}
process.on("SIGINT", () => salir(0));
process.on("SIGTERM", () => salir(0));

/** One step, with its name and how long it took. */
function paso(nombre, hacer) {
  const desde = Date.now();
  process.stdout.write(`· ${nombre}…`);
  const resultado = hacer();
  console.log(` ${((Date.now() - desde) / 1000).toFixed(1)} s`);
  return resultado;
}

async function empezar() {
  if (!Number.isInteger(PUERTO) || PUERTO < 1 || PUERTO > 65535)
    throw new Error(`PORT tiene que ser un puerto entre 1 y 65535, no «${process.env.PORT}»`);
  if (!(await puertoLibre(PUERTO)))
    throw new Error(
      `El puerto ${PUERTO} está ocupado. ¿Quedó otro «npm start» abierto? Cerralo, o elegí otro: PORT=8788 npm start`,
    );
  instalar();
  asegurarSecretos();
  paso("Tipos", generarTipos);
  paso("Sitio (vite build)", () => correr("vite", construir));
  paso("Migraciones", () => migrar());
  const quienes = paso("Municipio de demostración", () => cargarDemo());

  if (vivo)
    procesos.push(
      spawn("vite", [...construir, "--watch"], {
        cwd: RAIZ,
        env: entorno(),
        detached: true,
        stdio: ["ignore", "inherit", "inherit"],
      }),
    );
  const worker = servir({
    puerto: PUERTO,
    carpeta: ESTADO_LOCAL,
    variables: { APP_URL: url },
    extra: vivo ? ["--live-reload"] : [],
    salida: "pipe",
  });
  salida = retener(worker);
  procesos.push(worker);
  for (const proceso of procesos) {
    proceso.once("error", (error) => {
      console.error(error.message);
      salir(1);
    });
    // Any of them ending by itself ends the rest, with its own code.
    proceso.once("exit", (codigo) => {
      if (!terminando) console.error(salida.retenido());
      salir(codigo || 1);
    });
  }

  if (!(await esperarListo(worker, PUERTO))) {
    if (!terminando)
      console.error(`${salida.retenido()}\nEl Worker no llegó a contestar a tiempo.`);
    return salir(1);
  }
  salida.soltar();
  relojDeCron(PUERTO);
  console.log(`\n${quienes}\n\nBaldosa está en ${url}\nCtrl-C la cierra; los datos quedan.\n`);
}

empezar().catch((error) => {
  if (!terminando) console.error(`\n${error.message}`);
  salir(1);
});
