import { Esqueleto } from "../../components/base/avisos.tsx";
import { Icono } from "../../components/base/icono.tsx";
import { dibujoDe } from "../../components/categorias.tsx";
import { t } from "../../i18n/index.ts";
import { tl } from "../../i18n/planilla.ts";
import { tn } from "../../i18n/reporte.ts";
import type { PropsPaso } from "./pieza.tsx";

type Props = Pick<PropsPaso, "b" | "cambiar" | "categorias" | "errores" | "seguir"> & {
  buscando: boolean;
};

/** What it is: a touch chooses and goes on; the arrow keys only choose. */
export function PasoQue({ b, cambiar, categorias, errores, seguir, buscando }: Props) {
  if (!categorias) return <Esqueleto filas={4} />;
  return (
    <fieldset class="campo" aria-describedby="error-que">
      <legend class="titulo-paso">
        <h1>{tl.que}</h1>
      </legend>
      <p class="error" id="error-que">
        {errores.categoria_id}
      </p>
      <div class="mosaico grande">
        {categorias.map((c) => (
          <label key={c.id} class="tesela">
            <input
              type="radio"
              name="categoria_id"
              class="oculto"
              checked={b.categoria_id === c.id}
              onChange={() => cambiar({ categoria_id: c.id })}
              onClick={(e) => {
                if (e.detail > 0) setTimeout(seguir, 0);
              }}
              {...(errores.categoria_id ? { "aria-invalid": "true" as const } : {})}
            />
            <Icono d={dibujoDe(c.icono)} tam={32} />
            {c.nombre}
          </label>
        ))}
      </div>
      <button type="submit" class="boton ancho pie-paso" disabled={buscando}>
        {buscando ? tn.buscando : t.comun.seguir}
      </button>
      <p class="oculto" role="status">
        {buscando ? tn.buscando : ""}
      </p>
    </fieldset>
  );
}
