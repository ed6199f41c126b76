import { Hono } from "hono";
import * as z from "zod/mini";
import { instante } from "../../../contract/esquemas/comunes.ts";
import { CIERRE } from "../../../contract/tramas.ts";
import { darBoleto, esBoleto, leerBoleto } from "../../auth/boleto.ts";
import { Fallo } from "../../domain/fallo.ts";
import { exigirVigente } from "../../domain/usuarios/ver.ts";
import { canales } from "../../realtime/channels.ts";
import type { AppEnv, C } from "../app-env.ts";
import { describir } from "../describir.ts";
import { esDeCasa } from "../middleware/origen.ts";
import { lecturaDeToken } from "../middleware/sesion.ts";

const AREA = "Tiempo real";
const boleto = z.object({ boleto: z.string(), vence_en: instante });

/** What may stand in a header at all; anything else is no token of ours. */
const TOKEN = /^[\x21-\x7e]{1,512}$/;

const pideSocket = (c: C): boolean => c.req.header("Upgrade")?.toLowerCase() === "websocket";

/** RFC 9110, §15.5.22: says to which protocol to change. */
const faltaUpgrade = (): Response =>
  new Response("Esta dirección es para WebSocket.", {
    status: 426,
    headers: {
      Upgrade: "websocket",
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-store",
    },
  });

/** A refusal that a browser can read: it never sees the status of a failed handshake, but it does see a close code. */
function aceptarYCerrar(): Response {
  const { 0: cliente, 1: servidor } = new WebSocketPair();
  servidor.accept();
  servidor.close(CIERRE.sinSesion, "Sesión no válida");
  return new Response(null, { status: 101, webSocket: cliente });
}

/** The two doors to the person's channel: the seed's /ws/:token for programs, /api/ws for the site. */
export const rutasWs = new Hono<AppEnv>()
  .get(
    "/ws/:token",
    describir(
      AREA,
      "Socket para programas, con un boleto o el access_token; uno malo se cierra con 4001",
    ),
    async (c) => {
      if (!pideSocket(c)) return faltaUpgrade();
      const token = c.req.param("token");
      if (!TOKEN.test(token)) return aceptarYCerrar();
      const { usuario, sesion, ...mas } = esBoleto(token)
        ? await leerBoleto(c.get("entorno"), c.get("db"), token, c.get("ctx").ahora)
        : await lecturaDeToken(c.env, c.get("db"), token);
      if (!usuario) return aceptarYCerrar();
      const boleto = "boleto" in mas ? { boleto: mas.boleto } : {};
      const r = await canales(c.env).conectar(c.req.raw, usuario.id, { sesion, ...boleto });
      return r.status === 101 ? r : aceptarYCerrar();
    },
  )
  .post(
    "/api/ws/boleto",
    describir(AREA, "Un boleto de un solo uso para `/ws/:token`, en vez del access_token", boleto),
    async (c) => {
      const { id } = await exigirVigente(c.get("ctx"));
      const sesion = c.get("sesion");
      if (!sesion) throw new Fallo("sin_sesion", "Ingresá para seguir.");
      return c.json(await darBoleto(c.get("entorno"), id, sesion.id, c.get("ctx").ahora));
    },
  )
  .get(
    "/api/ws",
    describir(
      AREA,
      "Socket del sitio, con la sesión; `?desde=N` repite lo posterior a N, `usuario=ID` lo abre solo para esa cuenta",
    ),
    async (c) => {
      if (!pideSocket(c)) return faltaUpgrade();
      if (!esDeCasa(c)) throw new Fallo("origen_invalido", "Ese pedido viene de otro sitio.");
      // What opens once stays open: a session that was just ended must not.
      const actor = await exigirVigente(c.get("ctx")).catch((error: unknown) => {
        if (error instanceof Fallo) return null;
        throw error;
      });
      // A page that shows one person, in a browser where another has signed in since, must not take what is the other's.
      const para = c.req.query("usuario");
      return actor && (para === undefined || para === String(actor.id))
        ? canales(c.env).conectar(c.req.raw, actor.id, {
            gestion: actor.rol === "supervisor" || actor.rol === "admin",
            sesion: c.get("sesion") ?? null,
          })
        : aceptarYCerrar();
    },
  );
