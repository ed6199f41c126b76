import type { Datos } from "../datos.ts";
import { t } from "../i18n/index.ts";
import { nombreDe } from "../state/ciudad.ts";

export type Cabeza = { titulo: string; descripcion: string };

const TITULOS: Record<string, string> = {
  "/ingresar": t.cabeza.ingresar,
  "/ingresar/enlace": t.cabeza.ingresar,
  "/recuperar": t.cabeza.ingresar,
  "/enlace": t.cabeza.ingresar,
  "/registrarse": t.cabeza.registrarse,
  "/reportar": t.cabeza.reportar,
  "/mis-reclamos": t.cabeza.misReclamos,
  "/avisos": t.cabeza.avisos,
  "/avisos/preferencias": t.cabeza.preferencias,
  "/perfil": t.cabeza.perfil,
  "/transparencia": t.cabeza.transparencia,
};

/** Title and description of a page, for its head and for the tab. */
export function cabeza(path: string, datos: Datos): Cabeza {
  const municipio = nombreDe(datos);
  const conMunicipio = (s: string) => `${s} · ${municipio}`;
  const base = { titulo: t.cabeza.inicio(municipio), descripcion: t.cabeza.bajada };
  if (datos.noEncontrada) return { ...base, titulo: conMunicipio(t.errores.noEncontradoTitulo) };
  if (path.startsWith("/r/")) {
    const r = datos.publico;
    if (!r) return { ...base, titulo: conMunicipio(t.cabeza.seguimiento) };
    return {
      titulo: conMunicipio(`${r.titulo} (#${r.numero})`),
      descripcion: `${t.estados[r.estado]} · ${r.categoria.nombre} · ${r.direccion}`,
    };
  }
  if (path === "/mapa")
    return { titulo: conMunicipio(t.cabeza.mapa), descripcion: t.cabeza.mapaBajada };
  if (path.startsWith("/gestion")) return { ...base, titulo: conMunicipio(t.nav.bandeja) };
  if (path.startsWith("/campo")) return { ...base, titulo: conMunicipio(t.nav.campo) };
  const titulo = TITULOS[path];
  return titulo ? { ...base, titulo: conMunicipio(titulo) } : base;
}
