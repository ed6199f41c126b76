import type { ComponentChildren } from "preact";
import type { Categoria } from "../../../contract/esquemas/catalogos.ts";
import { LIMITES } from "../../../contract/limites.ts";
import type { Plano } from "../../../contract/plano.ts";
import { tc } from "../../i18n/cuentas.ts";
import { t } from "../../i18n/index.ts";
import { tl } from "../../i18n/planilla.ts";

type Atributos = {
  id: string;
  name: string;
  "aria-invalid"?: "true";
  "aria-describedby"?: string;
};

/** As Campo, with ids of its own: it is drawn apart from the page that carries it. */
function Campo(p: {
  nombre: string;
  etiqueta: string;
  error?: string | undefined;
  ayuda?: string;
  children: (a: Atributos) => ComponentChildren;
}) {
  const id = `simple-${p.nombre}`;
  const descrito = [p.error ? `${id}-e` : "", p.ayuda ? `${id}-a` : ""].filter(Boolean).join(" ");
  return (
    <div class={`campo${p.error ? " con-error" : ""}`}>
      <label for={id}>{p.etiqueta}</label>
      {p.children({
        id,
        name: p.nombre,
        ...(p.error ? { "aria-invalid": "true" as const } : {}),
        ...(descrito ? { "aria-describedby": descrito } : {}),
      })}
      {p.error ? (
        <p class="error" id={`${id}-e`}>
          {p.error}
        </p>
      ) : null}
      {p.ayuda ? (
        <p class="ayuda" id={`${id}-a`}>
          {p.ayuda}
        </p>
      ) : null}
    </div>
  );
}

type Props = {
  categorias: readonly Categoria[];
  /** What came back from a sending that did not go through. */
  plano?: Plano | undefined;
  /** They must sign in first. */
  sinSesion?: boolean;
};

/** The whole report on one page, for a browser without JavaScript. The Worker alone draws it, and answers it. */
export function FormularioSimple({ categorias, plano, sinSesion = false }: Props) {
  const { valores = {}, errores = {}, general = null, fotos = [] } = plano ?? {};
  return (
    <form class="pila" method="post" action="/reportar" enctype="multipart/form-data">
      <h1>{t.cabeza.reportar}</h1>
      {plano ? null : <p class="suave">{tl.bajada}</p>}
      {general ? (
        <div class="alerta alerta-mal" role="alert">
          <p>
            {general}
            {sinSesion ? (
              <>
                {" "}
                <a href="/ingresar?volver=%2F" target="_blank" rel="noreferrer">
                  {tc.ingresar.titulo}
                </a>
              </>
            ) : null}
          </p>
        </div>
      ) : null}
      <Campo nombre="direccion" etiqueta={tl.direccion} error={errores.direccion}>
        {(a) => (
          <input
            {...a}
            required
            value={valores.direccion}
            placeholder={tl.direccionEjemplo}
            autocomplete="street-address"
          />
        )}
      </Campo>
      <Campo nombre="categoria_id" etiqueta={tl.que} error={errores.categoria_id}>
        {(a) => (
          <select {...a} required>
            <option value="">{t.comun.elegir}</option>
            {categorias.map((c) => (
              <option key={c.id} value={c.id} selected={valores.categoria_id === String(c.id)}>
                {c.nombre}
              </option>
            ))}
          </select>
        )}
      </Campo>
      <Campo nombre="descripcion" etiqueta={tl.descripcion} error={errores.descripcion}>
        {(a) => (
          <textarea
            {...a}
            required
            rows={5}
            maxLength={LIMITES.descripcionMax}
            placeholder={tl.descripcionEjemplo}
          >
            {valores.descripcion}
          </textarea>
        )}
      </Campo>
      <Campo
        nombre="titulo"
        etiqueta={`${tl.tituloCampo} (${t.comun.opcional})`}
        error={errores.titulo}
        ayuda={tl.tituloAyuda}
      >
        {(a) => <input {...a} value={valores.titulo} maxLength={LIMITES.tituloMax} />}
      </Campo>
      {fotos.map((id) => (
        <input key={id} type="hidden" name="foto_id" value={id} />
      ))}
      {fotos.length > 0 ? <p role="status">{tl.yaSubidas(fotos.length)}</p> : null}
      <Campo
        nombre="fotos"
        etiqueta={`${tl.fotos} (${t.comun.opcional})`}
        error={errores.fotos}
        ayuda={tl.fotosAyuda(LIMITES.fotosPorMomentoMax)}
      >
        {(a) => <input {...a} type="file" accept="image/*" multiple />}
      </Campo>
      <fieldset class="pila">
        <legend>{tl.sinIngresar}</legend>
        <Campo nombre="email" etiqueta={tl.correo} error={errores.email} ayuda={tl.correoAyuda}>
          {(a) => <input {...a} type="email" value={valores.email} autocomplete="email" />}
        </Campo>
        <Campo
          nombre="nombre"
          etiqueta={`${tl.nombre} (${t.comun.opcional})`}
          error={errores.nombre}
        >
          {(a) => <input {...a} value={valores.nombre} autocomplete="given-name" />}
        </Campo>
      </fieldset>
      <p class="suave">{tl.revisarBajada}</p>
      <button type="submit" class="boton ancho">
        {tl.enviar}
      </button>
    </form>
  );
}

/** It went, and waits for its link. */
export function ReporteEnCamino({ email }: { email: string }) {
  return (
    <div class="pila" role="status">
      <h1>{tl.enCamino}</h1>
      <p>{tl.enCaminoTexto(email, LIMITES.reporteDias)}</p>
    </div>
  );
}
