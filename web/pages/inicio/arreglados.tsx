import { useState } from "preact/hooks";
import type { Arreglado } from "../../../contract/esquemas/portada.ts";
import { mensajeDe } from "../../api/error.ts";
import { Insignia } from "../../components/base/estado.tsx";
import { ti } from "../../i18n/inicio.ts";
import { enCifras } from "../../lib/numeros.ts";

/** How many are shown; the page brings no more. */
const CUANTOS = 3;
const UN_KM = 1000;
const DIEZ = 10;

const distancia = (metros: number): string =>
  metros < UN_KM
    ? ti.aMetros(enCifras(Math.round(metros / DIEZ) * DIEZ))
    : ti.aKilometros(enCifras(metros / UN_KM));

function Foto({
  foto,
  rotulo,
  titulo,
}: {
  foto: Arreglado["antes"];
  rotulo: string;
  titulo: string;
}) {
  return (
    <span class="foto-par">
      <img
        src={foto.miniatura}
        alt={`${rotulo}: ${titulo}`}
        width={foto.ancho}
        height={foto.alto}
        loading="lazy"
        decoding="async"
      />
      <span class="rotulo" aria-hidden="true">
        {rotulo}
      </span>
    </span>
  );
}

function Tarjeta({ a }: { a: Arreglado & { metros?: number } }) {
  const partes = [
    ti.enDias(a.dias),
    ...(a.seguidores > 0 ? [ti.sumados(a.seguidores)] : []),
    ...(a.metros === undefined ? [] : [distancia(a.metros)]),
  ];
  return (
    <li class="tarjeta arreglado">
      <div class="par">
        <Foto foto={a.antes} rotulo={ti.antes} titulo={a.titulo} />
        <Foto foto={a.despues} rotulo={ti.despues} titulo={a.titulo} />
      </div>
      <div class="fila entre arriba">
        <h3>
          <a class="titulo-fila estirado" href={`/r/${a.codigo}`}>
            {a.titulo}
          </a>
        </h3>
        <Insignia estado="resuelto" />
      </div>
      <p class="suave chico">{partes.join(" · ")}</p>
    </li>
  );
}

type Estado = "nada" | "buscando" | { cerca: (Arreglado & { metros: number })[] } | { mal: string };

/** What was repaired, with both photos. Near here only for who asks: nobody is asked where they are on arriving. */
export function Arreglados({ de }: { de: readonly Arreglado[] }) {
  const [estado, setEstado] = useState<Estado>("nada");
  if (de.length === 0) return null;
  const buscar = async () => {
    setEstado("buscando");
    try {
      const { arregladosCerca } = await import("#despues/pages/inicio/cerca.ts");
      const cerca = await arregladosCerca();
      setEstado(cerca.length ? { cerca } : { mal: ti.nadaCerca });
    } catch (e) {
      setEstado({ mal: typeof e === "string" ? e : mensajeDe(e) });
    }
  };
  const cerca = typeof estado === "object" && "cerca" in estado ? estado.cerca : null;
  return (
    <section class="tramo" aria-labelledby="arreglado">
      <div class="fila entre">
        <h2 id="arreglado">{cerca ? ti.arregladoCerca : ti.arreglado}</h2>
        <a class="enlace-fila" href="/mapa">
          {ti.verMapa}
        </a>
      </div>
      <ul class="lista-simple arreglados">
        {(cerca ?? de).slice(0, CUANTOS).map((a) => (
          <Tarjeta key={a.codigo} a={a} />
        ))}
      </ul>
      <div class="fila envuelve cerca">
        {cerca ? null : (
          <button
            type="button"
            class="boton contorno chica"
            disabled={estado === "buscando"}
            onClick={() => void buscar()}
          >
            {estado === "buscando" ? ti.buscando : ti.verCerca}
          </button>
        )}
        <p class="suave chico" role="status">
          {typeof estado === "object" ? ("mal" in estado ? estado.mal : ti.cercaListo) : null}
        </p>
      </div>
    </section>
  );
}
