import { useState } from "preact/hooks";
import { Campo } from "../../components/base/campo.tsx";
import { Icono } from "../../components/base/icono.tsx";
import { camara, lupa } from "../../components/iconos-varios.ts";
import { Muestra } from "./muestra.tsx";

const BOTONES = ["boton", "boton vainilla", "boton contorno", "boton contorno chica"] as const;
const LARGA = "Hasta 120 caracteres. Decí qué pasa y dónde.";

export const Botones = () => (
  <Muestra
    titulo="Botón"
    nota="Principal, de reportar, secundario y chico; quieto y sin poder usarse."
  >
    {BOTONES.map((clase) => (
      <button key={clase} type="button" class={clase}>
        <Icono d={camara} /> Reportar
      </button>
    ))}
    {BOTONES.map((clase) => (
      <button key={clase} type="button" class={clase} disabled>
        Enviando…
      </button>
    ))}
    <button type="button" class="boton-icono">
      <Icono d={lupa} />
      <span class="oculto">Buscar</span>
    </button>
  </Muestra>
);

export function Campos() {
  const [estrellas, puntuar] = useState(3);
  return (
    <Muestra
      titulo="Campo, lista, lista con escritura (combobox)"
      nota="Con ayuda, con error, opcional, sin poder usarse."
    >
      <div class="ancho">
        <Campo nombre="a" etiqueta="Título" ayuda={LARGA}>
          {(a) => <input {...a} placeholder="Bache profundo" />}
        </Campo>
        <Campo nombre="b" etiqueta="Dirección" error="Falta la dirección o una referencia.">
          {(a) => <input {...a} />}
        </Campo>
        <Campo nombre="c" etiqueta="Nota" opcional>
          {(a) => <textarea {...a} rows={3} />}
        </Campo>
      </div>
      <div class="ancho">
        <Campo nombre="d" etiqueta="Categoría">
          {(a) => (
            <select {...a}>
              <option>Bacheo</option>
              <option>Alumbrado</option>
            </select>
          )}
        </Campo>
        <Campo nombre="e" etiqueta="Zona" ayuda="Se elige sola por el lugar.">
          {(a) => (
            <select {...a} disabled>
              <option>Centro</option>
            </select>
          )}
        </Campo>
        <Campo nombre="f" etiqueta="Calle" ayuda="Escribí y elegí de la lista.">
          {(a) => <input {...a} list="dev-calles" autocomplete="off" />}
        </Campo>
        <datalist id="dev-calles">
          <option value="Rivadavia" />
          <option value="Mitre" />
        </datalist>
        <fieldset class="segmentos estrellas">
          <legend>¿Quedó bien?</legend>
          <div class="opciones">
            {[1, 2, 3, 4, 5].map((n) => (
              <label key={n} class={n <= estrellas ? "hasta" : undefined}>
                <input
                  type="radio"
                  name="dev-estrellas"
                  checked={n === estrellas}
                  onChange={() => puntuar(n)}
                />
                <span>{n}</span>
              </label>
            ))}
          </div>
        </fieldset>
      </div>
    </Muestra>
  );
}
