import { useLocation } from "preact-iso";
import { Esqueleto, Falla, Vacio } from "../../components/base/avisos.tsx";
import { tp } from "../../i18n/transparencia.ts";
import { consultaDePeriodo } from "../../lib/consulta.ts";
import { useCifras } from "../../state/cifras.ts";
import { Cuerpo } from "./cuerpo.tsx";
import { Periodo } from "./periodo.tsx";

const API = "/api/publico";

function Bajar({ consulta }: { consulta: string }) {
  const q = consulta ? `?${consulta}` : "";
  return (
    <section class="tramo">
      <h2>{tp.bajarTitulo}</h2>
      <p class="suave">{tp.bajarTexto}</p>
      <p class="fila envuelve">
        <a class="boton contorno" href={`${API}/estadisticas.csv${q}`} download>
          {tp.csv}
        </a>
        <a class="boton contorno" href={`${API}/estadisticas${q}`}>
          {tp.json}
        </a>
        <a class="boton contorno" href={`${API}/estadisticas.geojson${q}`} download>
          {tp.geojson}
        </a>
        <a class="boton contorno" href={`${API}/reclamos.geojson`} download>
          {tp.deReclamos}
        </a>
      </p>
    </section>
  );
}

/** How the city does, for anyone: it reads without JavaScript, and the period is in the address. */
export default function Transparencia() {
  const { query } = useLocation();
  const consulta = consultaDePeriodo(query);
  const { cifras, error, periodoMal, reintentar } = useCifras(consulta);
  return (
    <div class="pagina transparencia">
      <h1>{tp.titulo}</h1>
      <p class="grande">{tp.bajada}</p>
      <Periodo key={consulta} query={query} error={periodoMal} />
      {error && !periodoMal ? <Falla error={error} alReintentar={reintentar} /> : null}
      {cifras === undefined && !error ? <Esqueleto /> : null}
      {cifras ? (
        <>
          {cifras.total.recibidos + cifras.total.resueltos > 0 ? (
            <Cuerpo e={cifras} />
          ) : (
            <Vacio titulo={tp.nada} texto={tp.nadaTexto} />
          )}
          <Bajar consulta={consulta} />
        </>
      ) : null}
      <section class="tramo">
        <h2>{tp.comoTitulo}</h2>
        <dl class="notas">
          {tp.como.map(([que, como]) => (
            <div key={que}>
              <dt>{que}</dt>
              <dd class="suave">{como}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
