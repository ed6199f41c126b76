import type { EnlaceUsado, EnlaceUso, EnlaceVisto } from "../../contract/esquemas/enlaces.ts";
import { abrirProbada } from "../auth/abrir.ts";
import { galletaConocido } from "../auth/conocido.ts";
import { exigirSegura } from "../auth/contrasena-segura.ts";
import { huellaDe, selloNuevo } from "../auth/enlaces.ts";
import { claveDe, exigirIntento, olvidarIntentos } from "../auth/intentos.ts";
import { hashPassword, verifyPassword } from "../auth/password.ts";
import { pedirEnlace } from "../domain/enlaces/pedir.ts";
import { pedirCambioDeCorreo, pedirVerificacion } from "../domain/enlaces/propios.ts";
import {
  type Usado,
  usarCorreo,
  usarIngresar,
  usarRecuperar,
  usarVerificar,
} from "../domain/enlaces/usar.ts";
import { type Leido, leerEnlace, verEnlace } from "../domain/enlaces/ver.ts";
import { falloDeCampo } from "../domain/fallo.ts";
import { usarInvitacion } from "../domain/invitaciones/aceptar.ts";
import { type Confirmado, confirmarReporte } from "../domain/reportes/confirmar.ts";
import { nombrarPrimerAdmin } from "../domain/usuarios/primer-admin.ts";
import { verIngresado } from "../domain/usuarios/ver.ts";
import { canales } from "../realtime/channels.ts";
import type { C } from "./app-env.ts";

/** After the answer: it takes as long for an address that gets no mail. What the queue loses, the sweep finds. */
export function mandar(c: C, correos: readonly number[]): void {
  const cola = correos.map((correo_id) => c.env.CORREO.send({ correo_id }));
  c.executionCtx.waitUntil(Promise.allSettled(cola));
}

const sello = (c: C) => selloNuevo(c.get("entorno").authSecret);

/** Asks for a link; says nothing of whether anybody gets one. */
export async function pedir(
  c: C,
  { que, email }: { que: "ingresar" | "recuperar"; email: string },
): Promise<void> {
  const correo = await pedirEnlace(c.get("ctx"), que, email, await claveDe(email), sello(c));
  mandar(c, correo === null ? [] : [correo]);
}

/** Asks whoever opened this account to prove its address. */
export async function pedirQueVerifique(c: C, usuarioId: number, email: string): Promise<void> {
  mandar(c, await pedirVerificacion(c.get("ctx"), usuarioId, await claveDe(email), sello(c)));
}

/** Asks for another address for the actor's account. */
export async function pedirOtroCorreo(c: C, email: string): Promise<void> {
  mandar(c, await pedirCambioDeCorreo(c.get("ctx"), email, await claveDe(email), sello(c)));
}

export const ver = (c: C, token: string): Promise<EnlaceVisto> =>
  verEnlace(c.get("ctx"), huellaDe(token));

/** Whether who brings the link also has the account. @throws Fallo datos_invalidos for a wrong password, limite */
async function esPropia(c: C, { cuenta, enlace, hash }: Leido, password: string | undefined) {
  const { actor, ahora, db } = c.get("ctx");
  if (actor.tipo === "usuario" && actor.id === cuenta?.id) return true;
  if (!password || !cuenta) return false;
  // Who brings the link reads the mailbox: guesses count by it, and those at the door keep nobody out.
  const clave = await claveDe(`dueño del enlace ${enlace.id}`);
  await exigirIntento(db, clave, ahora);
  if (hash !== null && (await verifyPassword(hash, password))) {
    await olvidarIntentos(db, clave);
    return true;
  }
  throw falloDeCampo("password", "No es la contraseña de esa cuenta.");
}

async function hacer(c: C, leido: Leido, uso: EnlaceUso): Promise<Usado | Confirmado> {
  const ctx = c.get("ctx");
  switch (leido.enlace.que) {
    case "ingresar":
      return usarIngresar(ctx, leido);
    case "verificar":
      return usarVerificar(ctx, leido, await esPropia(c, leido, uso.password));
    case "recuperar":
      if (uso.nueva === undefined) throw falloDeCampo("nueva", "Elegí una contraseña.");
      exigirSegura(leido.cuenta?.rol ?? "vecino", uso.nueva, leido.enlace.email, "nueva");
      return usarRecuperar(ctx, leido, await hashPassword(uso.nueva));
    case "invitacion": {
      const { nombre, apellido = "", nueva } = uso;
      if (!nombre) throw falloDeCampo("nombre", "Falta este dato.");
      if (nueva === undefined) throw falloDeCampo("nueva", "Elegí una contraseña.");
      exigirSegura("admin", nueva, leido.enlace.email, "nueva");
      return usarInvitacion(ctx, leido, { nombre, apellido, hash: await hashPassword(nueva) });
    }
    case "correo":
      return usarCorreo(ctx, leido, await esPropia(c, leido, uso.password));
    case "reporte":
      return confirmarReporte(ctx, leido, uso.cuenta === true);
  }
}

/**
 * Spends a link and does what it is for.
 * @returns what came of it, and the cookies of the session that it opened
 * @throws Fallo enlace_vencido, datos_invalidos, ya_existe
 */
export async function usar(
  c: C,
  uso: EnlaceUso,
): Promise<{ usado: EnlaceUsado; galletas: string[] }> {
  const ctx = c.get("ctx");
  const leido = await leerEnlace(ctx, huellaDe(uso.token));
  const hecho = await hacer(c, leido, uso);
  const { que, correos } = hecho;
  // Whoever brings a link has proved the address; the one of BOOTSTRAP_ADMIN_EMAIL may be waited for.
  const primero =
    leido.enlace.email === c.get("entorno").primerAdmin
      ? await nombrarPrimerAdmin(ctx, leido.enlace.email)
      : null;
  const abrir = hecho.abrir ?? (leido.cuenta?.segundoFactorEn == null ? primero : null);
  const cerrar = primero === null ? hecho.cerrar : [...new Set([...hecho.cerrar, primero])];
  mandar(c, correos);
  await Promise.all(cerrar.map((id) => canales(c.env).cerrar(id, "sesion_terminada")));
  const sesion =
    abrir === null
      ? null
      : await abrirProbada(
          { entorno: c.get("entorno"), db: ctx.db, headers: c.req.raw.headers },
          abrir,
        );
  const usado: EnlaceUsado = {
    que,
    email: leido.enlace.email,
    access_token: sesion?.token ?? null,
    user: sesion && (await verIngresado(ctx, sesion.usuarioId, "enlace")),
    reclamo: "reclamo" in hecho ? hecho.reclamo : null,
  };
  // Whoever reads the mailbox may sign in from here, however many guess elsewhere.
  const conocido = await galletaConocido(c.get("entorno").authSecret, leido.enlace.email);
  return { usado, galletas: [...(sesion?.galletas ?? []), conocido] };
}
