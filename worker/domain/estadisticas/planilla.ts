import type {
  CifrasPublicas,
  EstadisticasPublicas,
} from "../../../contract/esquemas/estadisticas.ts";
import { BOM, type Celda, renglonCsv } from "../csv.ts";

const CIFRAS = [
  "recibidos",
  "abiertos",
  "resueltos",
  "rechazados",
  "en_plazo",
  "mediana_dias",
  "p90_dias",
  "reabiertos",
  "calificaciones",
  "estrellas",
] as const satisfies readonly (keyof CifrasPublicas)[];

/** The public figures as a spreadsheet: a line for the whole, each categoría, each barrio and each month. */
export function planillaDe(e: EstadisticasPublicas): string {
  const linea = (por: string, nombre: string, f: Partial<CifrasPublicas>, { desde, hasta } = e) =>
    renglonCsv([por, nombre, desde, hasta, ...CIFRAS.map((c): Celda => f[c] ?? null)]);
  return [
    BOM,
    renglonCsv(["por", "nombre", "desde", "hasta", ...CIFRAS]),
    linea("total", "Toda la ciudad", e.total),
    ...e.por_categoria.map((f) => linea("categoria", f.nombre, f)),
    ...e.por_zona.map((f) => linea("barrio", f.nombre, f)),
    ...e.por_mes.map((m) => linea("mes", m.mes, m, { ...e, desde: m.desde, hasta: m.hasta })),
  ].join("");
}
