import { useEffect, useState } from "preact/hooks";
import { t } from "../../../i18n/index.ts";
import { tz } from "../../../i18n/zonas.ts";
import {
  cuantosPuntos,
  type Forma,
  formaDe,
  insertarPunto,
  moverPunto,
  poligonoDe,
  quitarPunto,
  rutasDe,
} from "../../../lib/forma.ts";
import { leerGeojson } from "../../../lib/geojson.ts";
import { Campo } from "../../base/campo.tsx";
import { Icono } from "../../base/icono.tsx";
import { cruz, mas } from "../../iconos.ts";

type Props = { forma: Forma; cambiar: (f: Forma) => void };
/** More rows than these are no list that anybody edits. */
const FILAS_MAX = 60;

function Coordenada(p: {
  nombre: string;
  valor: number;
  tope: number;
  poner: (n: number) => void;
}) {
  const [texto, setTexto] = useState(String(p.valor));
  useEffect(() => setTexto(String(p.valor)), [p.valor]);
  const aceptar = () => {
    const n = Number(texto.replace(",", "."));
    if (texto.trim() !== "" && Number.isFinite(n) && Math.abs(n) <= p.tope) p.poner(n);
    else setTexto(String(p.valor));
  };
  return (
    <input
      aria-label={p.nombre}
      inputMode="decimal"
      value={texto}
      onInput={(e) => setTexto(e.currentTarget.value)}
      onChange={aceptar}
    />
  );
}

function Lista({ forma, cambiar }: Props) {
  const puntos = rutasDe(forma);
  if (puntos.length > FILAS_MAX) return <p class="chico">{tz.muchos(puntos.length)}</p>;
  return (
    <table class="tabla-puntos">
      <thead>
        <tr>
          <th scope="col">{tz.lat}</th>
          <th scope="col">{tz.lng}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {puntos.map(([ruta, [lng, lat]], i) => (
          <tr key={ruta.join()}>
            <td>
              <Coordenada
                nombre={tz.latitud(i + 1)}
                valor={lat}
                tope={90}
                poner={(n) => cambiar(moverPunto(forma, ruta, [lng, n]))}
              />
            </td>
            <td>
              <Coordenada
                nombre={tz.longitud(i + 1)}
                valor={lng}
                tope={180}
                poner={(n) => cambiar(moverPunto(forma, ruta, [n, lat]))}
              />
            </td>
            <td class="fila">
              <button
                type="button"
                class="boton-icono"
                onClick={() => cambiar(insertarPunto(forma, ruta))}
              >
                <Icono d={mas} tam={18} />
                <span class="oculto">{tz.insertar(i + 1)}</span>
              </button>
              <button
                type="button"
                class="boton-icono"
                disabled={puntos.length <= 3}
                onClick={() => cambiar(quitarPunto(forma, ruta))}
              >
                <Icono d={cruz} tam={18} />
                <span class="oculto">{tz.quitar(i + 1)}</span>
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Texto({ forma, cambiar }: Props) {
  const deForma = () => {
    const p = poligonoDe(forma);
    return p ? JSON.stringify(p) : "";
  };
  const [texto, setTexto] = useState(deForma);
  const [error, setError] = useState<string>();
  useEffect(() => {
    setTexto(deForma());
    setError(undefined);
  }, [forma]);
  const usar = () => {
    const { rasgos, falla } = leerGeojson(texto);
    const [rasgo] = rasgos;
    const mal = falla
      ? tz.fallaArchivo[falla]
      : rasgo?.falla
        ? tz.fallaDe(tz.texto, tz.falla[rasgo.falla])
        : undefined;
    setError(mal);
    if (!mal && rasgo?.poligono) cambiar(formaDe(rasgo.poligono));
  };
  return (
    <div class="pila">
      <Campo nombre="geojson" etiqueta={tz.texto} error={error}>
        {(a) => (
          <textarea
            {...a}
            class="geojson"
            rows={6}
            spellcheck={false}
            value={texto}
            onInput={(e) => setTexto(e.currentTarget.value)}
          />
        )}
      </Campo>
      <button type="button" class="boton contorno chica a-la-izquierda" onClick={usar}>
        {tz.usarTexto}
      </button>
    </div>
  );
}

/** The shape without a map: its corners as a list, and as text. */
export function Puntos(p: Props) {
  const n = cuantosPuntos(p.forma);
  return (
    <>
      <details class="plegado">
        <summary>
          {tz.puntos} <span class="suave">({n > 0 ? tz.esquinas(n) : t.comun.opcional})</span>
        </summary>
        <Lista {...p} />
      </details>
      <details class="plegado">
        <summary>{tz.comoTexto}</summary>
        <Texto {...p} />
      </details>
    </>
  );
}
