// `npm run reset`: forgets the local data (database, objects, queues, photos). Bare Node 20.
// `npm run reset -- --empty` leaves a municipality with nothing in it, instead of the demonstration's.
import { mkdirSync, rmSync } from "node:fs";
import { ESTADO_LOCAL, PUERTO, prepararVacia, puertoLibre } from "./comun/local.mjs";
import { instalar } from "./comun/preparar.mjs";

const [opcion, ...mas] = process.argv.slice(2);
if (mas.length > 0 || (opcion !== undefined && opcion !== "--empty")) {
  console.error("Se puede «npm run reset» o «npm run reset -- --empty», y nada más.");
  process.exit(2);
}
if (!(await puertoLibre(PUERTO))) {
  console.error(`Hay algo abierto en el puerto ${PUERTO}: cerrá «npm start» antes de vaciar.`);
  process.exit(1);
}
rmSync(ESTADO_LOCAL, { recursive: true, force: true });
if (opcion === "--empty") {
  instalar();
  mkdirSync(ESTADO_LOCAL, { recursive: true });
  console.log(`${prepararVacia()}\n«npm start» lo abre.`);
} else
  console.log("Datos locales vacíos. «npm start» carga de nuevo el municipio de demostración.");
