// `npm run reset`: forgets the local data (database, objects, queues, photos). Bare Node 20.
import { rmSync } from "node:fs";
import { ESTADO_LOCAL, PUERTO, puertoLibre } from "./comun/local.mjs";

if (!(await puertoLibre(PUERTO))) {
  console.error(`Hay algo abierto en el puerto ${PUERTO}: cerrá «npm start» antes de vaciar.`);
  process.exit(1);
}
rmSync(ESTADO_LOCAL, { recursive: true, force: true });
console.log("Datos locales vacíos. «npm start» carga de nuevo el municipio de demostración.");
