import type { Vista } from "../../../contract/esquemas/gestion.ts";
import type { Rol } from "../../../contract/vocabulario.ts";
import { bandeja, mapa } from "../../components/iconos.ts";
import { lugarTachado, personaQuitar, relojAlerta } from "../../components/iconos-gestion.ts";
import { reabrir } from "../../components/iconos-historial.ts";
import { barras } from "../../components/iconos-mapa.ts";
import { columnas } from "../../components/iconos-secciones.ts";
import { tb } from "../../i18n/bandeja.ts";
import { tg } from "../../i18n/gestion.ts";
import type { Filtros } from "../../lib/filtros.ts";
import { SECCIONES_CIUDAD } from "./ciudad/secciones.ts";

export type Seccion = { href: string; texto: string; icono: string };

/** The four ways to look at the work. The first one's own lists are below. */
export const SECCIONES: readonly (Seccion & { vista?: Vista })[] = [
  { href: "/gestion", texto: tg.titulo, icono: bandeja, vista: "abiertos" },
  { href: "/gestion/tablero", texto: tb.tablero, icono: columnas },
  { href: "/gestion/mapa", texto: tb.mapa, icono: mapa },
  { href: "/gestion/panel", texto: tb.estadisticas, icono: barras },
];

/** Lists that staff look at every day, each with its address and the count of the same list. */
export const VISTAS: readonly { vista: Vista; texto: string; filtros: Filtros; icono: string }[] = [
  { vista: "vencidos", texto: tg.vencidos, filtros: { vencidos: "1" }, icono: relojAlerta },
  {
    vista: "sin_asignar",
    texto: tg.sinAsignar,
    filtros: { sin_asignar: "1" },
    icono: personaQuitar,
  },
  { vista: "reabiertos", texto: tg.reabiertos, filtros: { reabiertos: "1" }, icono: reabrir },
  { vista: "sin_ubicar", texto: tg.sinUbicar, filtros: { sin_ubicar: "1" }, icono: lugarTachado },
];

/** Pages about the city itself, for the roles that may change it. */
export const CIUDAD: readonly (Seccion & { roles: readonly Rol[] })[] = SECCIONES_CIUDAD;
