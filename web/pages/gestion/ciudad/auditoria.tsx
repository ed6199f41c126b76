import { useCallback, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { ACCIONES_AUDITADAS, OBJETOS_AUDITADOS } from "../../../../contract/auditoria.ts";
import type { Anotacion } from "../../../../contract/esquemas/auditoria.ts";
import { pedir } from "../../../api/cliente.ts";
import { Cuando } from "../../../components/base/tiempo.tsx";
import { Buscador } from "../../../components/gestion/ciudad/buscador.tsx";
import { ListaPorHojas } from "../../../components/gestion/ciudad/hojas.tsx";
import { CuerpoCiudad, soloAdmin } from "../../../components/gestion/ciudad/pagina.tsx";
import { tau } from "../../../i18n/auditoria.ts";
import { useHojas } from "../../../lib/hojas.ts";

const RUTA = "/gestion/ciudad/auditoria";
const FILTROS = ["accion", "objeto", "usuario_id", "desde", "hasta"] as const;
type Filtro = (typeof FILTROS)[number];

type Hoja = { items: Anotacion[]; cursor: string | null };
const DIA_MS = 86_400_000;
/** Buenos Aires' midnight (UTC−3, no daylight saving); of `hasta` the one after. */
const momento = (dia: string, despues: number): string =>
  new Date(Date.parse(`${dia}T00:00:00-03:00`) + despues * DIA_MS)
    .toISOString()
    .replace(/\.\d+Z$/, "Z");

const esDia = (s: string | undefined): s is string => /^\d{4}-\d\d-\d\d$/.test(s ?? "");

/** What the page's address asks of the API. */
function consultaDe(query: Record<string, string>, q: string, cursor: string | null) {
  const p = new URLSearchParams();
  for (const f of ["accion", "objeto", "usuario_id"] as const) if (query[f]) p.set(f, query[f]);
  if (esDia(query.desde)) p.set("desde", momento(query.desde, 0));
  if (esDia(query.hasta)) p.set("hasta", momento(query.hasta, 1));
  if (q) p.set("q", q);
  if (cursor) p.set("cursor", cursor);
  return p;
}

/** A value as it is said; `cerrado`: it is one of the machine's words. */
const decir = (v: unknown, cerrado: boolean): string => {
  if (v === null || v === "") return tau.nada;
  if (typeof v === "boolean") return v ? tau.si : tau.no;
  if (Array.isArray(v)) return v.join(", ") || tau.nada;
  const palabra = String(v);
  return cerrado ? (tau.palabras[palabra] ?? palabra.replaceAll("_", " ")) : palabra;
};

const quienDe = (a: Anotacion): string =>
  a.quien === null
    ? a.accion === "ingreso_fallido"
      ? tau.nadie
      : tau.reloj
    : (a.quien.nombre ?? tau.borrada(a.quien.id));

/** Where one goes to see what it was done to. */
function Objeto({ a }: { a: Anotacion }) {
  if (a.objeto === null) return null;
  const nombre = a.objeto_nombre ?? (a.objeto_id === null ? "" : tau.numero(a.objeto_id));
  const texto = `${tau.objetos[a.objeto] ?? a.objeto} ${nombre}`.trim();
  return a.objeto === "reclamo" && a.objeto_id !== null ? (
    <a href={`/gestion/bandeja/${a.objeto_id}`}>{texto}</a>
  ) : (
    <span>{texto}</span>
  );
}

function Anotado({ a, href }: { a: Anotacion; href: (id: number) => string }) {
  const cambios = [
    ...Object.entries(a.cambios).map(([columna, de]) => ({ columna, de, cerrado: true })),
    ...Object.entries(a.textos ?? {}).map(([columna, de]) => ({ columna, de, cerrado: false })),
  ];
  return (
    <li class="tarjeta">
      <h2 class="chico">
        {quienDe(a)}: {tau.acciones[a.accion] ?? a.accion}
      </h2>
      <p class="chico suave">
        <Objeto a={a} /> · <Cuando iso={a.en} />
        {a.direccion ? ` · ${tau.desdeRed(a.direccion)}` : ""}
        {a.quien ? (
          <>
            {" · "}
            <a href={href(a.quien.id)}>{tau.soloSuyo(quienDe(a))}</a>
          </>
        ) : null}
      </p>
      {cambios.length > 0 ? (
        <ul class="chico">
          {cambios.map(({ columna, de: [antes, despues], cerrado }) => (
            <li key={columna}>
              {tau.columnas[columna] ?? columna.replaceAll("_", " ")}:{" "}
              {antes === null ? null : <del>{decir(antes, cerrado)}</del>}{" "}
              <ins>{decir(despues, cerrado)}</ins>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function Auditoria() {
  const { query, route } = useLocation();
  const [q, setQ] = useState("");
  const direccion = (mas: Partial<Record<Filtro, string>>): string => {
    const p = new URLSearchParams();
    for (const f of FILTROS) {
      const v = f in mas ? mas[f] : query[f];
      if (v) p.set(f, v);
    }
    const s = p.toString();
    return s ? `${RUTA}?${s}` : RUTA;
  };
  const llave = FILTROS.map((f) => query[f] ?? "").join("|");
  const leer = useCallback(
    (cursor: string | null) => pedir<Hoja>("GET", `/api/auditoria?${consultaDe(query, q, cursor)}`),
    [llave, q],
  );
  const hojas = useHojas(leer);
  const elegir = (
    f: "accion" | "objeto",
    etiqueta: string,
    todo: string,
    opciones: readonly string[],
    nombres: Record<string, string>,
  ) => (
    <label class={`ficha-filtro${query[f] ? " puesta" : ""}`}>
      <span class="oculto">{etiqueta}</span>
      <select
        value={query[f] ?? ""}
        onChange={(e) => route(direccion({ [f]: e.currentTarget.value }), true)}
      >
        <option value="">{todo}</option>
        {opciones.map((x) => (
          <option key={x} value={x}>
            {nombres[x]}
          </option>
        ))}
      </select>
    </label>
  );
  const dia = (f: "desde" | "hasta") => (
    <label class={`ficha-filtro${query[f] ? " puesta" : ""}`}>
      <span class="chico suave">{tau[f]}</span>{" "}
      <input
        type="date"
        value={query[f] ?? ""}
        onChange={(e) => route(direccion({ [f]: e.currentTarget.value }), true)}
      />
    </label>
  );
  return (
    <CuerpoCiudad titulo={tau.titulo} bajada={tau.bajada}>
      <Buscador etiqueta={tau.buscar} alBuscar={setQ} />
      <div class="fila envuelve">
        {elegir("accion", tau.accion, tau.todas, ACCIONES_AUDITADAS, tau.acciones)}
        {elegir("objeto", tau.objeto, tau.todos, OBJETOS_AUDITADOS, tau.objetos)}
        <div class="fila envuelve">
          {dia("desde")}
          {dia("hasta")}
        </div>
        {FILTROS.some((f) => query[f]) ? <a href={RUTA}>{tau.limpiar}</a> : null}
      </div>
      <ListaPorHojas hojas={hojas} vacio={{ titulo: tau.vacio, texto: tau.vacioTexto }}>
        {(a) => <Anotado key={a.id} a={a} href={(id) => direccion({ usuario_id: String(id) })} />}
      </ListaPorHojas>
    </CuerpoCiudad>
  );
}

export default soloAdmin(Auditoria);
