import { useCallback } from "preact/hooks";
import type { Cuadrilla } from "../../../../contract/esquemas/catalogos.ts";
import * as api from "../../../api/ciudad.ts";
import { mensajeDe } from "../../../api/error.ts";
import { tci } from "../../../i18n/ciudad.ts";
import { t } from "../../../i18n/index.ts";
import { useFicha } from "../../../lib/ficha.ts";
import { useLeido } from "../../../lib/lista-viva.ts";
import { validarCuadrilla } from "../../../lib/validar-ciudad.ts";
import type { DatosCuadrillas } from "../../../pages/gestion/ciudad/cuadrillas.tsx";
import { Campo } from "../../base/campo.tsx";
import { FichaDialogo } from "./formulario.tsx";
import { Casillas } from "./piezas.tsx";

type Valores = {
  nombre: string;
  activa: boolean;
  capacidad: number;
  zona_id: number | null;
  categorias: number[];
};

const NUEVA: Valores = { nombre: "", activa: true, capacidad: 10, zona_id: null, categorias: [] };

const valoresDe = ({ nombre, activa, capacidad, zona_id, categorias }: Cuadrilla): Valores => ({
  nombre,
  activa,
  capacidad,
  zona_id,
  categorias,
});

/** Who is in it: people are moved from their own page, which says what that does. */
function Miembros({ id }: { id: number }) {
  const leer = useCallback(
    () => api.listarUsuarios(new URLSearchParams({ cuadrilla_id: String(id), limite: "100" })),
    [id],
  );
  const { datos, error, releer } = useLeido(leer);
  return (
    <section class="campo">
      <h3 class="etiqueta">{tci.cuadrillas.miembros}</h3>
      {error && !datos ? (
        <p class="error">
          {mensajeDe(error)}{" "}
          <button type="button" class="enlace" onClick={() => void releer()}>
            {t.comun.reintentar}
          </button>
        </p>
      ) : !datos ? (
        <p class="ayuda">{t.comun.cargando}</p>
      ) : datos.items.length === 0 ? (
        <p class="ayuda">{tci.cuadrillas.sinMiembros}</p>
      ) : (
        <ul class="miembros">
          {datos.items.map((p) => (
            <li key={p.id}>
              {p.nombre} {p.apellido}
              {p.bloqueado ? <span class="insignia neutro">{tci.bloqueada}</span> : null}
            </li>
          ))}
        </ul>
      )}
      <a href="/gestion/ciudad/personas">{tci.cuadrillas.sumar}</a>
    </section>
  );
}

type Props = {
  id: number | null;
  datos: DatosCuadrillas;
  releer: () => Promise<DatosCuadrillas | null>;
  alGuardar: (nombre: string) => void;
  alCerrar: () => void;
};

/** The form of a cuadrilla: what it does, where, and how much at once. */
export function FichaDeCuadrilla({ id, datos, releer, alGuardar, alCerrar }: Props) {
  const fila = datos.cuadrillas.find((k) => k.id === id);
  const inicial = fila ? valoresDe(fila) : NUEVA;
  const zona = (z: unknown) => datos.zonas.find((x) => x.id === z)?.nombre ?? tci.todaLaCiudad;
  const categoria = (c: number) => datos.categorias.find((x) => x.id === c)?.nombre ?? `${c}`;
  const ficha = useFicha<Valores, Cuadrilla>({
    inicial,
    version: fila?.version,
    validar: validarCuadrilla,
    guardar: ({ categorias, ...resto }, version, clave) =>
      api.guardarCuadrilla(
        id,
        {
          ...resto,
          ...(id === null || categorias.join() !== inicial.categorias.join() ? { categorias } : {}),
          ...(version === undefined ? {} : { version }),
        },
        clave,
      ),
    alGuardar: (k) => alGuardar(k.nombre),
    releer: async () => {
      const ahora = (await releer())?.cuadrillas.find((k) => k.id === id);
      return ahora ? { valores: valoresDe(ahora), version: ahora.version } : null;
    },
    decir: (k, valor) => ({
      campo: tci.cuadrillas.campos[k],
      valor:
        k === "categorias"
          ? (valor as number[]).map(categoria).join(", ") || tci.ninguna
          : k === "zona_id"
            ? zona(valor)
            : typeof valor === "boolean"
              ? valor
                ? tci.si
                : tci.no
              : String(valor),
    }),
  });
  const { v, poner, errores } = ficha;
  return (
    <FichaDialogo
      titulo={fila ? fila.nombre : tci.cuadrillas.nueva}
      ficha={ficha}
      guardar={tci.cuadrillas.guardar}
      alCerrar={alCerrar}
    >
      <Campo nombre="nombre" etiqueta={tci.nombre} error={errores.nombre}>
        {(a) => (
          <input {...a} value={v.nombre} onInput={(e) => poner("nombre", e.currentTarget.value)} />
        )}
      </Campo>
      <Casillas
        titulo={tci.cuadrillas.campos.categorias}
        vacio={tci.cuadrillas.noHayCategorias}
        opciones={datos.categorias}
        elegidas={v.categorias}
        alCambiar={(ids) => poner("categorias", ids)}
      />
      <div class="dos">
        <Campo nombre="zona_id" etiqueta={tci.cuadrillas.campos.zona_id} error={errores.zona_id}>
          {(a) => (
            <select
              {...a}
              value={v.zona_id ?? ""}
              onChange={(e) => poner("zona_id", Number(e.currentTarget.value) || null)}
            >
              <option value="">{tci.todaLaCiudad}</option>
              {datos.zonas.map((z) => (
                <option key={z.id} value={z.id}>
                  {z.nombre}
                </option>
              ))}
            </select>
          )}
        </Campo>
        <Campo
          nombre="capacidad"
          etiqueta={tci.cuadrillas.campos.capacidad}
          ayuda={tci.cuadrillas.capacidadAyuda}
          error={errores.capacidad}
        >
          {(a) => (
            <input
              {...a}
              inputMode="numeric"
              value={Number.isNaN(v.capacidad) ? "" : v.capacidad}
              onInput={(e) =>
                poner(
                  "capacidad",
                  e.currentTarget.value ? Number(e.currentTarget.value) : Number.NaN,
                )
              }
            />
          )}
        </Campo>
      </div>
      {fila ? <Miembros id={fila.id} /> : <p class="ayuda">{tci.cuadrillas.despuesMiembros}</p>}
      <label class="casilla">
        <input
          type="checkbox"
          checked={v.activa}
          onChange={(e) => poner("activa", e.currentTarget.checked)}
        />
        <span>
          {tci.cuadrillas.campos.activa}{" "}
          <span class="suave chico">{tci.cuadrillas.activaAyuda}</span>
        </span>
      </label>
    </FichaDialogo>
  );
}
