import type { MiddlewareHandler } from "hono";
import type { Catalogo } from "../../contract/tramas.ts";
import { idsDelPersonal } from "../domain/usuarios/personal.ts";
import { denunciar } from "../observar.ts";
import { canales } from "../realtime/channels.ts";
import type { AppEnv, C } from "./app-env.ts";
import { cambia } from "./middleware/cuerpo.ts";

/** A platform's Worker may have so many calls open at once that more would wait anyway. */
const A_LA_VEZ = 20;

async function contar(c: C, que: Catalogo): Promise<void> {
  const ids = await idsDelPersonal(c.get("ctx"));
  const { contar } = canales(c.env);
  for (let i = 0; i < ids.length; i += A_LA_VEZ)
    await Promise.allSettled(ids.slice(i, i + A_LA_VEZ).map((id) => contar(id, que)));
}

/**
 * After each change of a catalogue that was carried out: everyone of the city who has a screen open is told that it is
 * another now. Best effort, after the answer: a screen that missed it reads again when it connects.
 */
export const contarCambio =
  (que: Catalogo): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    await next();
    if (cambia(c) && c.res.ok) c.executionCtx.waitUntil(contar(c, que).catch(denunciar));
  };
