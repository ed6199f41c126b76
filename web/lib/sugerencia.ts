import type { Sugerencia } from "../../contract/esquemas/gestion.ts";
import { LIMITES } from "../../contract/limites.ts";
import { tb } from "../i18n/bandeja.ts";
import { LOCAL } from "../i18n/index.ts";

const ta = tb.asignar;
const KILOMETRO = 1000;

/** "350 m", "2,4 km": no more exact than a person needs. */
export function distancia(metros: number): string {
  if (metros < KILOMETRO) return ta.metros(Math.round(metros / 10) * 10);
  const km = new Intl.NumberFormat(LOCAL, { maximumFractionDigits: 1 }).format(metros / KILOMETRO);
  return ta.kilometros(km);
}

const deDonde = (s: Sugerencia): string | null => {
  if (s.metros === null) return null;
  if (s.desde === "trabajo") return ta.deSuTrabajo(distancia(s.metros));
  return s.metros === 0 ? ta.enSuZona : ta.deSuZona(distancia(s.metros));
};

/** Why this cuadrilla, or why not: "Atiende alumbrado, trabaja en Centro, 4 abiertos de 12, a 350 m de otro trabajo suyo". */
export function razones(s: Sugerencia, categoria: string): string {
  const abiertos = s.abiertos < LIMITES.conteoMax ? String(s.abiertos) : tb.oMas(LIMITES.conteoMax);
  const partes = [
    s.atiende
      ? ta.atiende(categoria)
      : s.categorias.length > 0
        ? ta.hace(s.categorias.join(", ").toLowerCase())
        : ta.noAtiende(categoria),
    s.zona === null ? ta.todaLaCiudad : s.en_zona ? ta.enZona(s.zona) : ta.otraZona(s.zona),
    ta.abiertos(abiertos, s.capacidad),
    s.abiertos >= s.capacidad ? ta.llena : null,
    deDonde(s),
  ].filter((x) => x !== null);
  const frase = partes.join(", ");
  return frase.charAt(0).toUpperCase() + frase.slice(1);
}
