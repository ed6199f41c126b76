import { useState } from "preact/hooks";
import type { Yo } from "../../../contract/esquemas/cuentas.ts";
import { Icono } from "../../components/base/icono.tsx";
import { tilde } from "../../components/iconos.ts";
import { jugar, navegar } from "../../components/iconos-gestion.ts";
import { mensaje } from "../../components/iconos-historial.ts";
import { prohibido } from "../../components/iconos-reclamo.ts";
import { tk } from "../../i18n/campo.ts";
import { comoLlegar } from "../../lib/como-llegar.ts";
import { avisar } from "../../state/toasts.ts";
import { type AccionConTexto, FormularioCampo } from "./formulario.tsx";
import { type AccionCampo, puede, type Trabajo } from "./hecho.ts";
import { hacer } from "./trabajo.ts";

type Props = { t: Trabajo; yo: Yo; conComentario?: true };

/** The large buttons of a job, those that make sense now. What waits for a decision comes first: then there is only the way. */
export function Botones({ t, yo, conComentario }: Props) {
  const [abierta, abrir] = useState<AccionConTexto | null>(null);
  const { fila } = t;
  const hay = (a: AccionCampo) => !t.parado && puede(a, t.estado);
  const empezar = () => hacer(t, "iniciar").catch(() => avisar(tk.sinLugar, { tono: "mal" }));
  return (
    <div class="trabajo-botones">
      <a
        class="boton contorno"
        href={comoLlegar(fila.direccion, fila.lat, fila.lng)}
        target="_blank"
        rel="noreferrer"
      >
        <Icono d={navegar} /> {tk.comoLlegar}
      </a>
      {hay("iniciar") ? (
        <button type="button" class="boton vainilla" onClick={() => void empezar()}>
          <Icono d={jugar} /> {tk.empezar}
        </button>
      ) : null}
      {hay("resolver") ? (
        <button type="button" class="boton" onClick={() => abrir("resolver")}>
          <Icono d={tilde} /> {tk.listo}
        </button>
      ) : null}
      {hay("devolver") ? (
        <button type="button" class="boton contorno" onClick={() => abrir("devolver")}>
          <Icono d={prohibido} /> {tk.noPuedo}
        </button>
      ) : null}
      {conComentario && !t.parado ? (
        <button type="button" class="boton contorno" onClick={() => abrir("comentar")}>
          <Icono d={mensaje} /> {tk.comentar}
        </button>
      ) : null}
      {abierta ? (
        <FormularioCampo trabajo={t} accion={abierta} yo={yo} alCerrar={() => abrir(null)} />
      ) : null}
    </div>
  );
}
