import { colorQueSeLee } from "../../../../contract/colores.ts";
import type { Categoria } from "../../../../contract/esquemas/catalogos.ts";
import * as api from "../../../api/ciudad.ts";
import { tci } from "../../../i18n/ciudad.ts";
import { duracion } from "../../../lib/duracion.ts";
import { useFicha } from "../../../lib/ficha.ts";
import { validarCategoria } from "../../../lib/validar-ciudad.ts";
import type { DatosCategorias } from "../../../pages/gestion/ciudad/categorias.tsx";
import { Campo } from "../../base/campo.tsx";
import { Icono } from "../../base/icono.tsx";
import { dibujoDe } from "../../categorias.tsx";
import { FichaDialogo } from "./formulario.tsx";
import { ICONOS_CATEGORIA } from "./iconos.ts";
import { Casillas, FichaCategoria } from "./piezas.tsx";

type Valores = {
  nombre: string;
  icono: string;
  color: string;
  privada: boolean;
  activa: boolean;
  horas_normal: number;
  horas_urgente: number;
  cuadrillas: number[];
};

const NUEVA: Valores = {
  nombre: "",
  icono: "otro",
  color: "#17518c",
  privada: false,
  activa: true,
  horas_normal: 120,
  horas_urgente: 24,
  cuadrillas: [],
};

function valoresDe(c: Categoria, { plazos, cuadrillas }: DatosCategorias): Valores {
  const plazo = plazos.find((p) => p.categoria_id === c.id);
  return {
    nombre: c.nombre,
    icono: c.icono,
    color: c.color.toLowerCase(),
    privada: c.privada,
    activa: c.activa,
    horas_normal: plazo?.horas_normal ?? NUEVA.horas_normal,
    horas_urgente: plazo?.horas_urgente ?? NUEVA.horas_urgente,
    cuadrillas: cuadrillas.filter((k) => k.categorias.includes(c.id)).map((k) => k.id),
  };
}

/** A field left empty is no number: it says so beside itself. */
const horasDe = (texto: string): number =>
  /^\d{1,5}$/.test(texto.trim()) ? Number(texto) : Number.NaN;

function Horas(p: {
  nombre: string;
  etiqueta: string;
  valor: number;
  error: string | undefined;
  alCambiar: (n: number) => void;
}) {
  const bien = Number.isInteger(p.valor) && p.valor > 0;
  return (
    <Campo
      nombre={p.nombre}
      etiqueta={p.etiqueta}
      error={p.error}
      ayuda={bien ? tci.categorias.enHoras(duracion(p.valor)) : tci.categorias.horasAyuda}
    >
      {(a) => (
        <input
          {...a}
          inputMode="numeric"
          value={Number.isNaN(p.valor) ? "" : p.valor}
          onInput={(e) => p.alCambiar(horasDe(e.currentTarget.value))}
        />
      )}
    </Campo>
  );
}

function ElegirIcono({ valor, alElegir }: { valor: string; alElegir: (x: string) => void }) {
  const nombres = ICONOS_CATEGORIA.includes(valor)
    ? ICONOS_CATEGORIA
    : [valor, ...ICONOS_CATEGORIA];
  return (
    <fieldset class="campo">
      <legend>{tci.categorias.icono}</legend>
      <div class="iconos-elegir">
        {nombres.map((x) => (
          <label key={x} class="icono-elegir">
            <input
              type="radio"
              name="icono"
              value={x}
              checked={x === valor}
              onChange={() => alElegir(x)}
            />
            <Icono d={dibujoDe(x)} tam={24} />
            <span class="oculto">{tci.iconos[x] ?? x}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const ES_COLOR = /^#[0-9a-f]{6}$/i;

function ElegirColor(p: {
  valor: string;
  error: string | undefined;
  alElegir: (x: string) => void;
}) {
  const color = ES_COLOR.test(p.valor) ? p.valor.toLowerCase() : null;
  const legible = color && colorQueSeLee(color);
  return (
    <Campo nombre="color" etiqueta={tci.color} error={p.error}>
      {(a) => (
        <>
          <div class="fila">
            <input
              type="color"
              class="elegir-color"
              aria-label={tci.elegirColor}
              value={color ?? "#000000"}
              onInput={(e) => p.alElegir(e.currentTarget.value)}
            />
            <input
              {...a}
              value={p.valor}
              spellcheck={false}
              autocomplete="off"
              onInput={(e) => p.alElegir(e.currentTarget.value.trim())}
            />
          </div>
          {legible && legible !== color ? (
            <p class="ayuda" role="status">
              {tci.categorias.colorClaro}{" "}
              <button type="button" class="enlace" onClick={() => p.alElegir(legible)}>
                {tci.categorias.usarColor(legible)}
              </button>
            </p>
          ) : (
            <p class="ayuda">{color ? tci.categorias.colorBien : tci.categorias.colorComo}</p>
          )}
        </>
      )}
    </Campo>
  );
}

type Props = {
  id: number | null;
  datos: DatosCategorias;
  releer: () => Promise<DatosCategorias | null>;
  alGuardar: (nombre: string) => void;
  alCerrar: () => void;
};

/** The form of a categoría with its plazos and its cuadrillas. */
export function FichaDeCategoria({ id, datos, releer, alGuardar, alCerrar }: Props) {
  const fila = datos.categorias.find((c) => c.id === id);
  const inicial = fila ? valoresDe(fila, datos) : NUEVA;
  const nombreDe = (k: number) => datos.cuadrillas.find((x) => x.id === k)?.nombre ?? `${k}`;
  const ficha = useFicha<Valores, Categoria>({
    inicial,
    version: fila?.version,
    validar: validarCategoria,
    // The cuadrillas go only when they are others: who changes a name takes no cuadrilla from anybody.
    guardar: ({ cuadrillas, ...resto }, version, clave) =>
      api.guardarCategoria(
        id,
        {
          ...resto,
          ...(id === null || cuadrillas.join() !== inicial.cuadrillas.join() ? { cuadrillas } : {}),
          ...(version === undefined ? {} : { version }),
        },
        clave,
      ),
    alGuardar: (c) => alGuardar(c.nombre),
    releer: async () => {
      const leidos = await releer();
      const ahora = leidos?.categorias.find((c) => c.id === id);
      return leidos && ahora ? { valores: valoresDe(ahora, leidos), version: ahora.version } : null;
    },
    decir: (k, valor) => ({
      campo: tci.categorias.campos[k],
      valor:
        k === "cuadrillas"
          ? (valor as number[]).map(nombreDe).join(", ") || tci.ninguna
          : typeof valor === "boolean"
            ? valor
              ? tci.si
              : tci.no
            : k === "icono"
              ? (tci.iconos[String(valor)] ?? String(valor))
              : String(valor),
    }),
  });
  const { v, poner, errores } = ficha;
  return (
    <FichaDialogo
      titulo={fila ? fila.nombre : tci.categorias.nueva}
      ficha={ficha}
      guardar={tci.categorias.guardar}
      alCerrar={alCerrar}
    >
      <div class="fila">
        <FichaCategoria
          icono={v.icono}
          color={ES_COLOR.test(v.color) ? v.color : "#545d69"}
          tam={48}
        />
        <p class="suave chico">{tci.categorias.asiSeVe}</p>
      </div>
      <Campo nombre="nombre" etiqueta={tci.nombre} error={errores.nombre}>
        {(a) => (
          <input {...a} value={v.nombre} onInput={(e) => poner("nombre", e.currentTarget.value)} />
        )}
      </Campo>
      <ElegirIcono valor={v.icono} alElegir={(x) => poner("icono", x)} />
      <ElegirColor valor={v.color} error={errores.color} alElegir={(x) => poner("color", x)} />
      <div class="dos">
        <Horas
          nombre="horas_normal"
          etiqueta={tci.categorias.campos.horas_normal}
          valor={v.horas_normal}
          error={errores.horas_normal}
          alCambiar={(n) => poner("horas_normal", n)}
        />
        <Horas
          nombre="horas_urgente"
          etiqueta={tci.categorias.campos.horas_urgente}
          valor={v.horas_urgente}
          error={errores.horas_urgente}
          alCambiar={(n) => poner("horas_urgente", n)}
        />
      </div>
      {fila ? <p class="ayuda">{tci.categorias.loPrometido}</p> : null}
      <Casillas
        titulo={tci.categorias.campos.cuadrillas}
        vacio={tci.categorias.noHayCuadrillas}
        opciones={datos.cuadrillas}
        elegidas={v.cuadrillas}
        alCambiar={(ids) => poner("cuadrillas", ids)}
      />
      <label class="casilla">
        <input
          type="checkbox"
          checked={v.privada}
          onChange={(e) => poner("privada", e.currentTarget.checked)}
        />
        <span>
          {tci.categorias.esPrivada}{" "}
          <span class="suave chico">{tci.categorias.esPrivadaAyuda}</span>
        </span>
      </label>
      <label class="casilla">
        <input
          type="checkbox"
          checked={v.activa}
          onChange={(e) => poner("activa", e.currentTarget.checked)}
        />
        <span>
          {tci.categorias.esActiva} <span class="suave chico">{tci.categorias.esActivaAyuda}</span>
        </span>
      </label>
    </FichaDialogo>
  );
}
