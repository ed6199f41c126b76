import type { Problema } from "../../contract/errores.ts";
import { idioma } from "../i18n/idioma.ts";
import { ErrorApi } from "./error.ts";

type Metodo = "GET" | "POST" | "PUT" | "DELETE";
type Opciones = {
  /** An object goes as JSON; a form goes as it is. */
  cuerpo?: object | FormData | URLSearchParams;
  /** The same for every retry of the same form: the server then acts once. */
  clave?: string;
  /** As whom it must go: the server refuses it when this browser is signed in as somebody else by now. */
  usuario?: number;
  /** What shows that a person sends it (lib/usar-humano.tsx). */
  persona?: string | null;
  senal?: AbortSignal;
};

const MUY_LENTO_MS = 30_000;

/** A key for one intention of the person; keep it while the same form is sent again. */
export const claveNueva = (): string => crypto.randomUUID();

function cuerpoDe(cuerpo: Opciones["cuerpo"]): [BodyInit | null, Record<string, string>] {
  if (cuerpo === undefined) return [null, {}];
  if (cuerpo instanceof FormData || cuerpo instanceof URLSearchParams) return [cuerpo, {}];
  return [JSON.stringify(cuerpo), { "content-type": "application/json" }];
}

/** The server says it in Spanish; the words for who reads another come with the first that is needed. */
const enIdioma = (p: Problema): Problema | Promise<Problema> =>
  idioma === "es" ? p : import("../i18n/problemas.ts").then((m) => m.problemaEnIdioma(p));

async function comoProblema(r: Response): Promise<ErrorApi> {
  const esperar = Number(r.headers.get("retry-after")) || null;
  try {
    const p = (await r.json()) as Problema;
    if (typeof p.detail === "string")
      return new ErrorApi("problema", r.status, await enIdioma(p), esperar);
  } catch {
    // Not JSON: a proxy's page, or a cut answer.
  }
  return new ErrorApi("raro", r.status, null, esperar);
}

async function responder(metodo: Metodo, ruta: string, o: Opciones, extra: Record<string, string>) {
  const [body, tipo] = cuerpoDe(o.cuerpo);
  const headers: Record<string, string> = { accept: "application/json", ...tipo, ...extra };
  if (metodo !== "GET") headers["idempotency-key"] = o.clave ?? claveNueva();
  if (o.usuario !== undefined) headers["baldosa-usuario"] = String(o.usuario);
  if (o.persona) headers["turnstile-token"] = o.persona;
  const tope = AbortSignal.timeout(MUY_LENTO_MS);
  const signal = o.senal ? AbortSignal.any([o.senal, tope]) : tope;
  try {
    return await fetch(ruta, { method: metodo, headers, body, signal, credentials: "same-origin" });
  } catch (causa) {
    if (o.senal?.aborted) throw causa;
    throw new ErrorApi("red", 0, null, null);
  }
}

/**
 * The one way to talk to the API.
 * @returns the answer's JSON (undefined for an empty one); throws ErrorApi otherwise
 */
export async function pedir<T>(metodo: Metodo, ruta: string, o: Opciones = {}): Promise<T> {
  const r = await responder(metodo, ruta, o, {});
  if (!r.ok) throw await comoProblema(r);
  if (r.status === 204) return undefined as T;
  try {
    return (await r.json()) as T;
  } catch {
    throw new ErrorApi("raro", r.status, null, null);
  }
}

export type ConEtag<T> = { etag: string | null; datos: T };

/** A GET that costs almost nothing when nothing changed: null then. */
export async function pedirSiCambio<T>(
  ruta: string,
  etag: string | null,
): Promise<ConEtag<T> | null> {
  const r = await responder("GET", ruta, {}, etag ? { "if-none-match": etag } : {});
  if (r.status === 304) return null;
  if (!r.ok) throw await comoProblema(r);
  const nueva = r.headers.get("etag");
  // The browser's own cache may turn a 304 into a 200 with the same tag.
  if (etag !== null && nueva === etag) return null;
  return { etag: nueva, datos: (await r.json()) as T };
}
