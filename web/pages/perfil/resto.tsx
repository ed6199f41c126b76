import { useState } from "preact/hooks";
import type { Yo } from "../../../contract/esquemas/cuentas.ts";
import { IDIOMAS, type Idioma } from "../../../contract/vocabulario.ts";
import * as api from "../../api/cuentas.ts";
import { mensajeDe } from "../../api/error.ts";
import { Alerta } from "../../components/base/avisos.tsx";
import { Campo } from "../../components/base/campo.tsx";
import { ContrasenaNueva } from "../../components/base/contrasena-nueva.tsx";
import { tc } from "../../i18n/cuentas.ts";
import { cambiarIdioma, idioma } from "../../i18n/idioma.ts";
import { t } from "../../i18n/index.ts";
import { tp } from "../../i18n/personal.ts";
import { ts } from "../../i18n/seguridad.ts";
import { textos, useFormulario } from "../../lib/formulario.ts";
import { validarContrasena, validarPerfil } from "../../lib/validar.ts";
import { sesion } from "../../state/sesion.ts";
import { aplicarTema, TEMAS, tema } from "../../state/tema.ts";
import { Correo } from "./correo.tsx";
import { Dicho } from "./dicho.tsx";
import { Privado } from "./privado.tsx";
import { DosPasos } from "./segundo/dos-pasos.tsx";
import { Sesiones } from "./sesiones.tsx";

const w = tp.perfil;

function Datos({ yo }: { yo: Yo }) {
  const [hecho, setHecho] = useState<string | null>(null);
  const f = useFormulario<Record<string, string>>({
    validar: validarPerfil,
    enviar: async (d, clave) => {
      sesion.value = await api.cambiarPerfil(d, clave);
      setHecho(w.guardado);
    },
  });
  return (
    <form
      ref={f.ref}
      class="pila tarjeta"
      method="post"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        setHecho(null);
        void f.enviar(textos(e.currentTarget));
      }}
    >
      <h2>{w.datos}</h2>
      <div class="dos">
        <Campo nombre="nombre" etiqueta={w.nombre} error={f.errores.nombre}>
          {(a) => <input {...a} defaultValue={yo.nombre} autocomplete="given-name" />}
        </Campo>
        <Campo nombre="apellido" etiqueta={w.apellido} error={f.errores.apellido}>
          {(a) => <input {...a} defaultValue={yo.apellido} autocomplete="family-name" />}
        </Campo>
      </div>
      <Campo
        nombre="telefono"
        etiqueta={w.telefono}
        ayuda={w.telefonoAyuda}
        error={f.errores.telefono}
        opcional
      >
        {(a) => <input {...a} type="tel" defaultValue={yo.telefono ?? ""} autocomplete="tel" />}
      </Campo>
      <Dicho general={f.general} hecho={hecho} />
      <button type="submit" class="boton a-la-izquierda" disabled={f.enviando}>
        {f.enviando ? t.comun.enviando : w.guardar}
      </button>
    </form>
  );
}

function Apariencia({ yo }: { yo: Yo }) {
  const [general, setGeneral] = useState<string | null>(null);
  const elegir = async (nuevo: Idioma) => {
    setGeneral(null);
    try {
      const { nombre, apellido, telefono } = yo;
      const cuerpo = { nombre, apellido, telefono: telefono ?? "", idioma: nuevo };
      sesion.value = await api.cambiarPerfil(cuerpo, crypto.randomUUID());
      cambiarIdioma(nuevo);
    } catch (e) {
      setGeneral(mensajeDe(e));
    }
  };
  return (
    <section class="pila tarjeta" aria-labelledby="apariencia">
      <h2 id="apariencia">{w.apariencia}</h2>
      {general ? <Alerta>{general}</Alerta> : null}
      <fieldset class="segmentos">
        <legend>{w.idioma}</legend>
        {IDIOMAS.map((x) => (
          <label key={x} lang={x}>
            <input
              type="radio"
              name="idioma"
              checked={idioma === x}
              onChange={() => void elegir(x)}
            />
            <span>{w.idiomas[x]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset class="segmentos">
        <legend>{tc.cuenta.tema}</legend>
        {TEMAS.map((x) => (
          <label key={x}>
            <input
              type="radio"
              name="tema-perfil"
              checked={tema.value === x}
              onChange={() => aplicarTema(x)}
            />
            <span>{tc.cuenta.temas[x]}</span>
          </label>
        ))}
      </fieldset>
    </section>
  );
}

function Contrasena({ yo }: { yo: Yo }) {
  const [hecho, setHecho] = useState<string | null>(null);
  const f = useFormulario<Record<string, string>>({
    validar: validarContrasena,
    enviar: async ({ actual, nueva }, clave) => {
      await api.cambiarContrasena({ ...(actual ? { actual } : {}), nueva }, clave);
      f.ref.current?.reset();
      setHecho(w.cambiada);
      if (!yo.con_contrasena) sesion.value = { ...yo, con_contrasena: true };
    },
  });
  return (
    <form
      ref={f.ref}
      class="pila tarjeta"
      method="post"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        setHecho(null);
        void f.enviar(textos(e.currentTarget));
      }}
    >
      <h2>{yo.con_contrasena ? w.contrasena : ts.primera.titulo}</h2>
      <p class="suave">{yo.con_contrasena ? w.contrasenaQue : ts.primera.que}</p>
      {/* Whose password it is, for the browser that keeps them. */}
      <input hidden name="username" autocomplete="username" value={yo.email} readOnly />
      {yo.con_contrasena ? (
        <Campo nombre="actual" etiqueta={w.actual} error={f.errores.actual}>
          {(a) => <input {...a} type="password" autocomplete="current-password" />}
        </Campo>
      ) : f.errores.actual ? (
        <Alerta>{f.errores.actual}</Alerta>
      ) : null}
      <ContrasenaNueva
        nombre="nueva"
        etiqueta={w.nueva}
        ayuda={w.nuevaAyuda}
        error={f.errores.nueva}
        email={yo.email}
      />
      <Dicho general={f.general} hecho={hecho} />
      <button type="submit" class="boton contorno a-la-izquierda" disabled={f.enviando}>
        {f.enviando ? t.comun.enviando : yo.con_contrasena ? w.cambiar : ts.primera.elegir}
      </button>
    </form>
  );
}

/** One's details, how the site looks and speaks, and one's password. */
export function Resto({ yo }: { yo: Yo }) {
  return (
    <>
      {yo.segundo_factor === "falta" ? <DosPasos /> : null}
      <Datos yo={yo} />
      <Apariencia yo={yo} />
      <Correo yo={yo} />
      <Contrasena yo={yo} />
      {yo.segundo_factor === "falta" ? null : <DosPasos />}
      <Sesiones />
      <Privado yo={yo} />
      <p>
        <a href="/avisos/preferencias">{tc.cuenta.avisos}</a>
      </p>
    </>
  );
}
