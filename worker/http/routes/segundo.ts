import { Hono } from "hono";
import {
  codigosRecuperacion,
  conCodigo,
  conCodigoSiHay,
  estadoSegundo,
  secretoSegundo,
} from "../../../contract/esquemas/segundo.ts";
import {
  activarSegundo,
  empezarSegundo,
  type Pedido,
  quitarSegundo,
  renovarRecuperacion,
  verSegundo,
} from "../../auth/segundo/administrar.ts";
import { exigirVigente } from "../../domain/usuarios/ver.ts";
import type { AppEnv, C } from "../app-env.ts";
import { cerrarLuego } from "../cerrar.ts";
import { ciudadDe } from "../ciudad.ts";
import { describir } from "../describir.ts";
import { mandar } from "../enlaces.ts";
import { validar } from "../validar.ts";

const AREA = "Cuentas";
/** What the app calls this account where nobody has named the city. */
const SIN_NOMBRE = "Baldosa";

const pedidoDe = (c: C): Pedido => ({
  entorno: c.get("entorno"),
  ctx: c.get("ctx"),
  headers: c.req.raw.headers,
});

const ponerGalletas = (c: C, galletas: string[]) => {
  for (const galleta of galletas) c.header("Set-Cookie", galleta, { append: true });
};

/** Mounted at /api/auth/segundo-factor: one's own. */
export const rutasSegundo = new Hono<AppEnv>()
  .use(async (c, next) => {
    await exigirVigente(c.get("ctx"));
    await next();
  })
  .get(
    "/",
    describir(AREA, "El segundo factor de uno: si está, si el rol lo pide.", estadoSegundo),
    async (c) => c.json(await verSegundo(pedidoDe(c))),
  )
  .post(
    "/",
    describir(
      AREA,
      "Un secreto nuevo para la app (TOTP, RFC 6238). No cambia nada hasta activarlo.",
      secretoSegundo,
    ),
    validar("json", conCodigoSiHay),
    async (c) => {
      const emisor = (await ciudadDe(c)).nombre || SIN_NOMBRE;
      const { codigo, actual } = c.req.valid("json");
      return c.json(await empezarSegundo(pedidoDe(c), { codigo, actual, emisor }));
    },
  )
  .post(
    "/activar",
    describir(
      AREA,
      "Activa el secreto con un código suyo; da los de recuperación y cierra las demás sesiones.",
      codigosRecuperacion,
    ),
    validar("json", conCodigo),
    async (c) => {
      const p = pedidoDe(c);
      const { codigos, galletas, correos } = await activarSegundo(p, c.req.valid("json").codigo);
      ponerGalletas(c, galletas);
      mandar(c, correos);
      const { actor } = p.ctx;
      // Those of the sessions that it ended; this one's opens again by itself.
      if (actor.tipo === "usuario") cerrarLuego(c, actor.id);
      return c.json({ codigos });
    },
  )
  .post(
    "/codigos",
    describir(
      AREA,
      "Códigos de recuperación nuevos; los viejos ya no sirven.",
      codigosRecuperacion,
    ),
    validar("json", conCodigo),
    async (c) => {
      const { codigos, correos } = await renovarRecuperacion(
        pedidoDe(c),
        c.req.valid("json").codigo,
      );
      mandar(c, correos);
      return c.json({ codigos });
    },
  )
  .post(
    "/quitar",
    describir(
      AREA,
      "Vuelve a ingresar solo con la contraseña, si el rol lo permite.",
      undefined,
      204,
    ),
    validar("json", conCodigo),
    async (c) => {
      const { galletas, correos } = await quitarSegundo(pedidoDe(c), c.req.valid("json").codigo);
      ponerGalletas(c, galletas);
      mandar(c, correos);
      return c.body(null, 204);
    },
  );
