import { useState } from "preact/hooks";
import type { Poligono } from "../../../../contract/esquemas/catalogos.ts";
import { tci } from "../../../i18n/ciudad.ts";
import { circulo, dibujo, leerLimite } from "../../../lib/limite.ts";
import { Campo } from "../../base/campo.tsx";

type Punto = { lat: number; lng: number };

const LADO = 260;
const MARGEN = 10;

/** The boundary drawn, north up, with its centre. */
function Dibujo({ limite, centro }: { limite: Poligono; centro: Punto | null }) {
  const { d, ancho, alto, x, y, km, kmAncho } = dibujo(limite, LADO);
  const caja = `${-MARGEN} ${-MARGEN} ${ancho + MARGEN * 2} ${alto + MARGEN * 2}`;
  const tamano = tci.municipio.tamano(kmAncho, km);
  return (
    <figure class="limite-dibujo">
      <svg viewBox={caja} role="img" aria-label={`${tci.municipio.unLimite}: ${tamano}`}>
        <path class="limite-forma" d={d} fill-rule="evenodd" />
        {centro ? (
          <circle class="limite-centro" cx={x(centro.lng)} cy={y(centro.lat)} r="5" />
        ) : null}
      </svg>
      <figcaption class="chico suave">{tamano}</figcaption>
    </figure>
  );
}

type Nota = { mal: boolean; texto: string };

function Importar({ alLeer }: { alLeer: (p: Poligono) => void }) {
  const [nota, setNota] = useState<Nota | null>(null);
  const leer = (texto: string) => {
    if (!texto.trim()) return setNota(null);
    const l = leerLimite(texto);
    if ("error" in l) return setNota({ mal: true, texto: tci.municipio.limiteMal[l.error] });
    setNota({ mal: false, texto: tci.municipio.limiteBien(l.puntos, l.simplificado) });
    alLeer(l.poligono);
  };
  const deArchivo = async (entrada: HTMLInputElement) => {
    const archivo = entrada.files?.[0];
    entrada.value = "";
    if (archivo) leer(await archivo.text());
  };
  return (
    <>
      <label class="boton contorno chica a-la-izquierda">
        {tci.municipio.archivo}
        <input
          class="oculto"
          type="file"
          accept=".geojson,.json,application/geo+json,application/json"
          onChange={(e) => void deArchivo(e.currentTarget)}
        />
      </label>
      <Campo
        nombre="geojson"
        etiqueta={tci.municipio.pegar}
        ayuda={tci.municipio.pegarAyuda}
        error={nota?.mal ? nota.texto : undefined}
      >
        {(a) => (
          <textarea
            {...a}
            class="codigo-chico"
            rows={3}
            spellcheck={false}
            onInput={(e) => leer(e.currentTarget.value)}
          />
        )}
      </Campo>
      <p class="ayuda" role="status">
        {nota && !nota.mal ? nota.texto : ""}
      </p>
    </>
  );
}

const numero = (s: string): number | null => {
  const n = Number(s.trim().replace(",", "."));
  return s.trim() !== "" && Number.isFinite(n) ? n : null;
};

/** For a city without a file at hand: so many kilometres around a point. */
function Circulo({ centro, alHacer }: { centro: Punto | null; alHacer: (p: Poligono) => void }) {
  const [lat, setLat] = useState(centro ? String(centro.lat) : "");
  const [lng, setLng] = useState(centro ? String(centro.lng) : "");
  const [km, setKm] = useState("5");
  const [error, setError] = useState<string | null>(null);
  const hacer = () => {
    const [a, b, r] = [numero(lat), numero(lng), numero(km)];
    const bien =
      a !== null &&
      b !== null &&
      r !== null &&
      Math.abs(a) <= 85 &&
      Math.abs(b) <= 180 &&
      r > 0 &&
      r <= 200;
    if (!bien) return setError(tci.municipio.circuloMal);
    setError(null);
    alHacer(circulo({ lat: a, lng: b }, r));
  };
  const aca = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setLat(coords.latitude.toFixed(5));
        setLng(coords.longitude.toFixed(5));
      },
      () => setError(tci.municipio.sinLugar),
    );
  const campos = [
    ["circulo_lat", tci.municipio.lat, lat, setLat],
    ["circulo_lng", tci.municipio.lng, lng, setLng],
    ["circulo_km", tci.municipio.km, km, setKm],
  ] as const;
  return (
    <details class="limite-circulo">
      <summary>{tci.municipio.circulo}</summary>
      <div class="pila">
        <div class="dos">
          {campos.map(([nombre, etiqueta, valor, poner]) => (
            <Campo key={nombre} nombre={nombre} etiqueta={etiqueta}>
              {(a) => (
                <input
                  {...a}
                  inputMode="decimal"
                  value={valor}
                  onInput={(e) => poner(e.currentTarget.value)}
                />
              )}
            </Campo>
          ))}
        </div>
        {error ? (
          <p class="error" role="alert">
            {error}
          </p>
        ) : null}
        <div class="fila envuelve">
          <button type="button" class="boton contorno chica" onClick={hacer}>
            {tci.municipio.hacerCirculo}
          </button>
          <button type="button" class="enlace" onClick={aca}>
            {tci.municipio.dondeEstoy}
          </button>
        </div>
      </div>
    </details>
  );
}

type Props = {
  limite: Poligono | null;
  centro: Punto | null;
  error: string | undefined;
  alCambiar: (p: Poligono) => void;
  alCentrar: (p: Punto) => void;
};

/** The municipality's boundary: from a file, from a text, or a circle to begin with; drawn before it is saved. */
export function Limite({ limite, centro, error, alCambiar, alCentrar }: Props) {
  return (
    <div class="pila">
      <p class="suave chico">{tci.municipio.limiteAyuda}</p>
      {limite ? (
        <Dibujo limite={limite} centro={centro} />
      ) : (
        <p class="tarjeta suave">{tci.municipio.sinLimite}</p>
      )}
      {error ? (
        <p class="error" role="alert">
          {error}
        </p>
      ) : null}
      <Importar alLeer={alCambiar} />
      <Circulo centro={centro} alHacer={alCambiar} />
      {limite && centro ? (
        <Centro centro={centro} alCentrar={alCentrar} key={`${centro.lat},${centro.lng}`} />
      ) : null}
    </div>
  );
}

/** Where the map opens: the boundary's middle, unless somebody knows better. */
function Centro({ centro, alCentrar }: { centro: Punto; alCentrar: (p: Punto) => void }) {
  const cambiar = (campo: keyof Punto, texto: string) => {
    const n = numero(texto);
    if (n !== null) alCentrar({ ...centro, [campo]: n });
  };
  return (
    <div class="dos">
      {(["lat", "lng"] as const).map((k) => (
        <Campo key={k} nombre={k} etiqueta={tci.municipio.centro[k]}>
          {(a) => (
            <input
              {...a}
              inputMode="decimal"
              value={centro[k]}
              onChange={(e) => cambiar(k, e.currentTarget.value)}
            />
          )}
        </Campo>
      ))}
    </div>
  );
}
