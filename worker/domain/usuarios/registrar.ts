import { sql } from "drizzle-orm";
import type * as z from "zod/mini";
import type { registro, Usuario } from "../../../contract/esquemas/cuentas.ts";
import type { Rol } from "../../../contract/vocabulario.ts";
import { schema } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { Fallo } from "../fallo.ts";

const { personas, usuarios, cuentas } = schema;

/** The session library's name for "signs in with a password". */
const PROVEEDOR = "credential";

/** Decided by the statement that writes it: of two who come at once, one is first. */
const ROL_DEL_PRIMERO = sql<Rol>`CASE WHEN EXISTS (SELECT 1 FROM usuarios WHERE rol = 'admin') THEN 'vecino' ELSE 'admin' END`;

const esRepetido = (error: unknown): boolean => {
  for (let e: unknown = error; e instanceof Error; e = e.cause)
    if (/UNIQUE constraint failed: usuarios\.email/.test(e.message)) return true;
  return false;
};

/**
 * Opens an account for a vecino: persona, account and password in one batch, so that none is left without the others.
 * A persona whom the city knew by that address stays apart until the address is verified.
 * @param hash the password's, by worker/auth/password.ts
 * @param siNoHayAdmin what the account becomes where there is no admin yet (worker/env.ts, puedeSerPrimerAdmin)
 * @throws Fallo ya_existe when the address has an account
 */
export async function registrarUsuario(
  { db, ahora }: Ctx,
  { email, nombre, apellido, telefono }: Omit<z.output<typeof registro>, "password">,
  hash: string,
  siNoHayAdmin: "admin" | "vecino" = "vecino",
): Promise<Usuario> {
  const en = new Date(ahora * 1000);
  const usuarioId = sql<number>`(SELECT id FROM usuarios WHERE email = ${email})`;
  try {
    const [, [creado]] = await db.batch([
      db
        .insert(personas)
        .values({ nombre, apellido, email, telefono: telefono || null, creado_en: ahora }),
      db
        .insert(usuarios)
        .values({
          personaId: sql`last_insert_rowid()`,
          name: `${nombre} ${apellido}`,
          email,
          ...(siNoHayAdmin === "admin" ? { rol: ROL_DEL_PRIMERO } : {}),
          createdAt: en,
          updatedAt: en,
        })
        .returning({ id: usuarios.id, rol: usuarios.rol }),
      db.insert(cuentas).values({
        userId: usuarioId,
        accountId: sql`CAST(${usuarioId} AS TEXT)`,
        providerId: PROVEEDOR,
        password: hash,
        createdAt: en,
        updatedAt: en,
      }),
    ]);
    if (!creado) throw new Error("the account's row did not come back");
    return { id: creado.id, email, nombre, apellido, rol: creado.rol };
  } catch (error) {
    if (esRepetido(error))
      throw new Fallo("ya_existe", "Ya hay una cuenta con ese correo. Ingresá con ella.", {
        errores: [{ campo: "email", mensaje: "Ya hay una cuenta con ese correo." }],
      });
    throw error;
  }
}
