import { colorQueSeLee } from "../../contract/colores.ts";
import { tci } from "../i18n/ciudad.ts";
import { type Errores, porCampo } from "./validar.ts";

/** The same schemas as the server's, brought when a form is first sent. */
const catalogos = () => import("../../contract/esquemas/catalogos.ts");

export async function validarCategoria(d: { color: string }): Promise<Errores> {
  const errores = porCampo((await catalogos()).categoriaNueva.safeParse(d));
  if (!errores.color && colorQueSeLee(d.color) !== d.color.toLowerCase())
    errores.color = tci.categorias.colorNoSeLee;
  return errores;
}
export const validarCuadrilla = async (d: unknown): Promise<Errores> =>
  porCampo((await catalogos()).cuadrillaNueva.safeParse(d));
export const validarInvitacion = async (d: unknown): Promise<Errores> =>
  porCampo((await import("../../contract/esquemas/invitaciones.ts")).invitacionNueva.safeParse(d));
export const validarPlantilla = async (d: unknown): Promise<Errores> =>
  porCampo((await import("../../contract/esquemas/plantillas.ts")).plantillaNueva.safeParse(d));
export const validarAnuncio = async (d: unknown): Promise<Errores> =>
  porCampo((await import("../../contract/esquemas/avisos.ts")).anuncioNuevo.safeParse(d));
export const validarVencimiento = async (d: unknown): Promise<Errores> =>
  porCampo((await import("../../contract/esquemas/avisos.ts")).anuncioVence.safeParse(d));
/** The contact's fields are named as the form names them: contacto.email. */
export async function validarMunicipio(d: unknown): Promise<Errores> {
  const { municipioCambio } = await import("../../contract/esquemas/municipio.ts");
  const r = municipioCambio.safeParse(d);
  const errores = porCampo(r);
  for (const { path, message } of r.error?.issues ?? [])
    if (path[0] === "contacto") errores[`contacto.${String(path[1])}`] ??= message;
  delete errores.contacto;
  return errores;
}
