import type { Db } from "../db/client.ts";
import { type Cuenta, ponerAlDia } from "../domain/estadisticas/ponerAlDia.ts";

/** Each minute: the figures and the map count what has happened since. */
export const cifras = {
  nombre: "cifras",
  hacer: ({ db, ahora }: { db: Db; ahora: number }): Promise<Cuenta> => ponerAlDia(db, ahora),
};
