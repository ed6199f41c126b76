import { exports } from "cloudflare:workers";
import type { Usuario } from "../../contract/acciones.ts";
import { db } from "./fabrica.ts";
import { schema } from "../db/client.ts";

/** The Worker's own fetch, all middleware included. */
export const pedir = (ruta: string, init: RequestInit = {}): Promise<Response> =>
  exports.default.fetch(new Request(`http://127.0.0.1:8787${ruta}`, init));

let cuenta = 0;

/** A session of this person's, as a program holds it. The clock must be the real one. */
export async function tokenDe(usuario: Usuario): Promise<string> {
  cuenta += 1;
  const token = `token-de-prueba-${usuario.id}-${cuenta}-${"x".repeat(16)}`;
  const ahora = new Date();
  await db.insert(schema.sesiones).values({
    userId: usuario.id,
    token,
    expiresAt: new Date(ahora.getTime() + 86_400_000),
    createdAt: ahora,
    updatedAt: ahora,
  });
  return token;
}

export type Cliente = (
  metodo: string,
  ruta: string,
  cuerpo?: unknown,
  cabeceras?: Record<string, string>,
) => Promise<Response>;

/** A program that acts for this person; nobody when absent. Each has an address of its own, so that limits do not mix. */
export async function clienteDe(usuario?: Usuario): Promise<Cliente> {
  const token = usuario ? await tokenDe(usuario) : null;
  cuenta += 1;
  const direccion = `10.0.${cuenta >> 8}.${cuenta & 255}`;
  return (metodo, ruta, cuerpo, cabeceras = {}) =>
    pedir(ruta, {
      method: metodo,
      headers: {
        "CF-Connecting-IP": direccion,
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(cuerpo === undefined ? {} : { "Content-Type": "application/json" }),
        ...cabeceras,
      },
      ...(cuerpo === undefined
        ? {}
        : { body: typeof cuerpo === "string" ? cuerpo : JSON.stringify(cuerpo) }),
    });
}
