import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Corrida, EventoTrabado } from "../../../../contract/esquemas/salud.ts";
import * as api from "../../../api/salud.ts";
import { Icono } from "../../../components/base/icono.tsx";
import { Cuando } from "../../../components/base/tiempo.tsx";
import { atencion, tilde } from "../../../components/iconos.ts";
import { recargar } from "../../../components/iconos-gestion.ts";
import { reloj } from "../../../components/iconos-reclamo.ts";
import { tsa } from "../../../i18n/salud.ts";
import { exacta } from "../../../lib/fechas.ts";
import { useAhora } from "../../../state/reloj.ts";

const CADA_MINUTO: readonly string[] = ["barrido", "demorados", "cifras"];
const TARDE_MS = { minuto: 3 * 60_000, dia: 26 * 3_600_000 };

export const llegaTarde = (c: Corrida, ahora: number): boolean =>
  ahora - Date.parse(c.en) > (CADA_MINUTO.includes(c.tarea) ? TARDE_MS.minuto : TARDE_MS.dia);

/** Does it, says how it ended, and reads everything again. */
export type Hacer = (que: () => Promise<string>) => Promise<void>;

/** A part of the page: what there is of it, or that there is nothing. */
export function Seccion(p: {
  titulo: string;
  que?: string;
  nada: string;
  vacia: boolean;
  accion?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section class="tarjeta pila">
      <div class="fila entre envuelve">
        <h2>{p.titulo}</h2>
        {p.vacia ? null : p.accion}
      </div>
      {p.vacia ? (
        <p class="suave">
          <Icono d={tilde} tam={18} /> {p.nada}
        </p>
      ) : (
        <>
          {p.que ? <p class="suave">{p.que}</p> : null}
          {p.children}
        </>
      )}
    </section>
  );
}

export function Fila(p: {
  que: string;
  reclamo: number | null;
  error: string | null;
  accion?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <li>
      <div>
        <strong>{p.que}</strong>
        {p.reclamo === null ? null : (
          <>
            {" · "}
            <a href={`/gestion/bandeja/${p.reclamo}`}>{tsa.verReclamo(p.reclamo)}</a>
          </>
        )}
        <p class="chico suave">{p.children}</p>
        {p.error ? <p class="chico error">{p.error}</p> : null}
      </div>
      {p.accion}
    </li>
  );
}

export function Reintentar({ id, hacer }: { id: number; hacer: Hacer }) {
  const [en, setEn] = useState(false);
  const probar = async () => {
    setEn(true);
    await hacer(async () => {
      await api.reintentarEvento(id);
      return tsa.reintentado;
    });
    setEn(false);
  };
  return (
    <button type="button" class="boton contorno chica" disabled={en} onClick={() => void probar()}>
      <Icono d={recargar} tam={18} /> {tsa.reintentar}
    </button>
  );
}

export const tipo = (t: string): string => tsa.tipos[t] ?? t;

export function Trabados({ items, hacer }: { items: readonly EventoTrabado[]; hacer: Hacer }) {
  return (
    <ul class="salud-lista lista-simple">
      {items.map((e) => (
        <Fila
          key={e.evento_id}
          que={tipo(e.tipo)}
          reclamo={e.reclamo_id}
          error={e.error}
          accion={<Reintentar id={e.evento_id} hacer={hacer} />}
        >
          <Cuando iso={e.en} /> · {tsa.espera.intentos(e.intentos)}
          {e.aparcado_en ? (
            <>
              {" · "}
              {tsa.aparcados.desde} <Cuando iso={e.aparcado_en} />
            </>
          ) : null}
          {e.proximo_en ? (
            <>
              {" · "}
              {tsa.espera.proximo} {exacta(e.proximo_en)}
            </>
          ) : null}
        </Fila>
      ))}
    </ul>
  );
}

function EstadoCorrida({ c }: { c: Corrida }) {
  const tarde = llegaTarde(c, useAhora());
  const [icono, clase, texto] = c.fallo
    ? [atencion, "e-nuevo", tsa.corridas.fallo]
    : tarde
      ? [reloj, "e-asignado", tsa.corridas.tarde]
      : [tilde, "e-resuelto", tsa.corridas.bien];
  return (
    <span class={`insignia ${clase}`}>
      <Icono d={icono} tam={15} /> {texto}
    </span>
  );
}

export function Corridas({ items }: { items: readonly Corrida[] }) {
  return (
    <table class="salud-tabla">
      <thead>
        <tr>
          <th scope="col">{tsa.corridas.tarea}</th>
          <th scope="col">{tsa.corridas.cuando}</th>
          <th scope="col">{tsa.corridas.duro}</th>
          <th scope="col">{tsa.corridas.hizo}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((c) => (
          <tr key={c.tarea}>
            <th scope="row">{tsa.corridas.tareas[c.tarea] ?? c.tarea}</th>
            <td>
              <Cuando iso={c.en} />
            </td>
            <td>{c.ms} ms</td>
            <td>
              <EstadoCorrida c={c} />{" "}
              <span class="chico suave">
                {c.fallo ??
                  Object.entries(c.resultado)
                    .map(([k, v]) => `${k} ${typeof v === "object" ? JSON.stringify(v) : v}`)
                    .join(" · ")}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
