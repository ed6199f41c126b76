import type { Actor, Usuario } from "../../contract/acciones.ts";
import type { Rol } from "../../contract/vocabulario.ts";
import { abrirDb, type Consumo, consumoVacio, contar, type Db } from "../db/client.ts";
import { Fallo, sinPermiso } from "./fallo.ts";

export type { Consumo, Db };

/** What every verb takes. */
export type Ctx = {
  db: Db;
  actor: Actor;
  /** Epoch seconds. */
  ahora: number;
  /** The request's Idempotency-Key and the digest of what it asks, when it has one. */
  clave?: { valor: string; huella: string };
  /** The network that the request comes from, truncated: for the audit, and sealed to tell one from another. Absent for the clock. */
  direccion?: string | null;
  /** The device that the request comes from, roughly: for mails about the account. Absent for the clock. */
  aparato?: string | null;
  /** Ids of the eventos written; who called the verb hands them to dispatch. */
  hechos: number[];
};

/** The clock's or a queue's context. */
export const ctxDelSistema = (db: Db, proceso: string, ahora: number): Ctx => ({
  db,
  actor: { tipo: "sistema", proceso },
  ahora,
  hechos: [],
});

/** @throws Fallo sin_sesion */
export function exigirUsuario(ctx: Ctx): Usuario {
  if (ctx.actor.tipo !== "usuario") throw new Fallo("sin_sesion", "Ingresá para seguir.");
  return ctx.actor;
}

/** @throws Fallo sin_sesion, sin_permiso */
export function exigirRol(ctx: Ctx, ...roles: Rol[]): Usuario {
  const usuario = exigirUsuario(ctx);
  if (!roles.includes(usuario.rol)) throw sinPermiso();
  return usuario;
}

/** A database for one request, and what it costs as it goes. */
export function abrirDatos(d1: D1Database): { db: Db; consumo: Consumo } {
  const consumo = consumoVacio();
  return { db: abrirDb(contar(d1, consumo)), consumo };
}
