import type { Accion } from "../../contract/acciones.ts";
import { type ErrorApi, esErrorApi } from "../api/error.ts";
import { mensajeEnIdioma } from "../i18n/problemas.ts";

/** field → what to mend. The empty name is for the form as a whole. */
export type Errores = Record<string, string>;

type Resultado = {
  success: boolean;
  error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] };
};

/** The first problem of each field, named by the first step of its path. */
export function porCampo(r: Resultado): Errores {
  const errores: Errores = {};
  for (const { path, message } of r.error?.issues ?? [])
    errores[String(path[0] ?? "")] ??= mensajeEnIdioma(message);
  return errores;
}

export const hayErrores = (e: Errores): boolean => Object.keys(e).length > 0;

/** What the server said of each field, in the same shape. */
export function delServidor(e: unknown): Errores {
  const errores: Errores = {};
  if (esErrorApi(e))
    for (const x of (e as ErrorApi).errores) errores[x.campo.split(".")[0] ?? ""] ??= x.mensaje;
  return errores;
}

/** Focus goes to the first wrong control, once it is on screen. */
export function enfocarPrimero(form: HTMLElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
}

// The schemas and zod come when a form is first sent: no page pays for them before.
export const validarRegistro = async (d: unknown): Promise<Errores> =>
  porCampo((await import("../../contract/esquemas/cuentas.ts")).registro.safeParse(d));
export const validarIngreso = async (d: unknown): Promise<Errores> =>
  porCampo((await import("../../contract/esquemas/cuentas.ts")).ingreso.safeParse(d));
export const validarPedido = async (d: unknown): Promise<Errores> =>
  porCampo((await import("../../contract/esquemas/enlaces.ts")).enlacePedido.safeParse(d));
export const validarUso = async (d: object): Promise<Errores> => {
  const { enlaceUso } = await import("../../contract/esquemas/enlaces.ts");
  return porCampo(enlaceUso.safeParse({ ...d, cuenta: "cuenta" in d }));
};
export const validarCorreo = async (d: unknown): Promise<Errores> =>
  porCampo((await import("../../contract/esquemas/enlaces.ts")).correoCambio.safeParse(d));
export const validarQuien = async (d: unknown): Promise<Errores> =>
  porCampo((await import("../../contract/esquemas/reportes.ts")).quienReporta.safeParse(d));
export const validarPerfil = async (d: unknown): Promise<Errores> =>
  porCampo((await import("../../contract/esquemas/cuentas.ts")).perfilCambio.safeParse(d));
export const validarContrasena = async (d: unknown): Promise<Errores> =>
  porCampo((await import("../../contract/esquemas/cuentas.ts")).contrasenaCambio.safeParse(d));
export const validarReclamo = async (d: unknown): Promise<Errores> =>
  porCampo((await import("../../contract/esquemas/pedidos.ts")).reclamoNuevo.safeParse(d));
export async function validarAccion(accion: Accion, d: unknown): Promise<Errores> {
  const { CUERPOS, reclamoCambio } = await import("../../contract/esquemas/pedidos.ts");
  return porCampo(accion === "editar" ? reclamoCambio.safeParse(d) : CUERPOS[accion].safeParse(d));
}
