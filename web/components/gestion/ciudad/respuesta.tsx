import { useState } from "preact/hooks";
import type { Plantilla } from "../../../../contract/esquemas/plantillas.ts";
import * as api from "../../../api/ciudad.ts";
import { mensajeDe } from "../../../api/error.ts";
import { ta } from "../../../i18n/acciones.ts";
import { tci } from "../../../i18n/ciudad.ts";
import { t } from "../../../i18n/index.ts";
import { useFicha } from "../../../lib/ficha.ts";
import { validarPlantilla } from "../../../lib/validar-ciudad.ts";
import { Alerta } from "../../base/avisos.tsx";
import { Campo } from "../../base/campo.tsx";
import { FichaDialogo } from "./formulario.tsx";

type Valores = Pick<Plantilla, "titulo" | "texto" | "accion">;
type Accion = NonNullable<Plantilla["accion"]>;

/** The actions that ask for a text, in the order of a reclamo's life. */
const ACCIONES: readonly Accion[] = [
  "comentar",
  "resolver",
  "devolver",
  "rechazar",
  "reabrir",
  "moderar",
];
const NUEVA: Valores = { titulo: "", texto: "", accion: null };
const valoresDe = ({ titulo, texto, accion }: Plantilla): Valores => ({ titulo, texto, accion });

function Borrar({ fila, alBorrar }: { fila: Plantilla; alBorrar: (p: Plantilla) => void }) {
  const [pregunta, setPregunta] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const borrar = async () => {
    try {
      await api.borrarPlantilla(fila.id);
      alBorrar(fila);
    } catch (e) {
      setError(e);
    }
  };
  if (!pregunta)
    return (
      <button type="button" class="enlace a-la-izquierda" onClick={() => setPregunta(true)}>
        {tci.respuestas.borrar}
      </button>
    );
  return (
    <Alerta>
      <p>{error ? mensajeDe(error) : tci.respuestas.seguro}</p>
      <div class="fila envuelve">
        <button type="button" class="boton contorno chica" onClick={() => setPregunta(false)}>
          {t.comun.cancelar}
        </button>
        <button type="button" class="boton contorno chica" onClick={() => void borrar()}>
          {tci.respuestas.siBorrar}
        </button>
      </div>
    </Alerta>
  );
}

type Props = {
  fila: Plantilla | null;
  releer: () => Promise<Plantilla[] | null>;
  alGuardar: (p: Plantilla) => void;
  alBorrar: (p: Plantilla) => void;
  alCerrar: () => void;
};

/** The form of a text kept to answer with, and how it will read. */
export function FichaDeRespuesta({ fila, releer, alGuardar, alBorrar, alCerrar }: Props) {
  const ficha = useFicha<Valores, Plantilla>({
    inicial: fila ? valoresDe(fila) : NUEVA,
    version: fila?.version,
    validar: validarPlantilla,
    guardar: (v, version, clave) =>
      api.guardarPlantilla(
        fila?.id ?? null,
        { ...v, ...(version === undefined ? {} : { version }) },
        clave,
      ),
    alGuardar,
    releer: async () => {
      const ahora = (await releer())?.find((p) => p.id === fila?.id);
      return ahora ? { valores: valoresDe(ahora), version: ahora.version } : null;
    },
    decir: (k, valor) => ({
      campo: tci.respuestas.campos[k],
      valor:
        k === "accion"
          ? valor
            ? ta.acciones[valor as Accion]
            : tci.respuestas.enTodas
          : String(valor),
    }),
  });
  const { v, poner, errores } = ficha;
  const ejemplo = v.texto
    .replaceAll("{numero}", "1284")
    .replaceAll("{direccion}", tci.respuestas.ejemploDireccion)
    .replaceAll("{categoria}", tci.respuestas.ejemploCategoria);
  return (
    <FichaDialogo
      titulo={fila ? fila.titulo : tci.respuestas.nueva}
      ficha={ficha}
      guardar={tci.respuestas.guardar}
      alCerrar={alCerrar}
    >
      <Campo nombre="titulo" etiqueta={tci.respuestas.campos.titulo} error={errores.titulo}>
        {(a) => (
          <input {...a} value={v.titulo} onInput={(e) => poner("titulo", e.currentTarget.value)} />
        )}
      </Campo>
      <Campo
        nombre="accion"
        etiqueta={tci.respuestas.campos.accion}
        ayuda={tci.respuestas.accionAyuda}
        error={errores.accion}
      >
        {(a) => (
          <select
            {...a}
            value={v.accion ?? ""}
            onChange={(e) => poner("accion", (e.currentTarget.value || null) as Accion | null)}
          >
            <option value="">{tci.respuestas.enTodas}</option>
            {ACCIONES.map((x) => (
              <option key={x} value={x}>
                {ta.acciones[x]}
              </option>
            ))}
          </select>
        )}
      </Campo>
      <Campo
        nombre="texto"
        etiqueta={tci.respuestas.campos.texto}
        ayuda={tci.respuestas.textoAyuda}
        error={errores.texto}
      >
        {(a) => (
          <textarea
            {...a}
            rows={6}
            value={v.texto}
            onInput={(e) => poner("texto", e.currentTarget.value)}
          />
        )}
      </Campo>
      {ejemplo === v.texto ? null : (
        <div class="campo">
          <p class="etiqueta">{tci.respuestas.seLee}</p>
          <p class="tarjeta dicho">{ejemplo}</p>
        </div>
      )}
      {fila ? <Borrar fila={fila} alBorrar={alBorrar} /> : null}
    </FichaDialogo>
  );
}
