import type { Rol } from "../../../../contract/vocabulario.ts";
import { tci } from "../../../i18n/ciudad.ts";
import { tc } from "../../../i18n/cuentas.ts";
import { useCuadrillas } from "../../../state/catalogos.ts";
import { Campo } from "../../base/campo.tsx";

type PropsRol = {
  roles: readonly Rol[];
  valor: Rol;
  error: string | undefined;
  alElegir: (r: Rol) => void;
};

/** What somebody is for the city, each with what it may do. */
export function ElegirRol(p: PropsRol) {
  return (
    <fieldset class="campo">
      <legend>{tci.personas.rol}</legend>
      <div class="opciones-altas">
        {p.roles.map((r) => (
          <label key={r} class="opcion-alta">
            <input
              type="radio"
              name="rol"
              value={r}
              checked={p.valor === r}
              onChange={() => p.alElegir(r)}
              {...(p.error ? { "aria-invalid": "true" as const } : {})}
            />
            <span>
              <strong>{tc.cuenta.roles[r]}</strong>
              <span class="suave chico">{tci.personas.queHace[r]}</span>
            </span>
          </label>
        ))}
      </div>
      {p.error ? <p class="error">{p.error}</p> : null}
    </fieldset>
  );
}

type PropsCuadrilla = {
  valor: number | null;
  error: string | undefined;
  alElegir: (id: number | null) => void;
};

/** One of those that work, and the one that it is already. */
export function ElegirCuadrilla({ valor, error, alElegir }: PropsCuadrilla) {
  const activas = (useCuadrillas() ?? []).filter((c) => c.activa || c.id === valor);
  return (
    <Campo
      nombre="cuadrilla_id"
      etiqueta={tci.personas.campos.cuadrilla_id}
      error={error}
      {...(activas.length === 0 ? { ayuda: tci.personas.noHayCuadrillas } : {})}
    >
      {(a) => (
        <select
          {...a}
          value={valor ?? ""}
          onChange={(e) => alElegir(Number(e.currentTarget.value) || null)}
        >
          <option value="">{tci.elegir}</option>
          {activas.map((c) => (
            <option key={c.id} value={c.id}>
              {c.nombre}
            </option>
          ))}
        </select>
      )}
    </Campo>
  );
}
