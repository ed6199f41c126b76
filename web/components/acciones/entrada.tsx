import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { MOTIVOS_RECHAZO, PRIORIDADES } from "../../../contract/vocabulario.ts";
import { ta } from "../../i18n/acciones.ts";
import { t } from "../../i18n/index.ts";
import { ts } from "../../i18n/seguimiento.ts";
import { useCarga } from "../../lib/carga.ts";
import { useCategorias, useCuadrillas } from "../../state/catalogos.ts";
import { Campo as Etiquetado } from "../base/campo.tsx";
import { Icono } from "../base/icono.tsx";
import { type FotoElegida, SelectorFotos } from "../fotos.tsx";
import { estrella } from "../iconos-historial.ts";
import type { Campo, Valor } from "./campos.ts";

type Props = {
  campo: Campo;
  valor: Valor;
  error?: string | undefined;
  reclamo: Pick<Reclamo, "id" | "cuadrilla_id" | "categoria_id" | "fotos">;
  alCambiar: (v: Valor) => void;
  /** Several reclamos are asked about at once: nothing that is about one. */
  enLote?: true;
};
type Opcion = { valor: string; texto: string };

/** The crews that take this category first: they are the likely answer. */
function useOpciones(campo: Campo, r: Props["reclamo"]): Opcion[] {
  const esCuadrilla = campo.tipo === "cuadrilla";
  const cuadrillas = useCuadrillas(esCuadrilla);
  const categorias = useCategorias();
  if (esCuadrilla)
    return (cuadrillas ?? [])
      .filter((x) => x.activa && x.id !== r.cuadrilla_id)
      .sort(
        (a, b) =>
          Number(b.categorias.includes(r.categoria_id)) -
          Number(a.categorias.includes(r.categoria_id)),
      )
      .map((x) => ({
        valor: String(x.id),
        texto: ta.campos.cuadrillaCarga(x.nombre, x.abiertos, x.capacidad),
      }));
  if (campo.tipo === "categoria")
    return (categorias ?? [])
      .filter((x) => x.id !== r.categoria_id)
      .map((x) => ({ valor: String(x.id), texto: x.nombre }));
  if (campo.tipo === "prioridad")
    return PRIORIDADES.map((x) => ({ valor: x, texto: ta.prioridades[x] }));
  return MOTIVOS_RECHAZO.map((x) => ({ valor: x, texto: ts.motivos[x] }));
}

function Seleccion({ campo, valor, error, reclamo, alCambiar }: Props) {
  const opciones = useOpciones(campo, reclamo);
  return (
    <Etiquetado nombre={campo.nombre} etiqueta={campo.etiqueta} error={error}>
      {(a) => (
        <select {...a} value={String(valor)} onChange={(e) => alCambiar(e.currentTarget.value)}>
          <option value="">{t.comun.elegir}</option>
          {opciones.map((o) => (
            <option key={o.valor} value={o.valor}>
              {o.texto}
            </option>
          ))}
        </select>
      )}
    </Etiquetado>
  );
}

function Opciones({
  campo,
  valor,
  error,
  alCambiar,
  opciones,
  clase,
}: Props & { opciones: Opcion[]; clase: string }) {
  const idError = `${campo.nombre}-error`;
  return (
    <fieldset class={`campo ${clase}`} aria-describedby={error ? idError : undefined}>
      <legend>{campo.etiqueta}</legend>
      <div class="opciones">
        {opciones.map((o) => (
          <label key={o.valor} class={Number(valor) >= Number(o.valor) ? "hasta" : undefined}>
            <input
              type="radio"
              name={campo.nombre}
              value={o.valor}
              checked={valor === o.valor}
              onChange={() => alCambiar(o.valor)}
              {...(error ? { "aria-invalid": "true" as const } : {})}
            />
            {clase === "estrellas" ? (
              <>
                <Icono d={estrella} tam={30} />
                <span class="oculto">{o.texto}</span>
              </>
            ) : (
              <span>{o.texto}</span>
            )}
          </label>
        ))}
      </div>
      {error ? (
        <p class="error" id={idError}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

const ESTRELLAS = [1, 2, 3, 4, 5].map((n) => ({ valor: String(n), texto: ta.campos.estrella(n) }));
const SI_NO = [
  { valor: "si", texto: ta.campos.si },
  { valor: "no", texto: ta.campos.no },
];

function FotosOcultas({ campo, valor, reclamo, alCambiar }: Props) {
  const ocultas = valor as number[];
  return (
    <fieldset class="campo">
      <legend>{campo.etiqueta}</legend>
      <div class="fotos-elegidas">
        {reclamo.fotos.map((f, i) => (
          <label key={f.id} class="foto-casilla">
            <img src={f.miniatura} alt="" width="96" height="72" />
            <input
              type="checkbox"
              checked={ocultas.includes(f.id)}
              onChange={(e) =>
                alCambiar(
                  e.currentTarget.checked ? [...ocultas, f.id] : ocultas.filter((x) => x !== f.id),
                )
              }
            />
            <span class="oculto">{ta.campos.fotoNumero(i + 1)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

// Only supervisors assign: the rest of the world does not load how.
const cargarCuadrillas = () => import("./cuadrillas.tsx").then((m) => m.default);

/** Whom to send, with the reasons for each. */
function Cuadrilla({ campo, valor, error, reclamo, alCambiar }: Props) {
  const Elegir = useCarga(cargarCuadrillas, true);
  if (!Elegir) return null;
  return (
    <Elegir
      nombre={campo.nombre}
      etiqueta={campo.etiqueta}
      valor={String(valor)}
      error={error}
      reclamo={reclamo}
      alCambiar={alCambiar}
    />
  );
}

/** The control of one question. */
export function Entrada(p: Props) {
  const { campo, valor, error, alCambiar } = p;
  const texto = {
    value: String(valor),
    onInput: (e: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      alCambiar(e.currentTarget.value),
  };
  const etiquetado = {
    nombre: campo.nombre,
    etiqueta: campo.etiqueta,
    error,
    ...(campo.ayuda ? { ayuda: campo.ayuda } : {}),
    ...(campo.opcional ? { opcional: true } : {}),
  };
  switch (campo.tipo) {
    case "texto":
      return (
        <Etiquetado {...etiquetado}>{(a) => <textarea {...a} {...texto} rows={3} />}</Etiquetado>
      );
    case "renglon":
      return <Etiquetado {...etiquetado}>{(a) => <input {...a} {...texto} />}</Etiquetado>;
    case "numero":
      return (
        <Etiquetado {...etiquetado}>
          {(a) => <input {...a} {...texto} inputMode="numeric" />}
        </Etiquetado>
      );
    case "fecha":
      return (
        <Etiquetado {...etiquetado}>
          {(a) => <input {...a} {...texto} type="datetime-local" />}
        </Etiquetado>
      );
    case "casilla":
      return (
        <label class="casilla">
          <input
            type="checkbox"
            name={campo.nombre}
            checked={valor === true}
            onChange={(e) => alCambiar(e.currentTarget.checked)}
          />
          <span>{campo.etiqueta}</span>
        </label>
      );
    case "si_no":
      return <Opciones {...p} opciones={SI_NO} clase="segmentos" />;
    case "estrellas":
      return <Opciones {...p} opciones={ESTRELLAS} clase="estrellas" />;
    case "fotos":
      return (
        <div class="campo">
          <p class="etiqueta">
            {campo.etiqueta} <span class="suave">({t.comun.opcional})</span>
          </p>
          <SelectorFotos fotos={valor as FotoElegida[]} alCambiar={alCambiar} />
          {error ? <p class="error">{error}</p> : null}
        </div>
      );
    case "cuadrilla":
      return p.enLote ? <Seleccion {...p} /> : <Cuadrilla {...p} />;
    case "fotos_ocultas":
      return <FotosOcultas {...p} />;
    default:
      return <Seleccion {...p} />;
  }
}
