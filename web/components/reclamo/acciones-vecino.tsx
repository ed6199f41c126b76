import { useState } from "preact/hooks";
import type { Accion } from "../../../contract/acciones.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { claveNueva } from "../../api/cliente.ts";
import { mensajeDe } from "../../api/error.ts";
import { actuar } from "../../api/reclamos.ts";
import { ta } from "../../i18n/acciones.ts";
import { t } from "../../i18n/index.ts";
import { ts } from "../../i18n/seguimiento.ts";
import { rutaReclamo } from "../../lib/rutas.ts";
import type { ReclamoVivo } from "../../state/reclamo.ts";
import { esPersonal, sesion } from "../../state/sesion.ts";
import { avisar } from "../../state/toasts.ts";
import type { Valores } from "../acciones/campos.ts";
import { FormularioAccion } from "../acciones/formulario.tsx";
import { Dialogo } from "../base/dialogo.tsx";
import { Icono } from "../base/icono.tsx";
import { tilde } from "../iconos.ts";
import { editar, mensaje, reabrir } from "../iconos-historial.ts";
import { corazon } from "../iconos-varios.ts";

type Abierta = { accion: Accion; iniciales?: Valores; titulo?: string };
type Props = { vivo: ReclamoVivo; reclamo: Reclamo };

const BOTONES: readonly [Accion, string, string][] = [
  ["sumarse", corazon, "contorno"],
  ["comentar", mensaje, "contorno"],
  ["editar", editar, "contorno"],
  ["dejar", corazon, "contorno"],
];
/** These need no words: one touch does them. */
const DIRECTAS: readonly Accion[] = ["sumarse", "dejar"];

/** What a vecino may do now, by the server's own list. */
export function AccionesVecino({ vivo, reclamo }: Props) {
  const [abierta, abrir] = useState<Abierta | null>(null);
  const [ocupada, setOcupada] = useState(false);
  const yo = sesion.value;
  const puede = (a: Accion) => reclamo.acciones.includes(a);

  const directa = async (accion: Accion) => {
    setOcupada(true);
    try {
      // By its codigo: a neighbour who is not near it yet does not know it by id.
      vivo.poner(await actuar(reclamo.codigo, accion, {}, claveNueva()));
      if (accion === "sumarse") avisar(ts.seguimiento.sumado, { tono: "bien" });
    } catch (e) {
      avisar(mensajeDe(e), { tono: "mal" });
      void vivo.releer();
    } finally {
      setOcupada(false);
    }
  };

  const sigueIgual: Abierta = puede("reabrir")
    ? { accion: "reabrir", titulo: ts.seguimiento.sigueIgual }
    : { accion: "confirmar", iniciales: { conforme: "no" } };

  return (
    <>
      {puede("confirmar") ? (
        <section class="tarjeta quedo-bien">
          <h2>{ts.seguimiento.quedoBien}</h2>
          <p class="suave">{ts.seguimiento.quedoBienTexto}</p>
          <div class="fila envuelve">
            <button
              type="button"
              class="boton"
              onClick={() => abrir({ accion: "confirmar", iniciales: { conforme: "si" } })}
            >
              <Icono d={tilde} /> {ts.seguimiento.siBien}
            </button>
            <button type="button" class="boton contorno" onClick={() => abrir(sigueIgual)}>
              <Icono d={reabrir} /> {ts.seguimiento.sigueIgual}
            </button>
          </div>
        </section>
      ) : null}
      <div class="fila envuelve">
        {yo && esPersonal(yo) ? (
          <a class="boton" href={rutaReclamo(yo.rol, reclamo.id)}>
            {ta.acciones.enMiTrabajo}
          </a>
        ) : null}
        {puede("reabrir") && !puede("confirmar") ? (
          <button type="button" class="boton contorno" onClick={() => abrir(sigueIgual)}>
            <Icono d={reabrir} /> {ts.seguimiento.sigueIgual}
          </button>
        ) : null}
        {BOTONES.filter(([a]) => puede(a)).map(([accion, icono, clase]) => (
          <button
            key={accion}
            type="button"
            class={`boton ${clase}`}
            disabled={ocupada}
            onClick={() => (DIRECTAS.includes(accion) ? void directa(accion) : abrir({ accion }))}
          >
            <Icono d={icono} /> {ta.acciones[accion]}
          </button>
        ))}
      </div>
      {abierta ? (
        <Dialogo
          titulo={abierta.titulo ?? ta.acciones[abierta.accion]}
          alCerrar={() => abrir(null)}
        >
          <FormularioAccion
            accion={abierta.accion}
            reclamo={reclamo}
            {...(abierta.iniciales ? { iniciales: abierta.iniciales } : {})}
            enviar={t.comun.enviar}
            alCancelar={() => abrir(null)}
            alReleer={vivo.releer}
            alTerminar={(r) => {
              abrir(null);
              vivo.poner(r);
            }}
          />
        </Dialogo>
      ) : null}
    </>
  );
}
