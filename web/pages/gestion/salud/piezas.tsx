import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type {
  Corrida,
  EventoTrabado,
  ListaAReintentar,
} from "../../../../contract/esquemas/salud.ts";
import * as api from "../../../api/salud.ts";
import { Icono } from "../../../components/base/icono.tsx";
import { Cuando } from "../../../components/base/tiempo.tsx";
import { atencion, tilde } from "../../../components/iconos.ts";
import { recargar } from "../../../components/iconos-gestion.ts";
import { reloj } from "../../../components/iconos-reclamo.ts";
import { t } from "../../../i18n/index.ts";
import { tsa } from "../../../i18n/salud.ts";
import { exacta } from "../../../lib/fechas.ts";
import { useAhora } from "../../../state/reloj.ts";

const CADA_MINUTO: readonly string[] = ["barrido", "demorados", "anuncios", "resumen", "cifras"];
/** What the server tries again at one word. */
const DE_A = 500;
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
  /** Asks for the next ones; null when these are all. */
  verMas?: (() => void) | null;
  trayendo?: boolean;
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
          {p.verMas ? (
            <button
              type="button"
              class="boton contorno a-la-izquierda"
              disabled={p.trayendo}
              onClick={p.verMas}
            >
              {t.comun.verMas}
            </button>
          ) : null}
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

/** @param probar tries it again, and answers what to say of it */
export function Reintentar({ probar, hacer }: { probar: () => Promise<string>; hacer: Hacer }) {
  const [en, setEn] = useState(false);
  const apretar = async () => {
    setEn(true);
    await hacer(probar);
    setEn(false);
  };
  return (
    <button type="button" class="boton contorno chica" disabled={en} onClick={() => void apretar()}>
      <Icono d={recargar} tam={18} /> {tsa.reintentar}
    </button>
  );
}

const probarEvento = (id: number) => async () => {
  await api.reintentarEvento(id);
  return tsa.reintentado;
};

export const ReintentarEvento = ({ id, hacer }: { id: number; hacer: Hacer }) => (
  <Reintentar probar={probarEvento(id)} hacer={hacer} />
);

/** All that a list shows. */
export function ReintentarTodos(p: { lista: ListaAReintentar; ids: number[]; hacer: Hacer }) {
  const [en, setEn] = useState(false);
  const apretar = async () => {
    setEn(true);
    await p.hacer(async () => {
      let n = 0;
      for (let i = 0; i < p.ids.length; i += DE_A)
        n += await api.reintentarLista(p.lista, p.ids.slice(i, i + DE_A));
      return tsa.mandados(n);
    });
    setEn(false);
  };
  return (
    <button type="button" class="boton chica" disabled={en} onClick={() => void apretar()}>
      {tsa.reintentarTodos(p.ids.length)}
    </button>
  );
}

export const tipo = (de: string): string => tsa.tipos[de] ?? de;

export function Trabados({ items, hacer }: { items: readonly EventoTrabado[]; hacer: Hacer }) {
  return (
    <ul class="salud-lista lista-simple">
      {items.map((e) => (
        <Fila
          key={e.evento_id}
          que={tipo(e.tipo)}
          reclamo={e.reclamo_id}
          error={e.error}
          accion={<ReintentarEvento id={e.evento_id} hacer={hacer} />}
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
