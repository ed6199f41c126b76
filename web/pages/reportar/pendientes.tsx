import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { claveNueva } from "../../api/cliente.ts";
import { Icono } from "../../components/base/icono.tsx";
import { atencion, sinRed, tilde } from "../../components/iconos.ts";
import { tn } from "../../i18n/reporte.ts";
import { type Borrador, hayAlgo } from "../../state/borrador.ts";
import { cola } from "../../state/cola.ts";
import type { Envio } from "../../state/envio.ts";
import { RUTA } from "./envio.ts";

/** One that was sent without waiting was told of at once. */
const ESPERO_MS = 10_000;
const deReporte = (e: Envio): boolean =>
  e.ruta === RUTA && (e.estado !== "enviado" || (e.enviado_en ?? 0) - e.creado_en > ESPERO_MS);

function Fila({ e, corregir }: { e: Envio; corregir: ((b: Borrador) => void) | null }) {
  const b = e.asunto as Borrador;
  const olvidar = () => void cola.olvidar(e.id);
  if (e.estado === "enviado") {
    const r = e.respuesta as Reclamo;
    return (
      <li class="tarjeta pendiente">
        <p class="insignia e-resuelto">
          <Icono d={tilde} tam={15} /> {tn.enviado}
        </p>
        <a href={`/r/${r.codigo}`}>
          #{r.numero} · {b.titulo}
        </a>
        <button type="button" class="boton contorno chica" onClick={olvidar}>
          {tn.guardado.entendido}
        </button>
      </li>
    );
  }
  if (e.estado === "conflicto")
    return (
      <li class="tarjeta pendiente">
        <p class="insignia e-nuevo">
          <Icono d={atencion} tam={15} /> {tn.guardado.noSalio}
        </p>
        <strong>{b.titulo}</strong>
        <p>{e.problema?.errores?.[0]?.mensaje ?? e.problema?.detail}</p>
        {corregir ? null : <p class="suave">{tn.guardado.antesElBorrador}</p>}
        <p class="fila envuelve">
          {corregir ? (
            <button
              type="button"
              class="boton chica"
              onClick={() => {
                corregir({ ...b, fotos: e.fotos, clave: claveNueva() });
                olvidar();
              }}
            >
              {tn.guardado.corregir}
            </button>
          ) : null}
          <button type="button" class="boton contorno chica" onClick={olvidar}>
            {tn.guardado.descartar}
          </button>
        </p>
      </li>
    );
  return (
    <li class="tarjeta pendiente">
      <p class="insignia e-asignado">
        <Icono d={sinRed} tam={15} /> {tn.guardado.aca}
      </p>
      <strong>{b.titulo}</strong>
      <p class="suave">{tn.guardado.texto}</p>
    </li>
  );
}

/** The reports of this browser that wait, were refused, or went out by themselves since. */
export function Pendientes({ b, corregir }: { b: Borrador; corregir: (b: Borrador) => void }) {
  const lista = cola.envios.value.filter(deReporte);
  if (lista.length === 0) return null;
  return (
    <section class="pila" aria-label={tn.guardado.lista}>
      <ul class="lista-simple">
        {lista.map((e) => (
          <Fila key={e.id} e={e} corregir={hayAlgo(b) ? null : corregir} />
        ))}
      </ul>
    </section>
  );
}
