import { useRef, useState } from "preact/hooks";
import type { Accion } from "../../../contract/acciones.ts";
import type { Paso, Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { esErrorApi } from "../../api/error.ts";
import { actuar, verHistorial } from "../../api/reclamos.ts";
import { ta } from "../../i18n/acciones.ts";
import { tf } from "../../i18n/fotos.ts";
import { t } from "../../i18n/index.ts";
import { cambios } from "../../lib/cambios.ts";
import { useCarga } from "../../lib/carga.ts";
import { useFormulario } from "../../lib/formulario.ts";
import { validarAccion } from "../../lib/validar.ts";
import { esPersonal, sesion } from "../../state/sesion.ts";
import { Alerta } from "../base/avisos.tsx";
import { type FotoElegida, subirTodas } from "../fotos.tsx";
import { Pasos } from "../reclamo/historial.tsx";
import { camposVisibles, cuerpoDe, type Valores, valoresIniciales } from "./campos.ts";
import { Entrada } from "./entrada.tsx";

/** A lost race, told: what one can do, what others did meanwhile, and what changed by it. */
type Conflicto = { texto: string; pasos: Paso[]; cambios: string[] };

// Only staff have answers at hand.
const cargarPlantillas = () => import("./plantillas.tsx").then((m) => m.default);

export type PropsFormulario = {
  accion: Accion;
  reclamo: Reclamo;
  iniciales?: Valores;
  enviar?: string;
  /** With the reclamo as the server answered it. */
  alTerminar: (r: Reclamo) => void;
  alCancelar?: () => void;
  /** Reads the reclamo again, after somebody else moved it. */
  alReleer: () => Promise<Reclamo | null>;
};

/** The form of one action, made from its table. On a lost race it says what changed and keeps what was typed. */
export function FormularioAccion(p: PropsFormulario) {
  const { accion, reclamo } = p;
  const [valores, setValores] = useState<Valores>(() => ({
    ...valoresIniciales(accion, reclamo),
    ...p.iniciales,
  }));
  const [subiendo, setSubiendo] = useState<string | null>(null);
  const [conflicto, setConflicto] = useState<Conflicto | null>(null);
  /** As the person saw it when the form opened. */
  const visto = useRef(reclamo);
  const deGestion = esPersonal(sesion.value);
  const Plantillas = useCarga(cargarPlantillas, deGestion);
  const visibles = camposVisibles(accion, valores, reclamo, deGestion);
  const cuerpo = () => cuerpoDe(accion, visibles, valores, visto.current.version);

  const explicar = async (e: unknown): Promise<boolean> => {
    setSubiendo(null);
    if (!esErrorApi(e) || !(e.es("version_vieja") || e.es("estado_no_permite"))) return false;
    const ahora = await p.alReleer();
    if (!ahora) return false;
    const estado = t.estados[ahora.estado];
    const decir = ahora.acciones.includes(accion) ? ta.conflicto.ahora : ta.conflicto.yaNo;
    const { version } = visto.current;
    // Without its history, what is different still says most of it.
    const pasos = (await verHistorial(reclamo.id).catch(() => [])).filter(
      (paso) => paso.version !== null && paso.version > version,
    );
    setConflicto({ texto: decir(estado), pasos, cambios: cambios(visto.current, ahora) });
    visto.current = ahora;
    return true;
  };

  const f = useFormulario<Record<string, unknown>>({
    validar: (d) => validarAccion(accion, d),
    enviar: async (_d, clave) => {
      const fotos = valores.fotos as FotoElegida[] | undefined;
      if (fotos?.length) await subirTodas(fotos, (n, de) => setSubiendo(tf.subiendo(n, de)));
      setSubiendo(null);
      p.alTerminar(await actuar(reclamo.id, accion, cuerpo(), clave));
    },
    alFallar: explicar,
  });

  return (
    <form
      ref={f.ref}
      class="pila"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        setConflicto(null);
        void f.enviar({ ...cuerpo(), ...huella(valores) });
      }}
    >
      {conflicto ? (
        <Alerta>
          <strong>{ta.conflicto.titulo}.</strong> {conflicto.texto}
          {conflicto.pasos.length > 0 ? (
            <>
              <p>{ta.conflicto.mientras}</p>
              <Pasos pasos={conflicto.pasos} />
            </>
          ) : null}
          {conflicto.cambios.length > 0 ? (
            <ul>
              {conflicto.cambios.map((x) => (
                <li key={x}>{x}</li>
              ))}
            </ul>
          ) : null}
        </Alerta>
      ) : null}
      {f.general ? <Alerta>{f.general}</Alerta> : null}
      {Plantillas ? (
        <Plantillas
          accion={accion}
          reclamo={reclamo}
          valores={valores}
          alElegir={(v) => setValores((antes) => ({ ...antes, ...v }))}
        />
      ) : null}
      {visibles.map((campo) => (
        <Entrada
          key={campo.nombre}
          campo={campo}
          valor={valores[campo.nombre] ?? ""}
          error={f.errores[campo.nombre]}
          reclamo={reclamo}
          alCambiar={(v) => setValores((antes) => ({ ...antes, [campo.nombre]: v }))}
        />
      ))}
      {subiendo ? <p role="status">{subiendo}</p> : null}
      <div class="fila derecha">
        {p.alCancelar ? (
          <button type="button" class="boton contorno" onClick={p.alCancelar}>
            {t.comun.cancelar}
          </button>
        ) : null}
        <button type="submit" class="boton" disabled={f.enviando}>
          {f.enviando ? t.comun.enviando : (p.enviar ?? ta.acciones[accion])}
        </button>
      </div>
    </form>
  );
}

/**
 * Which photos a form carries. Their ids come only with the first send, and must not make the retry
 * look like another request.
 */
function huella(v: Valores): { fotos?: undefined; _fotos?: string[] } {
  const fotos = v.fotos as FotoElegida[] | undefined;
  return fotos ? { fotos: undefined, _fotos: fotos.map((x) => x.clave) } : {};
}
