import { Hono, type MiddlewareHandler } from "hono";
import {
  ingreso,
  registro,
  sesionAbierta,
  usuario,
  yo,
} from "../../../contract/esquemas/cuentas.ts";
import { ingresar } from "../../auth/ingresar.ts";
import { hashPassword } from "../../auth/password.ts";
import { cerrarSesion } from "../../auth/sesion.ts";
import { Fallo } from "../../domain/fallo.ts";
import { registrarUsuario } from "../../domain/usuarios/registrar.ts";
import { verIngresado, verYo } from "../../domain/usuarios/ver.ts";
import type { AppEnv, C } from "../app-env.ts";
import { describir } from "../describir.ts";
import { validar } from "../validar.ts";

const AREA = "Cuentas";
const FORMULARIO = "application/x-www-form-urlencoded";
const PERIODO_SEGUNDOS = 60;

/** The platform's limit (wrangler.toml), by the caller's network address. */
const limitar =
  (limite: "LIMITE_INGRESAR" | "LIMITE_REGISTRARSE"): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const key = c.req.header("CF-Connecting-IP") ?? "sin-direccion";
    const { success } = await c.env[limite].limit({ key });
    if (!success)
      throw new Fallo(
        "limite",
        "Hubo muchos intentos seguidos. Esperá un minuto y probá de nuevo.",
        {
          reintentarEnSegundos: PERIODO_SEGUNDOS,
        },
      );
    await next();
  };

const soloTipo =
  (tipo: string): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const suyo = c.req.header("Content-Type")?.split(";")[0]?.trim().toLowerCase();
    if (suyo !== tipo)
      throw new Fallo("tipo_no_admitido", `El pedido tiene que venir como ${tipo}.`);
    await next();
  };

const ponerGalletas = (c: C, galletas: string[]) => {
  for (const galleta of galletas) c.header("Set-Cookie", galleta, { append: true });
};

/** Mounted at /api/auth: the seed's doors, and the only ones to the session library. */
export const auth = new Hono<AppEnv>()
  .post(
    "/register",
    describir(AREA, "Abre la cuenta de un vecino.", usuario, 201),
    limitar("LIMITE_REGISTRARSE"),
    soloTipo("application/json"),
    validar("json", registro),
    async (c) => {
      const { password, ...datos } = c.req.valid("json");
      const hash = await hashPassword(password);
      return c.json(await registrarUsuario(c.get("ctx"), datos, hash), 201);
    },
  )
  .post(
    "/login",
    describir(AREA, "Ingresa con correo y contraseña: da la galleta y el token.", sesionAbierta),
    limitar("LIMITE_INGRESAR"),
    soloTipo(FORMULARIO),
    validar("form", ingreso),
    async (c) => {
      const ctx = c.get("ctx");
      const { usuarioId, token, galletas } = await ingresar(
        { entorno: c.get("entorno"), db: ctx.db, ahora: ctx.ahora, headers: c.req.raw.headers },
        c.req.valid("form"),
      );
      ponerGalletas(c, galletas);
      const user = await verIngresado(ctx, usuarioId);
      return c.json({ access_token: token, token_type: "bearer" as const, user });
    },
  )
  .get("/me", describir(AREA, "La cuenta con que se ingresó.", yo), async (c) =>
    c.json(await verYo(c.get("ctx"))),
  )
  .post("/logout", describir(AREA, "Cierra la sesión.", undefined, 204), async (c) => {
    ponerGalletas(c, await cerrarSesion(c.get("entorno"), c.get("db"), c.req.raw.headers));
    return c.body(null, 204);
  });
