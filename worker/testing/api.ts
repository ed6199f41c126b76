import type { Usuario } from "../../contract/acciones.ts";
import { schema } from "../db/client.ts";
import { abrirCliente, type Cliente } from "./cliente.ts";
import { db } from "./fabrica.ts";

const DIA_MS = 86_400_000;

/** A session of this person's, as a program holds it. */
export async function tokenDe(usuario: Usuario): Promise<string> {
  const token = `prueba-${usuario.id}-${crypto.randomUUID()}`;
  const ahora = new Date();
  await db.insert(schema.sesiones).values({
    userId: usuario.id,
    token,
    expiresAt: new Date(ahora.getTime() + DIA_MS),
    createdAt: ahora,
    updatedAt: ahora,
  });
  return token;
}

/** A program that acts for this person. */
export const clienteDe = async (usuario: Usuario): Promise<Cliente> =>
  abrirCliente({ token: await tokenDe(usuario) });
