import type { MiddlewareHandler } from "hono";
import { abonado } from "../../domain/auditoria/direccion.ts";
import { Fallo } from "../../domain/fallo.ts";
import type { AppEnv, C } from "../app-env.ts";

/** The address a request comes from, as Cloudflare tells it. */
export const direccionDe = (c: C): string => c.req.header("CF-Connecting-IP") ?? "sin-direccion";

/** The key of a limit on who is not signed in. */
export const deDonde = (c: C): string => abonado(direccionDe(c)) ?? direccionDe(c);

const VENTANA_SEGUNDOS = 60;

/** @throws Fallo limite with the seconds to wait */
export async function exigirLimite(limite: RateLimit, clave: string): Promise<void> {
  const { success } = await limite.limit({ key: clave });
  if (!success)
    throw new Fallo("limite", "Demasiados pedidos seguidos. Esperá un minuto y probá de nuevo.", {
      reintentarEnSegundos: VENTANA_SEGUNDOS,
    });
}

/**
 * A codigo that is nobody's costs a try: 50 random bits, so at this pace somebody who guesses from one address finds one of a
 * city's hundred thousand in two hundred years. Who follows a link meets no limit.
 * @throws Fallo limite
 */
export const contarCodigoErrado = (c: C): Promise<void> =>
  exigirLimite(c.env.LIMITE_GENERAL, `codigo:${deDonde(c)}`);

/**
 * Doors that have the numbers of LIMITE_INGRESAR each for itself, so that who asks for links is not shut out of the login:
 * signing in; a person's own account (password, deleting it); asking for a link; looking at one and using it.
 */
export type Puerta = "ingresar" | "cuenta" | "pedir" | "enlace";

/** @throws Fallo limite */
export const exigirPuerta = (c: C, puerta: Puerta): Promise<void> =>
  exigirLimite(c.env.LIMITE_INGRESAR, `${puerta}:${deDonde(c)}`);

/** The platform's limit of one door (wrangler.toml), by the caller's network address. */
export const limitarPuerta =
  (puerta: Puerta): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    await exigirPuerta(c, puerta);
    await next();
  };

/** Registering, and reports without an account. */
export const limitarRegistro = (): MiddlewareHandler<AppEnv> => async (c, next) => {
  await exigirLimite(c.env.LIMITE_REGISTRARSE, deDonde(c));
  await next();
};

/** Not requests of a person: how the site is, who is there (each page asks, and without an answer would say that nobody is), and what the mail provider signed. */
const LIBRES = ["/api/health", "/api/auth/quien", "/api/correos/novedades"];

/** The default limit: by account when signed in, by address when not. A page's photos do not count. */
export const limiteGeneral = (): MiddlewareHandler<AppEnv> => async (c, next) => {
  const esFoto = c.req.method === "GET" && c.req.path.startsWith("/api/fotos/");
  if (!esFoto && !LIBRES.includes(c.req.path)) {
    const { actor } = c.get("ctx");
    const clave = actor.tipo === "usuario" ? `u:${actor.id}` : `d:${deDonde(c)}`;
    await exigirLimite(c.env.LIMITE_GENERAL, clave);
  }
  await next();
};
