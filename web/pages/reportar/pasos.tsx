import type { Categoria } from "../../../contract/esquemas/catalogos.ts";
import { Esqueleto } from "../../components/base/avisos.tsx";
import { Campo } from "../../components/base/campo.tsx";
import { Icono } from "../../components/base/icono.tsx";
import { dibujoDe } from "../../components/categorias.tsx";
import { t } from "../../i18n/index.ts";
import { tr } from "../../i18n/reportar.ts";
import { pareceDatoPersonal, tituloSugerido } from "../../lib/titulo.ts";
import type { Errores } from "../../lib/validar.ts";
import type { Borrador } from "../../state/borrador.ts";

export type PropsPaso = {
  b: Borrador;
  cambiar: (cambios: Partial<Borrador>) => void;
  errores: Errores;
  categorias: Categoria[] | null;
  seguir: () => void;
};

function BotonSeguir() {
  return (
    <button type="submit" class="boton ancho pie-paso">
      {t.comun.seguir}
    </button>
  );
}

export function PasoLugar({ b, cambiar, errores }: PropsPaso) {
  return (
    <>
      <h1>{tr.donde}</h1>
      <p class="suave">{tr.dondeBajada}</p>
      <Campo nombre="direccion" etiqueta={tr.direccion} error={errores.direccion}>
        {(a) => (
          <input
            {...a}
            value={b.direccion}
            placeholder={tr.direccionEjemplo}
            autocomplete="street-address"
            onInput={(e) => cambiar({ direccion: e.currentTarget.value })}
          />
        )}
      </Campo>
      <BotonSeguir />
    </>
  );
}

export function PasoCategoria({ b, cambiar, categorias, errores, seguir }: PropsPaso) {
  if (!categorias) return <Esqueleto filas={4} />;
  return (
    <fieldset class="campo">
      <legend class="titulo-paso">
        <h1>{tr.que}</h1>
      </legend>
      {errores.categoria_id ? <p class="error">{errores.categoria_id}</p> : null}
      <div class="mosaico">
        {categorias.map((c) => (
          <label key={c.id} class="tesela">
            <input
              type="radio"
              name="categoria_id"
              class="oculto"
              checked={b.categoria_id === c.id}
              onChange={() => cambiar({ categoria_id: c.id })}
              onClick={(e) => {
                // A touch or a click chooses and goes on; the arrow keys only choose.
                if (e.detail > 0) setTimeout(seguir, 0);
              }}
              {...(errores.categoria_id ? { "aria-invalid": "true" as const } : {})}
            />
            <Icono d={dibujoDe(c.icono)} tam={26} />
            {c.nombre}
          </label>
        ))}
      </div>
      <BotonSeguir />
    </fieldset>
  );
}

export const tituloDe = (b: Borrador, categorias: Categoria[] | null): string =>
  b.tituloPropio
    ? b.titulo
    : tituloSugerido(categorias?.find((c) => c.id === b.categoria_id)?.nombre, b.direccion);

export function PasoTexto({ b, cambiar, categorias, errores }: PropsPaso) {
  return (
    <>
      <h1>{tr.contanos}</h1>
      <Campo nombre="titulo" etiqueta={tr.tituloCampo} error={errores.titulo}>
        {(a) => (
          <input
            {...a}
            value={tituloDe(b, categorias)}
            autocomplete="off"
            onInput={(e) => cambiar({ titulo: e.currentTarget.value, tituloPropio: true })}
          />
        )}
      </Campo>
      <Campo nombre="descripcion" etiqueta={tr.descripcion} error={errores.descripcion}>
        {(a) => (
          <textarea
            {...a}
            rows={5}
            value={b.descripcion}
            placeholder={tr.descripcionEjemplo}
            onInput={(e) => cambiar({ descripcion: e.currentTarget.value })}
          />
        )}
      </Campo>
      {pareceDatoPersonal(`${b.titulo} ${b.descripcion}`) ? (
        <p class="alerta alerta-info" role="status">
          {tr.publico}
        </p>
      ) : null}
      <BotonSeguir />
    </>
  );
}
