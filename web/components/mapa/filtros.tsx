import type { Categoria } from "../../../contract/esquemas/catalogos.ts";
import { tz } from "../../i18n/zona.ts";
import { DIAS, type FiltrosMapa, MOSTRAR, type Posicion } from "../../lib/mapa.ts";

type Ficha = { valor: string; texto: string };

/** One choice of several, each a chip. */
function Fichas(p: { nombre: keyof FiltrosMapa; titulo: string; valor: string; de: Ficha[] }) {
  return (
    <fieldset class="fichas">
      <legend class="oculto">{p.titulo}</legend>
      {p.de.map(({ valor, texto }) => (
        <label key={valor} class="ficha">
          <input type="radio" name={p.nombre} value={valor} checked={valor === p.valor} />
          <span>{texto}</span>
        </label>
      ))}
    </fieldset>
  );
}

type Props = {
  filtros: FiltrosMapa;
  donde: Posicion | null;
  categorias: readonly Categoria[];
  alCambiar: (f: FiltrosMapa) => void;
};

/** What the map shows: a plain form of the address, sent at each choice where there is script. */
export function FiltrosDelMapa({ filtros, donde, categorias, alCambiar }: Props) {
  const cambiar = (form: HTMLFormElement) => {
    const datos = new FormData(form);
    const de = (nombre: keyof FiltrosMapa) => String(datos.get(nombre) ?? "");
    alCambiar({
      estado: MOSTRAR.find((e) => e === de("estado")) ?? "abiertos",
      categoria: de("categoria"),
      dias: de("dias"),
    });
  };
  return (
    <form
      class="mapa-filtros"
      method="get"
      action="/mapa"
      aria-label={tz.filtros}
      onChange={(e) => cambiar(e.currentTarget)}
      onSubmit={(e) => {
        e.preventDefault();
        cambiar(e.currentTarget);
      }}
    >
      <Fichas
        nombre="estado"
        titulo={tz.filtros}
        valor={filtros.estado}
        de={MOSTRAR.map((valor) => ({ valor, texto: tz.estado[valor] }))}
      />
      <Fichas
        nombre="dias"
        titulo={tz.cuando}
        valor={filtros.dias}
        de={DIAS.map((valor) => ({ valor, texto: valor ? tz.dias(valor) : tz.siempre }))}
      />
      <Fichas
        nombre="categoria"
        titulo={tz.categoria}
        valor={filtros.categoria}
        de={[
          { valor: "", texto: tz.todas },
          ...categorias.map((c) => ({ valor: String(c.id), texto: c.nombre })),
        ]}
      />
      {donde
        ? (["lat", "lng", "zoom"] as const).map((k) => (
            <input key={k} type="hidden" name={k} value={donde[k]} />
          ))
        : null}
      <button class="boton chica sin-script" type="submit">
        {tz.aplicar}
      </button>
    </form>
  );
}
