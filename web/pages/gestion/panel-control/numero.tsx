import type { Numero } from "../../../../contract/esquemas/estadisticas.ts";
import { LOCAL } from "../../../i18n/index.ts";
import { to } from "../../../i18n/oficina.ts";
import { leerFiltros, rutaBandeja } from "../../../lib/filtros.ts";

const w = to.panel;
const corto = new Intl.NumberFormat(LOCAL, { maximumFractionDigits: 1 });

export type Unidad = "cuenta" | "dias" | "horas" | "porciento" | "estrellas";
export const enUnidad = (valor: number, unidad: Unidad): string =>
  w.unidades[unidad](corto.format(valor), valor);

/** The bandeja's address for exactly the reclamos that a number counts. */
export const rutaDe = (n: Numero): string | null => n.lista && rutaBandeja(leerFiltros(n.lista));

/** A number that opens its list, where it has one and holds anything. */
export function Valor({ n, unidad, que }: { n: Numero; unidad: Unidad; que: string }) {
  if (n.valor === null)
    return (
      <>
        <span aria-hidden="true">–</span>
        <span class="oculto">{w.sinDatos}</span>
      </>
    );
  const texto = enUnidad(n.valor, unidad);
  const ruta = rutaDe(n);
  if (!ruta || n.valor === 0) return <>{texto}</>;
  return (
    <a href={ruta} class="valor">
      {texto}
      <span class="oculto">, {w.abrir(que)}</span>
    </a>
  );
}

const UNO_POR_CIENTO = 0.01;
/** Beyond that, how much it was says more than how many times. */
const DEL_TRIPLE = 2;

/** How it stands against the period before, in words: never a colour or an arrow alone. */
export function contraAntes(n: Numero, unidad: Unidad): string | null {
  if (n.valor === null || n.anterior === null) return null;
  const cambio = n.valor - n.anterior;
  const parte = cambio / n.anterior;
  const noSeDice = unidad === "porciento" || unidad === "estrellas" || n.anterior === 0;
  if (cambio !== 0 && (noSeDice || parte > DEL_TRIPLE))
    return w.antes(enUnidad(n.anterior, unidad));
  if (cambio === 0) return w.igual;
  if (Math.abs(parte) < UNO_POR_CIENTO) return w.igual;
  const porciento = corto.format(Math.round(Math.abs(parte) * 100));
  return parte > 0 ? w.mas(porciento) : w.menos(porciento);
}

/** A number as a tile: what it is, what it comes to, and against before. */
export function Cifra(p: { que: string; n: Numero; unidad?: Unidad; nota?: string }) {
  const unidad = p.unidad ?? "cuenta";
  const contra = contraAntes(p.n, unidad);
  return (
    <div class="tarjeta cifra">
      <dt>{p.que}</dt>
      <dd class="cifra-valor">
        <Valor n={p.n} unidad={unidad} que={p.que} />
      </dd>
      {p.nota ? <dd class="chico suave">{p.nota}</dd> : null}
      {contra ? <dd class="chico suave">{contra}</dd> : null}
    </div>
  );
}
