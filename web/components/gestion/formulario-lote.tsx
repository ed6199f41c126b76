import { useRef, useState } from "preact/hooks";
import type { ResultadoLote } from "../../../contract/esquemas/gestion.ts";
import type { AccionEnLote } from "../../../contract/esquemas/pedidos.ts";
import type { ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import { aplicarLote } from "../../api/gestion.ts";
import { ta } from "../../i18n/acciones.ts";
import { tb } from "../../i18n/bandeja.ts";
import { t } from "../../i18n/index.ts";
import { useFormulario } from "../../lib/formulario.ts";
import { porCampo } from "../../lib/validar.ts";
import { camposVisibles, cuerpoDe, type Valores, valoresIniciales } from "../acciones/campos.ts";
import { Entrada } from "../acciones/entrada.tsx";
import { Alerta } from "../base/avisos.tsx";

type Props = {
  accion: AccionEnLote;
  filas: readonly ReclamoFila[];
  alTerminar: (r: ResultadoLote) => void;
  alCancelar: () => void;
};

const validar = async (d: object) =>
  porCampo((await import("../../../contract/esquemas/pedidos.ts")).lote.safeParse(d));

/** The questions of one action, asked once for several reclamos, each in the version that the list showed. */
export function FormularioLote({ accion, filas, alTerminar, alCancelar }: Props) {
  /** As they were when the form opened: what somebody changes meanwhile is refused, not overwritten. */
  const vistas = useRef(filas).current;
  // Whoever was assigned already needs a reason, and one reason serves all.
  const asignada = vistas.find((f) => f.estado !== "nuevo");
  const modelo = { ...((asignada ?? vistas[0]) as ReclamoFila), cuadrilla_id: null, fotos: [] };
  const [valores, setValores] = useState<Valores>(() => ({
    ...valoresIniciales(accion, modelo),
    prioridad: "",
  }));
  const visibles = camposVisibles(accion, valores, modelo, true);
  const cuerpo = () => {
    const { version: _, ...pedido } = cuerpoDe(accion, visibles, valores, 0);
    return { accion, ...pedido, items: vistas.map(({ id, version }) => ({ id, version })) };
  };
  const f = useFormulario<object>({
    validar,
    enviar: async (datos, clave) => alTerminar(await aplicarLote(datos, clave)),
  });
  return (
    <form
      ref={f.ref}
      class="pila"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        void f.enviar(cuerpo());
      }}
    >
      {f.general ? <Alerta>{f.general}</Alerta> : null}
      {f.errores.items ? <Alerta>{f.errores.items}</Alerta> : null}
      {visibles.map((campo) => (
        <Entrada
          key={campo.nombre}
          campo={campo}
          valor={valores[campo.nombre] ?? ""}
          error={f.errores[campo.nombre]}
          reclamo={modelo}
          enLote
          alCambiar={(v) => setValores((antes) => ({ ...antes, [campo.nombre]: v }))}
        />
      ))}
      {accion === "asignar" && asignada ? <p class="chico suave">{tb.lote.motivoComun}</p> : null}
      <div class="fila derecha">
        <button type="button" class="boton contorno" onClick={alCancelar}>
          {t.comun.cancelar}
        </button>
        <button type="submit" class="boton" disabled={f.enviando}>
          {f.enviando ? t.comun.enviando : tb.lote.enviar(ta.acciones[accion], vistas.length)}
        </button>
      </div>
    </form>
  );
}
