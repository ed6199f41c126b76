import { useEffect, useRef, useState } from "preact/hooks";
import type { Accion } from "../../../contract/acciones.ts";
import type { Reclamo, Similar } from "../../../contract/esquemas/reclamos.ts";
import { claveNueva } from "../../api/cliente.ts";
import { mensajeDe } from "../../api/error.ts";
import { actuar } from "../../api/reclamos.ts";
import { ta } from "../../i18n/acciones.ts";
import { tb } from "../../i18n/bandeja.ts";
import { tg } from "../../i18n/gestion.ts";
import { t } from "../../i18n/index.ts";
import { ts } from "../../i18n/seguimiento.ts";
import { refrescarCuadrillas } from "../../state/catalogos.ts";
import type { ReclamoVivo } from "../../state/reclamo.ts";
import { avisar } from "../../state/toasts.ts";
import { BarraAcciones } from "../acciones/barra.tsx";
import { CAMPOS, type Valores } from "../acciones/campos.ts";
import { FormularioAccion } from "../acciones/formulario.tsx";
import { Dialogo } from "../base/dialogo.tsx";
import { Insignia } from "../base/estado.tsx";
import { Moderacion } from "../gestion/moderacion.tsx";
import { Similares } from "../gestion/similares.tsx";
import { Viendo } from "../gestion/viendo.tsx";
import { MapaLugar } from "../mapa/lugar.tsx";
import { DatosReclamo } from "./datos.tsx";
import { Entregas } from "./entregas.tsx";
import { Galeria } from "./galeria.tsx";
import { Historial } from "./historial.tsx";

type Props = {
  vivo: ReclamoVivo;
  r: Reclamo;
  /** The action whose form is open; the list's keyboard opens them too. */
  abierta: Accion | null;
  abrir: (a: Accion | null) => void;
  alCambiar?: (r: Reclamo) => void;
  gestion: boolean;
};

/** A reclamo whole, for staff: its data, what happened, and everything that may be done with it now. */
export function DetalleReclamo({ vivo, r, abierta, abrir, alCambiar, gestion }: Props) {
  const [ocupada, setOcupada] = useState(false);
  /** What the form that is open begins with, when something on screen already said it. */
  const [iniciales, setIniciales] = useState<Valores | null>(null);
  useEffect(() => {
    if (!abierta) setIniciales(null);
  }, [abierta]);
  // Asked for by the keyboard, though it is not to be done now. One that is open stays, with its text.
  const puedeAbrirse = useRef(r.acciones);
  puedeAbrirse.current = r.acciones;
  useEffect(() => {
    if (abierta && !puedeAbrirse.current.includes(abierta)) {
      abrir(null);
      avisar(tg.ahoraNo(ta.acciones[abierta]));
    }
  }, [abierta, abrir]);

  const terminar = (nuevo: Reclamo) => {
    abrir(null);
    vivo.poner(nuevo);
    alCambiar?.(nuevo);
    if (gestion) void refrescarCuadrillas();
  };
  const elegir = async (accion: Accion) => {
    if (CAMPOS[accion].length > 0) return abrir(accion);
    if (ocupada) return;
    setOcupada(true);
    try {
      terminar(await actuar(r.id, accion, { version: r.version }, claveNueva()));
    } catch (e) {
      avisar(mensajeDe(e), { tono: "mal" });
      void vivo.releer();
    } finally {
      setOcupada(false);
    }
  };
  const puede = (a: Accion) => r.acciones.includes(a);
  const esDuplicado = (s: Similar) => {
    setIniciales({
      motivo: "duplicado",
      original_id: String(s.numero),
      texto: tb.similares.texto(s.numero),
    });
    abrir("rechazar");
  };
  const titulo =
    abierta === "asignar" && r.estado !== "nuevo"
      ? ta.acciones.reasignar
      : abierta && ta.acciones[abierta];
  return (
    <article class={`detalle${vivo.recien ? " recien" : ""}`}>
      <header class="detalle-cabeza">
        <p class="fila chico suave">
          <Insignia estado={r.estado} /> #{r.numero}
          {r.ciclo > 1 ? ` · ${tg.ciclo(r.ciclo)}` : null}
          {r.oculto ? ` · ${tg.oculto}` : null}
          {gestion ? <Viendo id={r.id} /> : null}
        </p>
        <h2 class="detalle-titulo" tabIndex={-1}>
          {r.titulo}
        </h2>
        <BarraAcciones reclamo={r} alElegir={(a) => void elegir(a)} />
      </header>
      <div class="detalle-cuerpo">
        <Galeria fotos={r.fotos} titulo={r.titulo} />
        <p class="descripcion">{r.descripcion}</p>
        {r.lat !== null && r.lng !== null ? (
          <MapaLugar punto={{ lat: r.lat, lng: r.lng }} estado={r.estado} direccion={r.direccion} />
        ) : null}
        {gestion ? (
          <>
            <Moderacion r={r} {...(puede("moderar") ? { cambiar: () => abrir("moderar") } : {})} />
            <Similares r={r} {...(puede("rechazar") ? { esDuplicado } : {})} />
          </>
        ) : null}
        <DatosReclamo r={r} gestion={gestion} />
        {gestion ? <Entregas id={r.id} pasos={vivo.pasos} /> : null}
        <section>
          <h3 class="oculto">{ts.seguimiento.historial}</h3>
          <Historial pasos={vivo.pasos} />
        </section>
      </div>
      <p class="oculto" role="status" aria-live="polite">
        {vivo.recien ? `${t.comun.actualizado}: ${t.estados[r.estado]}` : ""}
      </p>
      {abierta && titulo ? (
        <Dialogo key={abierta} titulo={`${titulo} · #${r.numero}`} alCerrar={() => abrir(null)}>
          <FormularioAccion
            accion={abierta}
            reclamo={r}
            {...(iniciales ? { iniciales } : {})}
            alCancelar={() => abrir(null)}
            alReleer={vivo.releer}
            alTerminar={terminar}
          />
        </Dialogo>
      ) : null}
    </article>
  );
}
