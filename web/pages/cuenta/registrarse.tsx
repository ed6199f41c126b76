import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import * as api from "../../api/cuentas.ts";
import { Alerta } from "../../components/base/avisos.tsx";
import { Campo } from "../../components/base/campo.tsx";
import { ContrasenaNueva } from "../../components/base/contrasena-nueva.tsx";
import { useDatos } from "../../datos.ts";
import { tc } from "../../i18n/cuentas.ts";
import { t } from "../../i18n/index.ts";
import { textos, useFormulario } from "../../lib/formulario.ts";
import { casaDe } from "../../lib/rutas.ts";
import { useHumano } from "../../lib/usar-humano.tsx";
import { validarRegistro } from "../../lib/validar.ts";
import { volverSeguro } from "../../lib/volver.ts";
import { cargarSesion, sesion } from "../../state/sesion.ts";

export default function Registrarse() {
  const { path, query, route } = useLocation();
  const volver = volverSeguro(query.volver);
  const yo = sesion.value;
  const { primera } = useDatos();
  useEffect(() => {
    // Once: this page is still here, with another address, while the next one comes.
    if (yo && path === "/registrarse") route(volver ?? casaDe(yo.rol), true);
  }, [yo, volver, path, route]);

  const { comprobacion, probar } = useHumano("registro");
  const f = useFormulario<Record<string, string>>({
    validar: validarRegistro,
    enviar: async (d, clave) => {
      await api.registrarse(d, clave, await probar());
      await api.ingresar(d.email ?? "", d.password ?? "");
      await cargarSesion();
    },
  });
  const ingreso = `/ingresar${volver ? `?volver=${encodeURIComponent(volver)}` : ""}`;
  return (
    <div class="pagina angosta cuenta">
      <h1>{tc.registrarse.titulo}</h1>
      {primera ? (
        <Alerta tono="info">{tc.registrarse.primera}</Alerta>
      ) : (
        <p class="suave">{tc.registrarse.bajada}</p>
      )}
      <form
        ref={f.ref}
        class="pila tarjeta"
        method="post"
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          const { telefono, ...d } = textos(e.currentTarget);
          void f.enviar({ ...d, ...(telefono ? { telefono } : {}) });
        }}
      >
        {f.general ? <Alerta>{f.general}</Alerta> : null}
        <div class="dos">
          <Campo nombre="nombre" etiqueta={tc.registrarse.nombre} error={f.errores.nombre}>
            {(a) => <input {...a} autocomplete="given-name" />}
          </Campo>
          <Campo nombre="apellido" etiqueta={tc.registrarse.apellido} error={f.errores.apellido}>
            {(a) => <input {...a} autocomplete="family-name" />}
          </Campo>
        </div>
        <Campo nombre="email" etiqueta={tc.ingresar.correo} error={f.errores.email}>
          {(a) => <input {...a} type="email" autocomplete="email" inputMode="email" />}
        </Campo>
        <ContrasenaNueva
          nombre="password"
          etiqueta={tc.ingresar.contrasena}
          ayuda={tc.registrarse.contrasenaAyuda}
          error={f.errores.password}
        />
        <Campo
          nombre="telefono"
          etiqueta={tc.registrarse.telefono}
          error={f.errores.telefono}
          opcional
        >
          {(a) => <input {...a} type="tel" autocomplete="tel" />}
        </Campo>
        {comprobacion}
        <button type="submit" class="boton ancho" disabled={f.enviando}>
          {f.enviando ? t.comun.enviando : tc.registrarse.enviar}
        </button>
      </form>
      <p>
        {tc.registrarse.conCuenta} <a href={ingreso}>{tc.registrarse.ingresar}</a>
      </p>
    </div>
  );
}
