import { LIMITES } from "../../../contract/limites.ts";
import { Campo } from "../../components/base/campo.tsx";
import { t } from "../../i18n/index.ts";
import { tl } from "../../i18n/planilla.ts";
import { tn } from "../../i18n/reporte.ts";
import { AvisoPersonal } from "./personal.tsx";
import { type PropsPaso, tituloDe } from "./pieza.tsx";

type Props = Pick<PropsPaso, "b" | "cambiar" | "categorias" | "errores">;

/** In their own words, with a title already there. */
export function PasoContar({ b, cambiar, categorias, errores }: Props) {
  const titulo = tituloDe(b, categorias);
  return (
    <>
      <h1>{tn.contanos}</h1>
      <p class="suave">{tn.contanosBajada}</p>
      <Campo nombre="descripcion" etiqueta={tl.descripcion} error={errores.descripcion}>
        {(a) => (
          <textarea
            {...a}
            rows={5}
            maxLength={LIMITES.descripcionMax}
            value={b.descripcion}
            placeholder={tl.descripcionEjemplo}
            onInput={(e) => cambiar({ descripcion: e.currentTarget.value })}
          />
        )}
      </Campo>
      <Campo
        nombre="titulo"
        etiqueta={tl.tituloCampo}
        error={errores.titulo}
        {...(b.tituloPropio ? {} : { ayuda: tn.tituloAyuda })}
      >
        {(a) => (
          <input
            {...a}
            value={titulo}
            maxLength={LIMITES.tituloMax}
            autocomplete="off"
            onInput={(e) => cambiar({ titulo: e.currentTarget.value, tituloPropio: true })}
          />
        )}
      </Campo>
      <AvisoPersonal textos={[titulo, b.descripcion, b.direccion]} />
      <button type="submit" class="boton ancho pie-paso">
        {t.comun.seguir}
      </button>
    </>
  );
}
