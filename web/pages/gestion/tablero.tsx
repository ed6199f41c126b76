import { useCallback, useMemo, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Accion } from "../../../contract/acciones.ts";
import type { Yo } from "../../../contract/esquemas/cuentas.ts";
import type { Reclamo, ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import type { Estado } from "../../../contract/vocabulario.ts";
import { ConSesion } from "../../components/base/con-sesion.tsx";
import { ICONO_ESTADO } from "../../components/base/estado.tsx";
import { Icono } from "../../components/base/icono.tsx";
import { Solapas } from "../../components/base/solapas.tsx";
import { Abierta } from "../../components/gestion/abierta.tsx";
import { Afuera, Columna, type Recibe } from "../../components/gestion/tablero/columna.tsx";
import { FormularioMover, MenuMover } from "../../components/gestion/tablero/mover.tsx";
import { useAngosto, useNombrados } from "../../components/gestion/tablero/usos.ts";
import { ta } from "../../i18n/acciones.ts";
import { t } from "../../i18n/index.ts";
import { tt } from "../../i18n/tablero.ts";
import { escribirFiltros, type Filtros, leerFiltros } from "../../lib/filtros.ts";
import {
  accionHacia,
  actorDe,
  COLUMNAS,
  type Columna as Cual,
  DESTINOS,
  movidas,
  pasosAntes,
} from "../../lib/tablero.ts";
import { useTitulo } from "../../lib/usar-titulo.ts";
import { refrescarCuadrillas } from "../../state/catalogos.ts";
import { useTablero } from "../../state/tablero.ts";
import { BarraFiltros } from "./filtros.tsx";
import { Lateral } from "./lateral.tsx";
import "../../styles/tablero.css";

/** The columns are the estados, so the filters say nothing of them. */
const SIN = ["estado", "abiertos"] as const;

const SOLAPAS = COLUMNAS.map((c) => ({
  id: c,
  etiqueta: (
    <>
      <Icono d={ICONO_ESTADO[c]} tam={16} /> {t.estados[c]}
    </>
  ),
}));

/** How far back the last column goes. */
const RESUELTOS_DIAS = 30;
const DIA_MS = 86_400_000;
/** Midnight UTC so many days ago: the same all day, so that the list keeps its address. */
const hace = (dias: number): string =>
  new Date(Math.floor(Date.now() / DIA_MS - dias) * DIA_MS).toISOString().replace(".000", "");

function propios(query: Record<string, string>): Filtros {
  const { estado: _e, abiertos: _a, ...resto } = leerFiltros(query);
  return resto;
}

const rutaTablero = (f: Filtros, abierto?: number): string => {
  const q = [escribirFiltros(f), abierto ? `abierto=${abierto}` : ""].filter(Boolean).join("&");
  return `/gestion/tablero${q ? `?${q}` : ""}`;
};

function Mesa({ yo }: { yo: Yo }) {
  const { query, route } = useLocation();
  useTitulo(tt.titulo);
  const filtros = propios(query);
  const escritos = escribirFiltros(filtros);
  const abierto = Number(query.abierto) || null;
  const actor = actorDe(yo);
  const de = useNombrados();
  const angosto = useAngosto();

  const [enMano, setEnMano] = useState<ReclamoFila | null>(null);
  const [menu, setMenu] = useState<ReclamoFila | null>(null);
  const [moviendo, setMoviendo] = useState<{ fila: ReclamoFila; accion: Accion } | null>(null);
  const [dicho, decir] = useState("");
  const [pestana, setPestana] = useState<Cual>("nuevo");

  const consultaDe = useCallback(
    (c: Cual) => {
      const suyos = leerFiltros(Object.fromEntries(new URLSearchParams(escritos)));
      // A list by when they were closed goes by that, the latest first.
      const desde = c === "resuelto" ? `&cerrado_desde=${hace(RESUELTOS_DIAS)}` : "";
      return escribirFiltros({ ...suyos, estado: c }) + desde;
    },
    [escritos],
  );
  const quieto = enMano !== null || menu !== null || moviendo !== null;
  const tablero = useTablero(consultaDe, quieto);

  const porQueNo = (r: ReclamoFila, destino: Estado): string => {
    const antes = pasosAntes(destino, r, actor, Date.now());
    return antes.length > 0
      ? tt.antes(antes.map((a) => ta.acciones[a]))
      : tt.nuncaDesde(t.estados[r.estado]);
  };
  const recibe = (destino: Estado): Recibe => {
    if (!enMano || destino === enMano.estado) return null;
    const accion = accionHacia(destino, enMano, actor, Date.now());
    return accion ? { accion } : { porQue: porQueNo(enMano, destino) };
  };
  const tomar = (r: ReclamoFila) => {
    setEnMano(r);
    const van = DESTINOS.filter((d) => accionHacia(d, r, actor, Date.now()));
    decir(
      tt.anuncio.toma(
        r.numero,
        van.map((d) => t.estados[d]),
      ),
    );
  };
  const caer = (accion: Accion) => {
    if (enMano) setMoviendo({ fila: enMano, accion });
    setEnMano(null);
  };
  const soltar = () => {
    // After a drop the form is open already, and says where it goes.
    setEnMano((r) => {
      if (r) decir(tt.anuncio.devuelta(r.numero, t.estados[r.estado]));
      return null;
    });
  };
  const cancelar = () => {
    if (moviendo) decir(tt.anuncio.devuelta(moviendo.fila.numero, t.estados[moviendo.fila.estado]));
    setMoviendo(null);
  };
  const terminar = (r: Reclamo) => {
    setMoviendo(null);
    tablero.poner(r);
    decir(tt.anuncio.hecho(r.numero, t.estados[r.estado]));
    void refrescarCuadrillas();
    enfocar(r.id);
  };
  const imposibles = useMemo(
    () =>
      menu
        ? COLUMNAS.filter((d) => d !== menu.estado && !accionHacia(d, menu, actor, Date.now())).map(
            (d) => [d, porQueNo(menu, d)] as const,
          )
        : [],
    [menu],
  );

  return (
    <div class="mesa mesa-tablero">
      <Lateral />
      <section class="tablero" aria-label={tt.titulo}>
        <header class="mesa-cabeza">
          <div class="fila entre">
            <h1 class="titulo-mesa">{tt.titulo}</h1>
            <p class="pistas chico suave" aria-hidden="true">
              <kbd>←</kbd> <kbd>↓</kbd> {tt.pistas} <kbd>m</kbd> {tt.pistaMover} <kbd>Enter</kbd>{" "}
              {tt.pistaAbrir}
            </p>
          </div>
          <BarraFiltros filtros={filtros} cambiar={(f) => route(rutaTablero(f), true)} sin={SIN} />
          {angosto ? (
            <Solapas nombre={tt.columnas} solapas={SOLAPAS} elegida={pestana} elegir={setPestana} />
          ) : null}
        </header>
        <div class="columnas">
          {COLUMNAS.map((c) => (
            <Columna
              key={c}
              cual={c}
              col={tablero.columnas[c]}
              de={de}
              nuevos={c === "nuevo" ? tablero.nuevos : 0}
              recientes={tablero.recientes}
              enMano={enMano}
              recibe={recibe(c)}
              oculta={angosto && c !== pestana}
              comoPestana={angosto}
              hrefDe={(r) => rutaTablero(filtros, r.id)}
              alTomar={tomar}
              alSoltar={soltar}
              alCaer={caer}
              alMover={setMenu}
              verMas={() => tablero.verMas(c)}
              recargar={() => tablero.recargar(c)}
            />
          ))}
          <Afuera recibe={recibe("rechazado")} alCaer={caer} />
        </div>
        <p class="oculto" role="status">
          {dicho}
        </p>
      </section>
      {menu ? (
        <MenuMover
          r={menu}
          movidas={movidas(menu, actor, Date.now())}
          imposibles={imposibles}
          alElegir={(accion) => {
            setMoviendo({ fila: menu, accion });
            setMenu(null);
          }}
          alCerrar={() => setMenu(null)}
        />
      ) : null}
      {moviendo ? (
        <FormularioMover
          key={`${moviendo.accion} ${moviendo.fila.id}`}
          fila={moviendo.fila}
          accion={moviendo.accion}
          alCerrar={cancelar}
          alEncontrar={tablero.encontrar}
          alTerminar={terminar}
        />
      ) : null}
      {abierto ? (
        <Abierta
          key={abierto}
          id={abierto}
          alCerrar={() => route(rutaTablero(filtros))}
          alCambiar={tablero.poner}
        />
      ) : null}
    </div>
  );
}

/** The focus goes with the card to its new column, once it stands there. */
const enfocar = (id: number): void => {
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-tarjeta="${id}"]`)?.focus(),
    ),
  );
};

export default function PaginaTablero() {
  return <ConSesion roles={["supervisor", "admin"]}>{(yo) => <Mesa yo={yo} />}</ConSesion>;
}
