import { useEffect, useRef, useState } from "preact/hooks";

import { ESTADOS, PRIORIDADES } from "../../../contract/vocabulario.ts";
import { Icono } from "../../components/base/icono.tsx";
import { lupa } from "../../components/iconos-varios.ts";
import { ta } from "../../i18n/acciones.ts";
import { tg } from "../../i18n/gestion.ts";
import { t } from "../../i18n/index.ts";
import { conFiltro, type Filtro, type Filtros } from "../../lib/filtros.ts";
import { useCategorias, useCuadrillas, useZonas } from "../../state/catalogos.ts";
import { Puestos } from "./puestos.tsx";

const ESPERA_MS = 300;
type Props = {
  filtros: Filtros;
  cambiar: (f: Filtros) => void;
  /** Filters that the screen itself decides. */
  sin?: readonly Filtro[];
};
type Opcion = readonly [valor: string, texto: string];

/** A chip that is the browser's own select: it works with any finger, keyboard or reader. */
function Elegir(p: {
  nombre: string;
  valor: string;
  opciones: readonly Opcion[];
  todas: string;
  alElegir: (v: string) => void;
}) {
  return (
    <label class={`ficha-filtro${p.valor ? " puesta" : ""}`}>
      <span class="oculto">{p.nombre}</span>
      <select value={p.valor} onChange={(e) => p.alElegir(e.currentTarget.value)}>
        <option value="">{p.todas}</option>
        {p.opciones.map(([v, texto]) => (
          <option key={v} value={v}>
            {texto}
          </option>
        ))}
      </select>
    </label>
  );
}

function Buscador({ filtros, cambiar }: Props) {
  const q = filtros.q ?? "";
  const [texto, setTexto] = useState(q);
  const espera = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ultimo = useRef({ pedido: q, filtros });
  ultimo.current.filtros = filtros;
  useEffect(() => {
    // Only when something else searched: one's own words come back when more of them are written already.
    if (q !== ultimo.current.pedido) setTexto(q);
    ultimo.current.pedido = q;
  }, [q]);
  useEffect(() => () => clearTimeout(espera.current), []);
  const escribir = (escrito: string) => {
    setTexto(escrito);
    clearTimeout(espera.current);
    espera.current = setTimeout(() => {
      ultimo.current.pedido = escrito.trim();
      cambiar(conFiltro(ultimo.current.filtros, "q", escrito.trim()));
    }, ESPERA_MS);
  };
  return (
    <search class="caja-busqueda">
      <Icono d={lupa} />
      <label class="oculto" for="buscar">
        {tg.buscar}
      </label>
      <input
        id="buscar"
        type="search"
        value={texto}
        placeholder={tg.buscar}
        onInput={(e) => escribir(e.currentTarget.value)}
        onKeyDown={(e) => {
          // Out of the box and on to the list, with what was looked for.
          if (e.key !== "Escape" && e.key !== "Enter") return;
          e.preventDefault();
          e.currentTarget.blur();
        }}
      />
      <kbd>/</kbd>
    </search>
  );
}

const nombradas = (lista: readonly { id: number; nombre: string }[] | null): Opcion[] =>
  (lista ?? []).map((x) => [String(x.id), x.nombre]);

export function BarraFiltros({ filtros, cambiar, sin = [] }: Props) {
  const categorias = useCategorias();
  const zonas = useZonas();
  const cuadrillas = useCuadrillas();
  const elegir = (k: Filtro, nombre: string, opciones: readonly Opcion[]) => (
    <Elegir
      nombre={nombre}
      todas={nombre}
      valor={filtros[k] ?? ""}
      opciones={opciones}
      alElegir={(v) => cambiar(conFiltro(filtros, k, v))}
    />
  );
  const estado = filtros.estado ?? (filtros.abiertos === "0" ? "todos" : "");
  const cambiarEstado = (v: string) => {
    const { estado: _e, abiertos: _a, ...resto } = filtros;
    cambiar(v === "todos" ? { ...resto, abiertos: "0" } : conFiltro(resto, "estado", v));
  };
  return (
    <>
      {sin.includes("q") ? null : <Buscador filtros={filtros} cambiar={cambiar} />}
      <fieldset>
        <legend class="oculto">{tg.filtros}</legend>
        <div class="filtros">
          {sin.includes("estado") ? null : (
            <Elegir
              nombre={tg.estado}
              todas={tg.abiertos}
              valor={estado}
              opciones={[...ESTADOS.map((e) => [e, t.estados[e]] as const), ["todos", tg.todos]]}
              alElegir={cambiarEstado}
            />
          )}
          {elegir("categoria_id", tg.categoria, nombradas(categorias))}
          {elegir("zona_id", tg.zona, nombradas(zonas))}
          {elegir("cuadrilla_id", tg.cuadrilla, nombradas(cuadrillas))}
          {elegir(
            "prioridad",
            tg.prioridad,
            PRIORIDADES.map((p) => [p, ta.prioridades[p]] as const),
          )}
          {sin.includes("orden") ? null : (
            <Elegir
              nombre={tg.orden}
              todas={tg.ordenes.reciente}
              valor={filtros.orden ?? ""}
              opciones={[["vence", tg.ordenes.vence]]}
              alElegir={(v) => cambiar(conFiltro(filtros, "orden", v))}
            />
          )}
          <Puestos filtros={filtros} cambiar={cambiar} />
          {Object.keys(filtros).length > 0 ? (
            <button type="button" class="enlace" onClick={() => cambiar({})}>
              {tg.limpiar}
            </button>
          ) : null}
        </div>
      </fieldset>
    </>
  );
}
