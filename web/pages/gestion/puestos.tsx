import { Icono } from "../../components/base/icono.tsx";
import { cruz } from "../../components/iconos.ts";
import { tg } from "../../i18n/gestion.ts";
import { LOCAL, ZONA_HORARIA } from "../../i18n/index.ts";
import { type Filtro, type Filtros, sinFiltros } from "../../lib/filtros.ts";

const diaCorto = new Intl.DateTimeFormat(LOCAL, {
  timeZone: ZONA_HORARIA,
  day: "numeric",
  month: "short",
});

/** A span of days: "27 ago – 24 nov", or an open one. `hasta` is the moment that it ends before. */
function tramo(desde?: string, hasta?: string): string {
  // What somebody wrote into the address need not be a date.
  const momento = (iso: string | undefined, mas: number) => {
    const ms = Date.parse(iso ?? "") + mas;
    return Number.isNaN(ms) ? null : new Date(ms);
  };
  const inicio = momento(desde, 0);
  const fin = momento(hasta, -1);
  if (inicio && fin) return diaCorto.formatRange(inicio, fin);
  if (inicio) return tg.puestos.desdeEl(diaCorto.format(inicio));
  return fin ? tg.puestos.hastaEl(diaCorto.format(fin)) : "";
}

type Puesto = { claves: readonly Filtro[]; texto: string };

/** Filters that come with a link, from the panel, and have no list of their own to choose from. */
function puestosDe(f: Filtros): Puesto[] {
  const de = (claves: readonly Filtro[], que: string, desde?: string, hasta?: string): Puesto => ({
    claves,
    texto: desde || hasta ? `${que}: ${tramo(desde, hasta)}` : que,
  });
  const w = tg.puestos;
  return [
    ...(f.hecho && f.hecho in w.hechos
      ? [
          de(
            ["hecho", "hecho_desde", "hecho_hasta"],
            w.hechos[f.hecho as keyof typeof w.hechos],
            f.hecho_desde,
            f.hecho_hasta,
          ),
        ]
      : []),
    ...(f.desde || f.hasta ? [de(["desde", "hasta"], w.recibidos, f.desde, f.hasta)] : []),
    ...(f.cerrado_desde || f.cerrado_hasta
      ? [de(["cerrado_desde", "cerrado_hasta"], w.cerrados, f.cerrado_desde, f.cerrado_hasta)]
      : []),
    ...(f.sin_zona ? [de(["sin_zona"], tg.sinZona)] : []),
  ];
}

/** Each of them, to be seen and taken off. */
export const Puestos = ({
  filtros,
  cambiar,
}: {
  filtros: Filtros;
  cambiar: (f: Filtros) => void;
}) => (
  <>
    {puestosDe(filtros).map(({ claves, texto }) => (
      <button
        key={texto}
        type="button"
        class="ficha-puesta"
        onClick={() => cambiar(sinFiltros(filtros, claves))}
      >
        <span class="oculto">{tg.puestos.quitar} </span>
        {texto}
        <Icono d={cruz} />
      </button>
    ))}
  </>
);
