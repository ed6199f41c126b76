import type { Paso } from "../../../contract/esquemas/reclamos.ts";
import { ts } from "../../i18n/seguimiento.ts";
import { conCuadrilla, detalle, frase, type PasoLeible } from "../../lib/frases.ts";
import { Icono } from "../base/icono.tsx";
import { Cuando } from "../base/tiempo.tsx";
import { atencion, casco, tilde } from "../iconos.ts";
import { candado, devolver, editar, estrella, mensaje, reabrir } from "../iconos-historial.ts";
import { megafono, personas, prohibido } from "../iconos-reclamo.ts";

/** Icon and colour of each kind of step. */
const DIBUJO: Record<Paso["tipo"], readonly [icono: string, clase: string]> = {
  creado: [megafono, "e-nuevo"],
  editado: [editar, "neutro"],
  asignado: [personas, "e-asignado"],
  iniciado: [casco, "e-en_proceso"],
  resuelto: [tilde, "e-resuelto"],
  devuelto: [devolver, "e-nuevo"],
  rechazado: [prohibido, "e-rechazado"],
  reabierto: [reabrir, "e-nuevo"],
  confirmado: [estrella, "e-resuelto"],
  comentado: [mensaje, "neutro"],
  sumado: [personas, "neutro"],
  dejado: [personas, "neutro"],
  priorizado: [atencion, "neutro"],
  reclasificado: [editar, "neutro"],
  moderado: [candado, "neutro"],
  demorado: [atencion, "e-asignado"],
  anuncio: [megafono, "neutro"],
};

/** Steps that no vecino ever gets: to staff they say so. */
const SOLO_PERSONAL: readonly Paso["tipo"][] = ["demorado", "moderado", "sumado", "dejado"];

/** A few steps, each in a line: who, what, when. */
export function Pasos({ pasos }: { pasos: readonly PasoLeible[] }) {
  return (
    <ul>
      {pasos.map((p) => (
        <li key={p.id}>
          {frase(p)} · {p.nombre ? `${p.nombre} · ` : null}
          <Cuando iso={p.en} />
        </li>
      ))}
    </ul>
  );
}

/** What happened, newest first, in sentences. */
export function Historial({ pasos }: { pasos: readonly PasoLeible[] }) {
  const orden = conCuadrilla([...pasos].sort((a, b) => a.id - b.id)).reverse();
  return (
    <ol class="historial">
      {orden.map((p) => {
        const [icono, clase] = p.interno ? [candado, "interna"] : DIBUJO[p.tipo];
        const dicho = detalle(p);
        return (
          <li key={p.id}>
            <span class={`nudo ${clase}`}>
              <Icono d={icono} tam={16} />
            </span>
            <div>
              <p class="frase">{frase(p)}</p>
              {dicho ? <p class="dicho">{dicho}</p> : null}
              <p class="chico suave">
                {p.nombre ? `${p.nombre} · ` : null}
                <Cuando iso={p.en} />
                {p.interno || SOLO_PERSONAL.includes(p.tipo) ? (
                  <span class="solo-personal">{ts.pasos.soloPersonal}</span>
                ) : null}
                {p.ciclo > 1 && p.tipo === "reabierto"
                  ? ` · ${ts.seguimiento.ciclo(p.ciclo)}`
                  : null}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
