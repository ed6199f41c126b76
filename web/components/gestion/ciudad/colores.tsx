import {
  COLORES_DE_FABRICA,
  CONTRASTE_AA,
  contraste,
  tokensAcento,
  tokensPrincipal,
} from "../../../../contract/colores.ts";
import { tci } from "../../../i18n/ciudad.ts";
import { Campo } from "../../base/campo.tsx";

type Cual = "color_principal" | "color_acento";
const ES_COLOR = /^#[0-9a-f]{6}$/i;

/** A button as the site will draw it, by day and by night, as a picture: the page's policy allows no inline style. */
function Muestra({ fondo, encima, papel }: { fondo: string; encima: string; papel: string }) {
  return (
    <svg class="muestra-color" viewBox="0 0 120 52" width="120" height="52" aria-hidden="true">
      <rect width="120" height="52" rx="10" fill={papel} />
      <rect x="10" y="9" width="100" height="34" rx="9" fill={fondo} />
      <text x="60" y="31" text-anchor="middle" font-size="14" font-weight="650" fill={encima}>
        {tci.municipio.muestra}
      </text>
    </svg>
  );
}

function tokensDe(cual: Cual, color: string) {
  const t = cual === "color_principal" ? tokensPrincipal(color) : tokensAcento(color);
  const [fondo, encima] =
    cual === "color_principal" ? ["rio", "on-rio"] : ["vainilla", "on-vainilla"];
  return [t.claro, t.oscuro].map((x) => ({ fondo: x[fondo] ?? color, encima: x[encima] ?? color }));
}

/** One of the two colours of the city, or the house's own. What does not read is darkened or lightened just enough. */
export function ColorDeLaCiudad(p: {
  cual: Cual;
  valor: string | null;
  error: string | undefined;
  alElegir: (x: string | null) => void;
}) {
  const deFabrica = COLORES_DE_FABRICA[p.cual === "color_principal" ? "principal" : "acento"];
  const color = p.valor !== null && ES_COLOR.test(p.valor) ? p.valor.toLowerCase() : null;
  const [dia, noche] = tokensDe(p.cual, color ?? deFabrica);
  return (
    <Campo nombre={p.cual} etiqueta={tci.municipio.campos[p.cual]} error={p.error}>
      {(a) => (
        <>
          <div class="fila">
            <input
              type="color"
              class="elegir-color"
              aria-label={tci.elegirColor}
              value={color ?? deFabrica}
              onInput={(e) => p.alElegir(e.currentTarget.value)}
            />
            <input
              {...a}
              value={p.valor ?? ""}
              placeholder={deFabrica}
              spellcheck={false}
              autocomplete="off"
              onInput={(e) => p.alElegir(e.currentTarget.value.trim() || null)}
            />
          </div>
          {dia && noche ? (
            <>
              <div class="fila envuelve">
                <Muestra {...dia} papel="#fbf7ee" />
                <Muestra {...noche} papel="#11161c" />
              </div>
              <p class="ayuda" role="status">
                {color && dia.fondo !== color
                  ? tci.municipio.colorAjustado(color, dia.fondo)
                  : tci.municipio.contraste(
                      Math.floor(contraste(dia.fondo, dia.encima) * 10) / 10,
                      CONTRASTE_AA,
                    )}
              </p>
            </>
          ) : null}
          {p.valor === null ? null : (
            <button type="button" class="enlace a-la-izquierda" onClick={() => p.alElegir(null)}>
              {tci.municipio.deFabrica}
            </button>
          )}
        </>
      )}
    </Campo>
  );
}
