import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { bearer } from "better-auth/plugins/bearer";
import { eq } from "drizzle-orm";
import { aparatoDe } from "../../contract/agente.ts";
import { type Db, schema } from "../db/client.ts";
import { Fallo } from "../domain/fallo.ts";
import type { Entorno } from "../env.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import { porPrueba } from "./prueba.ts";
import { exigirSegundo } from "./segundo/comprobar.ts";

/** The session's own cookie: a signed random token. */
export const GALLETA_SESION = "__Host-sesion";
/** What the session says, signed: spares the database for as long as it lives. */
export const GALLETA_CACHE = "__Host-sesion-datos";

const MINUTO = 60;
const DIA = 86_400;
const CACHE_SEGUNDOS = MINUTO;
const SESION_SEGUNDOS = 7 * DIA;
/** Renewing is also what a session's last use is told by. */
const RENOVAR_CADA_SEGUNDOS = 60 * MINUTO;
const AGENTE_MAX = 200;

// `secure` is written by hand, and the library's own __Secure- prefix is off, because browsers take
// __Host- cookies on http://127.0.0.1 too, where the library would not make secure ones.
const galleta = (name: string) => ({
  name,
  attributes: { secure: true, httpOnly: true, sameSite: "lax", path: "/" } as const,
});

/**
 * What a session that is about to be opened has shown of a second factor: a code, none, or that it takes over from one; and
 * whether its password is one that anybody would try.
 */
export type Segundo = { codigo: string | null; ahora: number; comun?: boolean } | "mostrado";

const propio = { input: false, returned: true } as const;

/**
 * The session library over our tables. Its own HTTP handler is never mounted: only our doors call it.
 * Costs half a millisecond, so each request opens one on its own (counted) database.
 * @param segundo without it nobody who has a second factor gets a session, by whatever door
 */
export function abrirAuth(
  entorno: Entorno,
  db: Db,
  segundo: Segundo = { codigo: null, ahora: Math.floor(Date.now() / 1000) },
) {
  return betterAuth({
    appName: "Baldosa",
    baseURL: entorno.appUrl,
    secret: entorno.authSecret,
    trustedOrigins: [new URL(entorno.appUrl).origin],
    database: drizzleAdapter(db, {
      provider: "sqlite",
      schema: {
        user: schema.usuarios,
        session: schema.sesiones,
        account: schema.cuentas,
        verification: schema.verificaciones,
      },
    }),
    user: {
      // They travel in the signed cookie, so that a warm request knows its actor.
      additionalFields: {
        rol: { type: "string", required: false, ...propio },
        personaId: { type: "number", required: false, ...propio },
        cuadrillaId: { type: "number", required: false, ...propio },
        bloqueadoEn: { type: "number", required: false, ...propio },
        segundoFactorEn: { type: "number", required: false, ...propio },
      },
    },
    emailAndPassword: {
      enabled: true,
      // domain/usuarios/registrar.ts does it, in one batch with the persona.
      disableSignUp: true,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(hash, password),
      },
    },
    session: {
      expiresIn: SESION_SEGUNDOS,
      updateAge: RENOVAR_CADA_SEGUNDOS,
      cookieCache: { enabled: true, maxAge: CACHE_SEGUNDOS },
    },
    databaseHooks: {
      session: {
        create: {
          // Runs after the password was found right, so that blocking tells nothing to a stranger.
          before: async (sesion) => {
            const [usuario] = await db
              .select({
                rol: schema.usuarios.rol,
                bloqueadoEn: schema.usuarios.bloqueadoEn,
                segundoFactorEn: schema.usuarios.segundoFactorEn,
              })
              .from(schema.usuarios)
              .where(eq(schema.usuarios.id, Number(sesion.userId)));
            if (usuario?.bloqueadoEn !== null)
              throw new Fallo(
                "bloqueado",
                "Tu cuenta está bloqueada. Si creés que es un error, hablá con la municipalidad.",
              );
            // Chosen as a vecino, before the city gave them work.
            if (segundo !== "mostrado" && segundo.comun && usuario.rol !== "vecino")
              throw new Fallo(
                "contrasena_comun",
                "Tu contraseña es de las primeras que probaría cualquiera, y no alcanza para el trabajo que tenés ahora. Elegí otra desde «Olvidé mi contraseña».",
              );
            if (usuario.segundoFactorEn != null && segundo !== "mostrado")
              await exigirSegundo(
                {
                  authSecret: entorno.authSecret,
                  db,
                  ahora: segundo.ahora,
                  aparato: aparatoDe(sesion.userAgent ?? "").join(", ") || null,
                },
                Number(sesion.userId),
                segundo.codigo,
              );
            return { data: { ...sesion, userAgent: sesion.userAgent?.slice(0, AGENTE_MAX) } };
          },
        },
      },
    },
    plugins: [bearer(), porPrueba()],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // It would write addresses into the log; what fails is thrown, and logged by the request's own line.
    logger: { disabled: true },
    advanced: {
      database: { generateId: "serial", validateSchema: false },
      ipAddress: { ipAddressHeaders: ["cf-connecting-ip"] },
      useSecureCookies: false,
      cookies: {
        session_token: galleta(GALLETA_SESION),
        session_data: galleta(GALLETA_CACHE),
        dont_remember: galleta("__Host-sesion-breve"),
      },
    },
  });
}
