import type { Portada } from "../../../contract/esquemas/portada.ts";
import { Cuando } from "../../components/base/tiempo.tsx";
import { ti } from "../../i18n/inicio.ts";
import { enCifras } from "../../lib/numeros.ts";

/** What the city tells everybody, while it is news. */
export function Anuncios({ de }: { de: Portada["anuncios"] }) {
  if (de.length === 0) return null;
  return (
    <section class="tramo" aria-labelledby="anuncios">
      <h2 id="anuncios" class="oculto">
        {ti.anuncios}
      </h2>
      <ul class="lista-simple">
        {de.map((a) => (
          <li key={a.en} class="tarjeta anuncio">
            <h3>{a.titulo}</h3>
            <p class="descripcion">{a.texto}</p>
            <p class="suave chico">
              <Cuando iso={a.en} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Kept promises and how long it takes, as counted; what there is too little of to say is not said. */
export function Cifras({ de: { en_plazo, mediana_dias, resueltos } }: { de: Portada["cifras"] }) {
  const cifras: [numero: string, que: string][] = [
    ...(en_plazo === null
      ? []
      : [[ti.porciento(enCifras(en_plazo)), ti.enPlazo] as [string, string]]),
    ...(mediana_dias === null
      ? []
      : [[ti.dias(mediana_dias, enCifras(mediana_dias)), ti.mediana] as [string, string]]),
    ...(resueltos === 0 ? [] : [[enCifras(resueltos), ti.resueltos] as [string, string]]),
  ];
  return (
    <section class="tramo" aria-labelledby="cifras">
      <div class="fila entre">
        <h2 id="cifras">{ti.cifras}</h2>
        <a class="enlace-fila" href="/transparencia">
          {ti.verCifras}
        </a>
      </div>
      {cifras.length > 0 ? (
        <dl class="titulares">
          {cifras.map(([numero, que]) => (
            <div key={que} class="tarjeta titular">
              <dt>{que}</dt>
              <dd>{numero}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p class="suave">{ti.sinCifras}</p>
      )}
    </section>
  );
}
