import type { PersonaConocida } from "../../../../contract/esquemas/personas.ts";
import type { Canal, Prioridad } from "../../../../contract/vocabulario.ts";
import type { Punto } from "../../../components/mapa/tipos.ts";
import { to } from "../../../i18n/oficina.ts";
import { tituloSugerido } from "../../../lib/titulo.ts";
import type { Errores } from "../../../lib/validar.ts";

/** What is being written down while somebody talks. */
export type Ficha = {
  canal: Extract<Canal, "telefono" | "mostrador">;
  /** Somebody whom the city knows; then the four below are theirs. */
  conocida: PersonaConocida | null;
  telefono: string;
  email: string;
  nombre: string;
  apellido: string;
  categoria_id: number | null;
  direccion: string;
  punto: Punto | null;
  descripcion: string;
  titulo: string;
  /** The title was written by hand: it is no longer suggested. */
  tituloPropio: boolean;
  prioridad: Prioridad;
};

export const fichaVacia = (canal: Ficha["canal"] = "telefono"): Ficha => ({
  canal,
  conocida: null,
  telefono: "",
  email: "",
  nombre: "",
  apellido: "",
  categoria_id: null,
  direccion: "",
  punto: null,
  descripcion: "",
  titulo: "",
  tituloPropio: false,
  prioridad: "normal",
});

const CLAVE = "baldosa.ventanilla";

/** This tab's ficha: a reload, or an expired session, loses none of it. It goes with the tab. */
export function leerFicha(): Ficha {
  try {
    const guardada = JSON.parse(sessionStorage.getItem(CLAVE) ?? "null") as Partial<Ficha> | null;
    return { ...fichaVacia(), ...guardada };
  } catch {
    return fichaVacia();
  }
}
export const guardarFicha = (f: Ficha): void => sessionStorage.setItem(CLAVE, JSON.stringify(f));
export const olvidarFicha = (): void => sessionStorage.removeItem(CLAVE);

export const tituloDe = (f: Ficha, categoria: string | undefined): string =>
  f.tituloPropio ? f.titulo : tituloSugerido(categoria, f.direccion);

/** As the API takes it, without its photos. */
export function cuerpoDe(f: Ficha, categoria: string | undefined) {
  const { telefono, email, nombre, apellido, conocida, punto } = f;
  const persona = {
    nombre,
    ...(apellido.trim() ? { apellido } : {}),
    ...(email.trim() ? { email } : {}),
    ...(telefono.trim() ? { telefono } : {}),
  };
  return {
    canal: f.canal,
    ...(conocida ? { persona_id: conocida.id } : { persona }),
    categoria_id: f.categoria_id,
    direccion: f.direccion,
    ...(punto ? { lat: punto.lat, lng: punto.lng } : {}),
    descripcion: f.descripcion,
    titulo: tituloDe(f, categoria),
    prioridad: f.prioridad,
  };
}

/** Checked by the API's own schema; what is wrong with the person stands by its own field. */
export async function validarFicha(cuerpo: ReturnType<typeof cuerpoDe>): Promise<Errores> {
  const { reclamoNuevo } = await import("../../../../contract/esquemas/pedidos.ts");
  const errores: Errores =
    cuerpo.categoria_id === null ? { categoria_id: to.ventanilla.faltaCategoria } : {};
  for (const { path, message } of reclamoNuevo.safeParse(cuerpo).error?.issues ?? []) {
    const [campo, dentro] = path;
    errores[String(campo === "persona" ? (dentro ?? "nombre") : (campo ?? ""))] ??= message;
  }
  return errores;
}
