import "../../styles/salud.css";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Corrida, EventoTrabado, SaludDetalle } from "../../../contract/esquemas/salud.ts";
import { mensajeDe } from "../../api/error.ts";
import * as api from "../../api/salud.ts";
import { Alerta } from "../../components/base/avisos.tsx";
import { Icono } from "../../components/base/icono.tsx";
import { Cuando } from "../../components/base/tiempo.tsx";
import { CuerpoCiudad, soloAdmin } from "../../components/gestion/ciudad/pagina.tsx";
import { Mostrar } from "../../components/gestion/ciudad/piezas.tsx";
import { atencion, tilde } from "../../components/iconos.ts";
import { recargar } from "../../components/iconos-gestion.ts";
import { reloj } from "../../components/iconos-reclamo.ts";
import { tci } from "../../i18n/ciudad.ts";
import { tsa } from "../../i18n/salud.ts";
import { exacta } from "../../lib/fechas.ts";
import { useLeido } from "../../lib/lista-viva.ts";
import { useAhora } from "../../state/reloj.ts";
import { avisar } from "../../state/toasts.ts";

const CADA_MS = 15_000;
const CADA_MINUTO: readonly string[] = ["barrido", "demorados", "cifras"];
const TARDE_MS = { minuto: 3 * 60_000, dia: 26 * 3_600_000 };

const llegaTarde = (c: Corrida, ahora: number): boolean =>
  ahora - Date.parse(c.en) > (CADA_MINUTO.includes(c.tarea) ? TARDE_MS.minuto : TARDE_MS.dia);

type Hacer = (que: () => Promise<string>) => Promise<void>;

function Seccion(p: {
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

function Fila(p: {
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

function Reintentar({ id, hacer }: { id: number; hacer: Hacer }) {
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

const tipo = (t: string): string => tsa.tipos[t] ?? t;

function Trabados({ items, hacer }: { items: readonly EventoTrabado[]; hacer: Hacer }) {
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

function Corridas({ items }: { items: readonly Corrida[] }) {
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

function Cuerpo({ s, hacer }: { s: SaludDetalle; hacer: Hacer }) {
  const ahora = useAhora();
  const mal =
    s.aparcados.length + s.entregas.length + s.correos.length > 0 ||
    s.corridas.some((c) => c.fallo !== null || llegaTarde(c, ahora));
  return (
    <div class="pila">
      <div role="status">
        <Alerta tono={mal ? "mal" : "info"}>
          {mal ? tsa.conAlgo : s.sin_despachar.length > 0 ? tsa.espera.que : tsa.todoBien}
        </Alerta>
      </div>
      <Seccion
        titulo={tsa.espera.titulo}
        que={tsa.espera.que}
        nada={tsa.espera.nada}
        vacia={s.sin_despachar.length === 0}
      >
        <Trabados items={s.sin_despachar} hacer={hacer} />
      </Seccion>
      <Seccion
        titulo={tsa.aparcados.titulo}
        que={tsa.aparcados.que}
        nada={tsa.aparcados.nada}
        vacia={s.aparcados.length === 0}
        accion={
          <button
            type="button"
            class="boton chica"
            onClick={() =>
              void hacer(async () =>
                tsa.aparcados.mandados((await api.reintentarAparcados()).eventos),
              )
            }
          >
            {tsa.aparcados.todos}
          </button>
        }
      >
        <Trabados items={s.aparcados} hacer={hacer} />
      </Seccion>
      <Seccion
        titulo={tsa.entregas.titulo}
        que={tsa.entregas.que}
        nada={tsa.entregas.nada}
        vacia={s.entregas.length === 0}
      >
        <ul class="salud-lista lista-simple">
          {s.entregas.map((e) => (
            <Fila
              key={e.evento_id}
              que={tipo(e.tipo)}
              reclamo={e.reclamo_id}
              error={e.error}
              accion={<Reintentar id={e.evento_id} hacer={hacer} />}
            >
              {tsa.entregas.cuantas(e.cuantas)} · <Cuando iso={e.en} />
            </Fila>
          ))}
        </ul>
      </Seccion>
      <Seccion
        titulo={tsa.correos.titulo}
        nada={tsa.correos.nada}
        vacia={s.correos.length === 0}
        accion={<a href="/gestion/ciudad/correos?estado=fallido">{tsa.correos.ver}</a>}
      >
        <ul class="salud-lista lista-simple">
          {s.correos.map((c) => (
            <Fila
              key={c.id}
              que={tci.correos.plantillas[c.plantilla] ?? c.plantilla}
              reclamo={c.reclamo_id}
              error={c.error}
              accion={
                <a class="boton contorno chica" href={`/gestion/ciudad/correos/${c.id}`}>
                  {tci.correos.mandarDeNuevo}
                </a>
              }
            >
              <Cuando iso={c.en} /> · {tsa.espera.intentos(c.intentos)}
            </Fila>
          ))}
        </ul>
      </Seccion>
      <Seccion
        titulo={tsa.corridas.titulo}
        que={tsa.corridas.que}
        nada={tsa.corridas.nada}
        vacia={s.corridas.length === 0}
      >
        <Corridas items={s.corridas} />
      </Seccion>
    </div>
  );
}

function Salud() {
  const leido = useLeido(api.verSalud);
  const { releer } = leido;
  useEffect(() => {
    const cada = setInterval(() => {
      if (!document.hidden) void releer();
    }, CADA_MS);
    return () => clearInterval(cada);
  }, [releer]);
  const hacer: Hacer = async (que) => {
    try {
      avisar(await que(), { tono: "bien" });
    } catch (e) {
      avisar(mensajeDe(e), { tono: "mal" });
    }
    await releer();
  };
  return (
    <CuerpoCiudad
      titulo={tsa.titulo}
      bajada={tsa.bajada}
      accion={
        <a class="boton contorno" href="/gestion/ciudad/correos">
          {tsa.verCorreos}
        </a>
      }
    >
      <Mostrar leido={leido}>{(s) => <Cuerpo s={s} hacer={hacer} />}</Mostrar>
    </CuerpoCiudad>
  );
}

export default soloAdmin(Salud);
