import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { Variables } from "../env.ts";
import puertas from "../index.ts";

export type Respuesta<T> = { status: number; headers: Headers; cuerpo: T };

/** Of the limit that is not what a test is about. */
const SIN_LIMITE: Partial<Env> = { LIMITE_GENERAL: { limit: async () => ({ success: true }) } };

/**
 * Somebody who talks to the API from an address of their own; a browser keeps its cookies, a program brings a token.
 * Who is `incansable` asks more than a person may in a minute; `vars` are of an install that is set up otherwise.
 */
export function abrirCliente({
  token,
  incansable,
  vars,
}: {
  token?: string;
  incansable?: true;
  vars?: Variables;
} = {}) {
  const lugar = { ...env, ...(incansable ? SIN_LIMITE : {}), ...vars };
  const galletas = new Map<string, string>();
  const direccion = `2001:db8:${crypto.randomUUID().slice(0, 4)}:${crypto.randomUUID().slice(0, 4)}::1`;

  /** Sends an object as JSON, URLSearchParams and FormData as forms. The answer's body comes parsed. */
  async function pedir<T = Record<string, unknown>>(
    metodo: string,
    ruta: string,
    cuerpo?: unknown,
    mas: Record<string, string> = {},
  ): Promise<Respuesta<T>> {
    const headers = new Headers({ "CF-Connecting-IP": direccion });
    if (token) headers.set("Authorization", `Bearer ${token}`);
    if (galletas.size > 0)
      headers.set("Cookie", [...galletas].map(([n, v]) => `${n}=${v}`).join("; "));
    const esFormulario = cuerpo instanceof URLSearchParams || cuerpo instanceof FormData;
    const crudo = typeof cuerpo === "string" || esFormulario;
    if (cuerpo !== undefined && !esFormulario) headers.set("Content-Type", "application/json");
    for (const [n, v] of Object.entries(mas)) headers.set(n, v);
    const ctx = createExecutionContext();
    const respuesta = await puertas.fetch(
      new Request(`http://127.0.0.1:8787${ruta}`, {
        method: metodo,
        headers,
        body: cuerpo === undefined ? null : crudo ? (cuerpo as BodyInit) : JSON.stringify(cuerpo),
      }),
      incansable || vars ? lugar : env,
      ctx,
    );
    await waitOnExecutionContext(ctx);
    for (const galleta of respuesta.headers.getSetCookie()) {
      const [nombre = "", valor = ""] = (galleta.split(";")[0] ?? "").split(/=(.*)/);
      if (/Max-Age=0/i.test(galleta)) galletas.delete(nombre);
      else galletas.set(nombre, valor);
    }
    const texto = await respuesta.text();
    const json = /json/.test(respuesta.headers.get("Content-Type") ?? "");
    return {
      status: respuesta.status,
      headers: respuesta.headers,
      cuerpo: (json ? JSON.parse(texto) : texto) as T,
    };
  }

  return { pedir, galletas };
}

/** The machine's clock, whatever a test makes of Date. */
const { now: reloj } = Date;

/**
 * What `hacer` gives, done within one of the clock's minutes, by which the runtime's limits count: again if it turned
 * meanwhile, so it begins with somebody new.
 */
export async function enUnMinuto<T>(hacer: () => Promise<T>): Promise<T> {
  const minuto = () => Math.floor(reloj() / 60_000);
  const antes = minuto();
  const dicho = await hacer();
  return minuto() === antes ? dicho : hacer();
}

export type Cliente = ReturnType<typeof abrirCliente>;

/** The seed's login. */
export const ingresarCon = (
  cliente: Cliente,
  username: string,
  password: string,
  codigo?: string,
) =>
  cliente.pedir<{ access_token: string; codigo?: string }>(
    "POST",
    "/api/auth/login",
    new URLSearchParams({ username, password, ...(codigo === undefined ? {} : { codigo }) }),
  );
