import { CONTRASENA, conocida } from "../demo/personas.ts";

/** What an answer says that it cost the database, and how long it is. */
export type Costo = { viajes: number; leidas: number; escritas: number; bytes: number };
export type Respuesta = { cuerpo: unknown; costo: Costo };
export type Pedir = (metodo: string, ruta: string, cuerpo?: unknown) => Promise<Respuesta>;

export const QUIENES = ["supervisora", "admin", "cuadrilla", "vecina"] as const;
export type Quien = (typeof QUIENES)[number] | "nadie";

const COSTO = /viajes=(\d+) leidas=(\d+) escritas=(\d+)/;

/** Asks with these headers. @throws on anything but success, and where the answer does not tell its cost */
async function pedirCon(
  url: URL,
  headers: Record<string, string>,
  [metodo, ruta, cuerpo]: Parameters<Pedir>,
): Promise<Respuesta & { galletas: string[] }> {
  const r = await fetch(new URL(ruta, url), {
    method: metodo,
    headers: {
      ...headers,
      ...(cuerpo === undefined ? {} : { "Content-Type": "application/json" }),
    },
    ...(cuerpo === undefined ? {} : { body: JSON.stringify(cuerpo) }),
  });
  const texto = await r.text();
  if (!r.ok) throw new Error(`${metodo} ${ruta}: ${r.status} ${texto.slice(0, 300)}`);
  const [, viajes, leidas, escritas] = COSTO.exec(r.headers.get("Server-Timing") ?? "") ?? [];
  if (viajes === undefined) throw new Error(`${metodo} ${ruta}: no dice cuánto costó`);
  const esJson = r.headers.get("Content-Type")?.includes("json");
  return {
    cuerpo: esJson ? JSON.parse(texto) : texto,
    costo: {
      viajes: Number(viajes),
      leidas: Number(leidas),
      escritas: Number(escritas),
      bytes: Buffer.byteLength(texto),
    },
    galletas: r.headers.getSetCookie(),
  };
}

/** Signs in as a browser does. Gives back its cookies as one header. */
export async function ingresar(url: URL, quien: (typeof QUIENES)[number]): Promise<string> {
  const r = await fetch(new URL("/api/auth/login", url), {
    method: "POST",
    body: new URLSearchParams({ username: conocida(quien).email, password: CONTRASENA }),
  });
  if (!r.ok) throw new Error(`ingresar: ${r.status} ${await r.text()}`);
  return juntar("", r.headers.getSetCookie());
}

/** The cookies kept, with those that an answer set in their place. */
function juntar(cookie: string, nuevas: readonly string[]): string {
  const pares = [...cookie.split("; "), ...nuevas.map((g) => g.split(";")[0] ?? "")];
  return [...new Map(pares.filter(Boolean).map((p) => [p.split("=")[0], p])).values()].join("; ");
}

/**
 * How each person asks. The cookie that spares a look at the session lives for a minute, and the budget is of a warm one: an
 * answer that renewed it is asked for again, unless it changed something.
 */
export async function personas(url: URL): Promise<Record<Quien, Pedir>> {
  const hacer = (inicial: string): Pedir => {
    let cookie = inicial;
    return async (...pedido) => {
      const headers: Record<string, string> = cookie ? { Cookie: cookie, Origin: url.origin } : {};
      const r = await pedirCon(url, headers, pedido);
      if (!cookie || r.galletas.length === 0) return r;
      cookie = juntar(cookie, r.galletas);
      return pedido[0] === "GET" ? pedirCon(url, { ...headers, Cookie: cookie }, pedido) : r;
    };
  };
  const pares: [Quien, Pedir][] = [["nadie", hacer("")]];
  for (const quien of QUIENES) pares.push([quien, hacer(await ingresar(url, quien))]);
  return Object.fromEntries(pares) as Record<Quien, Pedir>;
}
