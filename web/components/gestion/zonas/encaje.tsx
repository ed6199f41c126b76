import { LOCAL } from "../../../i18n/index.ts";
import { tz } from "../../../i18n/zonas.ts";
import type { Problema } from "../../../lib/solapes.ts";
import type { Encaje } from "../../../state/zonas.ts";
import { Icono } from "../../base/icono.tsx";
import { atencion, tilde } from "../../iconos.ts";

const M2_POR_HA = 10_000;
const numero = new Intl.NumberFormat(LOCAL, { maximumSignificantDigits: 2 });

/** An area in words: hectares, or square metres where it is small. */
const cuanto = (m2: number): string =>
  m2 < M2_POR_HA / 10 ? tz.metros(numero.format(m2)) : tz.hectareas(numero.format(m2 / M2_POR_HA));

function frase({ tipo, zonas: [a = "", b = ""], m2 }: Problema): string {
  if (tipo === "solape") return tz.problema.solape(a, b, cuanto(m2));
  return tipo === "hueco" ? tz.problema.hueco(cuanto(m2)) : tz.problema.afuera(a, cuanto(m2));
}

type Props = { encaje: Encaje; sinLimite: boolean; ver: (p: Problema) => void };

/** What overlaps, what is missing and what sticks out: in words, each with its place on the map. */
export function ComoEncajan({ encaje, sinLimite, ver }: Props) {
  const { problemas, fallo } = encaje;
  return (
    <section class="encaje" aria-labelledby="encaje">
      <h2 id="encaje">{tz.encaje}</h2>
      {sinLimite ? <p class="chico suave">{tz.sinLimite}</p> : null}
      <div role="status">
        {fallo ? <p class="chico">{tz.sinMedir}</p> : null}
        {!problemas && !fallo ? <p class="chico suave">{tz.midiendo}</p> : null}
        {problemas?.length === 0 && !sinLimite ? (
          <p class="fila chico encaje-bien">
            <Icono d={tilde} tam={18} /> {tz.encajan}
          </p>
        ) : null}
        {problemas && problemas.length > 0 ? (
          <ul class="problemas">
            {problemas.map((p) => (
              <li key={frase(p)} class={`problema problema-${p.tipo}`}>
                <Icono d={atencion} tam={18} />
                <span>{frase(p)}</span>
                <button type="button" class="enlace" onClick={() => ver(p)}>
                  {tz.ver}
                  <span class="oculto">: {frase(p)}</span>
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {problemas?.some((p) => p.tipo === "solape") ? (
        <p class="chico suave">{tz.solapeQue}</p>
      ) : null}
    </section>
  );
}
