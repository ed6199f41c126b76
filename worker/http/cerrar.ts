import { denunciar } from "../observar.ts";
import { canales } from "../realtime/channels.ts";
import type { C } from "./app-env.ts";

/**
 * Closes the sockets of somebody whose sessions this request has ended, but for the one that its answer brings. The answer
 * does not wait for it: the browser is to have its new session when its tabs ask who they are.
 */
export const cerrarLuego = (c: C, usuarioId: number): void =>
  c.executionCtx.waitUntil(canales(c.env).cerrar(usuarioId, "sesion_terminada").catch(denunciar));
