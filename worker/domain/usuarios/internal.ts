import { eq, sql } from "drizzle-orm";
import type { UsuarioDetalle } from "../../../contract/esquemas/cuentas.ts";
import { type Db, schema } from "../../db/client.ts";

const { personas, usuarios } = schema;

export const COLUMNAS = {
  id: usuarios.id,
  email: usuarios.email,
  nombre: personas.nombre,
  apellido: personas.apellido,
  rol: usuarios.rol,
  telefono: personas.telefono,
  cuadrilla_id: usuarios.cuadrillaId,
  verificado: usuarios.emailVerified,
  bloqueado_en: usuarios.bloqueadoEn,
  segundo_factor: sql<"no" | "activo">`iif(${usuarios.segundoFactorEn} IS NULL, 'no', 'activo')`,
};

/** Accounts with their persona's name and telephone: the start of a select. */
export const seleccionar = (db: Db) =>
  db.select(COLUMNAS).from(usuarios).innerJoin(personas, eq(personas.id, usuarios.personaId));

export type Fila = Awaited<ReturnType<typeof seleccionar>>[number];

export const aDetalle = ({ bloqueado_en, ...resto }: Fila): UsuarioDetalle => ({
  ...resto,
  bloqueado: bloqueado_en !== null,
});
