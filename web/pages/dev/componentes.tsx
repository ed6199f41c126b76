import { ESTADOS } from "../../../contract/vocabulario.ts";
import { Insignia } from "../../components/base/estado.tsx";
import { Marca } from "../../components/base/marca.tsx";
import { Cuando, RelojPlazo } from "../../components/base/tiempo.tsx";
import { MapaLugar } from "../../components/mapa/lugar.tsx";
import { FilaReclamo } from "../../components/reclamo/fila.tsx";
import { Galeria } from "../../components/reclamo/galeria.tsx";
import { Historial } from "../../components/reclamo/historial.tsx";
import "../../styles/dev.css";
import { Estados, Mensajes } from "./avisos.tsx";
import { enHoras, FILAS, FOTOS, PASOS } from "./datos.ts";
import { Botones, Campos } from "./formularios.tsx";
import { Muestra } from "./muestra.tsx";

const COLORES = [
  ..."paper surface raised line field ink ink-2 ink-3 vainilla vainilla-soft rio rio-soft".split(
    " ",
  ),
  ..."nuevo asignado proceso resuelto rechazado".split(" "),
];
const LETRAS = ["xs", "s", "m", "l", "xl", "2xl"];
const PLAZOS_H = [2, 30, 120, -50];

const Fichas = () => (
  <Muestra titulo="Colores y letra" nota="De web/styles/tokens.css; nada usa otros.">
    {COLORES.map((c) => (
      <div key={c} class="dev-ficha">
        <div class="dev-color" style={{ background: `var(--${c})` }} />
        {c}
      </div>
    ))}
    <div class="ancho">
      {LETRAS.map((l) => (
        <p key={l} style={{ fontSize: `var(--t-${l})` }}>
          Baldosa {l}
        </p>
      ))}
    </div>
    <Marca tam={72} />
  </Muestra>
);

const Reclamos = () => (
  <Muestra titulo="Estado, plazo, fila, fotos, historial, mapa">
    {ESTADOS.map((e) => (
      <Insignia key={e} estado={e} />
    ))}
    {PLAZOS_H.map((h) => (
      <RelojPlazo key={h} iso={enHoras(h)} estado="asignado" />
    ))}
    <Cuando iso={enHoras(-2)} />
    <ul class="lista ancho">
      {FILAS.map((r) => (
        <FilaReclamo key={r.id} r={r} href={`/r/${r.codigo}`} />
      ))}
    </ul>
    <div class="ancho">
      <Galeria fotos={FOTOS} titulo="Bache profundo" />
    </div>
    <div class="ancho">
      <Historial pasos={PASOS} />
    </div>
    <div class="ancho">
      <MapaLugar punto={{ lat: -33.742, lng: -59.618 }} estado="nuevo" direccion="Rivadavia 1240" />
    </div>
  </Muestra>
);

/** Every component in every state, for who builds screens. Only in development. */
export default function Componentes() {
  return (
    <div class="pagina">
      <h1>Componentes</h1>
      <Fichas />
      <Botones />
      <Campos />
      <Estados />
      <Mensajes />
      <Reclamos />
    </div>
  );
}
