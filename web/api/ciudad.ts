import type { Anuncio, Correo, CorreoDetalle } from "../../contract/esquemas/avisos.ts";
import type { Categoria, Cuadrilla, Plazo, Zona } from "../../contract/esquemas/catalogos.ts";
import type { UsuarioCambio, UsuarioDetalle } from "../../contract/esquemas/cuentas.ts";
import type { Invitacion } from "../../contract/esquemas/invitaciones.ts";
import type { Avance, Municipio, MunicipioPublico } from "../../contract/esquemas/municipio.ts";
import type { Plantilla } from "../../contract/esquemas/plantillas.ts";
import { pedir } from "./cliente.ts";

/** What an admin reads and changes of the city itself. */

type Items<T> = { items: T[] };
type Hojas<T> = Items<T> & { cursor: string | null };
type Cuerpo = Record<string, unknown>;

const lista = async <T>(ruta: string): Promise<T[]> => (await pedir<Items<T>>("GET", ruta)).items;
/** A row with an id is changed, one without is made. */
const guardar =
  <T>(ruta: string) =>
  (id: number | null, cuerpo: Cuerpo, clave: string) =>
    id === null
      ? pedir<T>("POST", ruta, { cuerpo, clave })
      : pedir<T>("PUT", `${ruta}/${id}`, { cuerpo, clave });

export const plazos = () => lista<Plazo>("/api/plazos");
export const zonas = () => lista<Zona>("/api/zonas");
export const plantillas = () => lista<Plantilla>("/api/plantillas");
export const guardarCategoria = guardar<Categoria>("/api/categorias");
export const crearUsuales = () =>
  pedir<Items<Categoria>>("POST", "/api/categorias/usuales", { cuerpo: {} });
export const guardarCuadrilla = guardar<Cuadrilla>("/api/cuadrillas");
export const guardarPlantilla = guardar<Plantilla>("/api/plantillas");
export const borrarPlantilla = (id: number) =>
  pedir<void>("DELETE", `/api/plantillas/${id}`, { cuerpo: {} });

export const listarUsuarios = (consulta: URLSearchParams) =>
  pedir<Hojas<UsuarioDetalle>>("GET", `/api/usuarios?${consulta}`);
export const cambiarUsuario = (id: number, cuerpo: UsuarioCambio, clave: string) =>
  pedir<UsuarioDetalle>("PUT", `/api/usuarios/${id}`, { cuerpo, clave });

export const invitaciones = () => lista<Invitacion>("/api/invitaciones");
export const invitar = (cuerpo: Cuerpo, clave: string) =>
  pedir<Invitacion>("POST", "/api/invitaciones", { cuerpo, clave });
export const reenviarInvitacion = (id: number) =>
  pedir<Invitacion>("POST", `/api/invitaciones/${id}/reenviar`, { cuerpo: {} });
export const retirarInvitacion = (id: number) =>
  pedir<void>("POST", `/api/invitaciones/${id}/retirar`, { cuerpo: {} });

export const verMunicipio = () => pedir<Municipio>("GET", "/api/municipio");
export const guardarMunicipio = (cuerpo: Cuerpo, clave: string) =>
  pedir<Municipio>("PUT", "/api/municipio", { cuerpo, clave });
/** As it is after that saving: what the browser keeps of it may be a minute old. */
export const verMunicipioPublico = (version: number) =>
  pedir<MunicipioPublico>("GET", `/api/publico/municipio?v=${version}`);
export const verAvance = () => pedir<Avance>("GET", "/api/municipio/avance");

export const listarCorreos = (consulta: URLSearchParams) =>
  pedir<Hojas<Correo>>("GET", `/api/correos?${consulta}`);
export const verCorreo = (id: number) => pedir<CorreoDetalle>("GET", `/api/correos/${id}`);
export const reenviarCorreo = (id: number, clave: string) =>
  pedir<{ id: number }>("POST", `/api/correos/${id}/reenviar`, { cuerpo: {}, clave });

export const listarAnuncios = () => lista<Anuncio>("/api/anuncios");
export const anunciar = (cuerpo: Cuerpo, clave: string) =>
  pedir<Anuncio>("POST", "/api/anuncios", { cuerpo, clave });
export const verAnuncio = (id: number) => pedir<Anuncio>("GET", `/api/anuncios/${id}`);
export const cambiarAnuncio = (id: number, cuerpo: Cuerpo, clave: string) =>
  pedir<Anuncio>("PUT", `/api/anuncios/${id}`, { cuerpo, clave });
export const cambiarVencimiento = (id: number, cuerpo: Cuerpo, clave: string) =>
  pedir<Anuncio>("PUT", `/api/anuncios/${id}/vencimiento`, { cuerpo, clave });
export const terminarAnuncio = (id: number) =>
  pedir<Anuncio>("POST", `/api/anuncios/${id}/terminar`, { cuerpo: {} });
