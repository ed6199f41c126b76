import type { Estadisticas, FilaEstadistica } from "../../../../contract/esquemas/estadisticas.ts";
import { to } from "../../../i18n/oficina.ts";
import { type Unidad, Valor } from "./numero.tsx";

const w = to.panel;

const COLUMNAS: readonly [keyof FilaEstadistica, Unidad][] = [
  ["recibidos", "cuenta"],
  ["resueltos", "cuenta"],
  ["abiertos", "cuenta"],
  ["vencidos", "cuenta"],
  ["en_plazo", "porciento"],
  ["solucion_dias", "dias"],
  ["respuesta_horas", "horas"],
];

type Fila = FilaEstadistica & { id: number | null; nombre: string };

/** By categoría, zona or cuadrilla: every number a list of its own. It scrolls sideways on a phone, by keyboard too. */
export function TablaDe({ titulo, filas }: { titulo: string; filas: readonly Fila[] }) {
  return (
    <section class="tarjeta pila" aria-label={titulo}>
      <h2>{titulo}</h2>
      {filas.length === 0 ? (
        <p class="suave">{w.sinFilas}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <div class="tabla-rueda" tabIndex={0}>
          <table class="tabla-cifras">
            <thead>
              <tr>
                <th scope="col">{w.nombre}</th>
                {COLUMNAS.map(([c]) => (
                  <th key={c} scope="col">
                    {w.columnas[c]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {filas.map((f) => (
                <tr key={f.id ?? 0}>
                  <th scope="row">{f.nombre}</th>
                  {COLUMNAS.map(([c, unidad]) => (
                    <td key={c}>
                      <Valor n={f[c]} unidad={unidad} que={`${f.nombre}, ${w.columnas[c]}`} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** The curve's own table. */
export function TablaSerie({ e, rotulos }: { e: Estadisticas; rotulos: readonly string[] }) {
  return (
    <table class="tabla-cifras">
      <thead>
        <tr>
          <th scope="col">{w.pasos[e.paso]}</th>
          <th scope="col">{w.columnas.recibidos}</th>
          <th scope="col">{w.columnas.resueltos}</th>
        </tr>
      </thead>
      <tbody>
        {e.serie.map((s, i) => (
          <tr key={s.desde}>
            <th scope="row">{rotulos[i]}</th>
            {(["recibidos", "resueltos"] as const).map((c) => (
              <td key={c}>
                <Valor n={s[c]} unidad="cuenta" que={`${rotulos[i]}, ${w.columnas[c]}`} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function TablaEdades({ e, rotulos }: { e: Estadisticas; rotulos: readonly string[] }) {
  return (
    <table class="tabla-cifras">
      <thead>
        <tr>
          <th scope="col">{w.edad}</th>
          <th scope="col">{w.columnas.abiertos}</th>
        </tr>
      </thead>
      <tbody>
        {e.antiguedad.map((a, i) => (
          <tr key={a.desde_dias}>
            <th scope="row">{rotulos[i]}</th>
            <td>
              <Valor n={a.abiertos} unidad="cuenta" que={rotulos[i] ?? ""} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
