import { casa, casco, lista, mapa, tilde } from "../../../components/iconos.ts";
import { pulso, sobre } from "../../../components/iconos-ciudad.ts";
import { mensaje } from "../../../components/iconos-historial.ts";
import { megafono, personas } from "../../../components/iconos-reclamo.ts";
import { ojo } from "../../../components/iconos-secciones.ts";
import { tar } from "../../../i18n/armar.ts";

const seccion = (nombre: keyof typeof tar.secciones, icono: string) => ({
  href: `/gestion/ciudad/${nombre}`,
  texto: tar.secciones[nombre],
  icono,
  roles: ["admin"] as const,
});

/** The pages about the city itself, for who runs it. */
export const SECCIONES_CIUDAD = [
  seccion("empezar", tilde),
  seccion("municipio", casa),
  seccion("categorias", lista),
  seccion("zonas", mapa),
  seccion("cuadrillas", casco),
  seccion("personas", personas),
  seccion("respuestas", mensaje),
  seccion("anuncios", megafono),
  seccion("correos", sobre),
  seccion("auditoria", ojo),
  { ...seccion("salud", pulso), href: "/gestion/salud" },
];
