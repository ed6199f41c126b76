import type { Usuario } from "../../contract/acciones.ts";
import { ROLES, ROLES_CON_SEGUNDO } from "../../contract/vocabulario.ts";
import type { Db } from "../db/client.ts";
import { type Entorno, entornoDe } from "../env.ts";
import { abrirAuth, GALLETA_CACHE, GALLETA_SESION } from "./auth.ts";

/** Which session it is, and when it ends in epoch seconds. */
export type Sesion = { id: number; venceEn: number };

export type Lectura = {
  /** Null when nobody is signed in, or who is was blocked. */
  usuario: Usuario | null;
  /** Null when `usuario` is. */
  sesion: Sesion | null;
  /** Signed in with the password alone, where their role asks for a second factor: may do nothing but set one up. */
  pendiente: Usuario | null;
  /**
   * `Set-Cookie` values to send back: of a session that holds. One that is over is never cleared here: the answer may come
   * after another's that brought a new one.
   */
  galletas: string[];
};

const NADIE: Lectura = { usuario: null, sesion: null, pendiente: null, galletas: [] };

const esBearer = (headers: Headers) => /^bearer /i.test(headers.get("Authorization") ?? "");

// The library throws at a cache that is not base64url, so such a one is left out.
const NUESTRA = new RegExp(`^(${GALLETA_SESION}=.+|${GALLETA_CACHE}=[\\w-]+)$`);

/** What the library may read of a request: a program's token, or else the site's cookies; never a mixture. */
export function credencial(headers: Headers): Headers | null {
  if (esBearer(headers)) return new Headers({ Authorization: headers.get("Authorization") ?? "" });
  const nuestras =
    headers
      .get("Cookie")
      ?.split(/; */)
      .filter((par) => NUESTRA.test(par)) ?? [];
  return nuestras.some((par) => par.startsWith(`${GALLETA_SESION}=`))
    ? new Headers({ Cookie: nuestras.join("; ") })
    : null;
}

/** The library's ids are strings; ours are integers. */
function aUsuario(
  user: {
    id: string;
    rol?: string | null | undefined;
    personaId?: number | null | undefined;
    cuadrillaId?: number | null | undefined;
    bloqueadoEn?: number | null | undefined;
  },
  sesionId: string,
): Usuario | null {
  const rol = ROLES.find((r) => r === user.rol);
  if (!rol || user.personaId == null || user.bloqueadoEn != null) return null;
  const { personaId, cuadrillaId = null } = user;
  return {
    tipo: "usuario",
    id: Number(user.id),
    personaId,
    rol,
    cuadrillaId,
    sesionId: Number(sesionId),
  };
}

/** Who sends this request. No read with a warm cookie; two with a cold one or a token. */
export async function leerSesion(entorno: Entorno, db: Db, headers: Headers): Promise<Lectura> {
  const suyas = credencial(headers);
  if (!suyas) return NADIE;
  const { response, headers: vuelta } = await abrirAuth(entorno, db).api.getSession({
    headers: suyas,
    returnHeaders: true,
  });
  const usuario = response && aUsuario(response.user, response.session.id);
  const galletas = response && suyas.has("Cookie") ? vuelta.getSetCookie() : [];
  const falta =
    usuario !== null &&
    entorno.segundoObligatorio &&
    (ROLES_CON_SEGUNDO as readonly string[]).includes(usuario.rol) &&
    response?.user.segundoFactorEn == null;
  if (falta) return { ...NADIE, pendiente: usuario, galletas };
  return {
    usuario,
    sesion: usuario && {
      id: Number(response.session.id),
      venceEn: Math.floor(new Date(response.session.expiresAt).getTime() / 1000),
    },
    pendiente: null,
    galletas,
  };
}

/** Who holds this access token; nobody when it is not valid (any more). Two reads. */
export const lecturaDeToken = (env: Env, db: Db, token: string): Promise<Lectura> =>
  leerSesion(entornoDe(env), db, new Headers({ Authorization: `Bearer ${token}` }));

/**
 * Ends the request's session, so that neither its cookie nor its token opens anything.
 * @returns `Set-Cookie` values that clear the browser's cookies
 */
export async function cerrarSesion(entorno: Entorno, db: Db, headers: Headers): Promise<string[]> {
  const { headers: vuelta } = await abrirAuth(entorno, db).api.signOut({
    headers: credencial(headers) ?? new Headers(),
    returnHeaders: true,
  });
  return vuelta.getSetCookie();
}
