import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import * as api from "../../api/cuentas.ts";
import { esErrorApi } from "../../api/error.ts";
import { Alerta } from "../../components/base/avisos.tsx";
import { Campo } from "../../components/base/campo.tsx";
import { useDatos } from "../../datos.ts";
import { tc } from "../../i18n/cuentas.ts";
import { t } from "../../i18n/index.ts";
import { tpu } from "../../i18n/puerta.ts";
import { textos, useFormulario } from "../../lib/formulario.ts";
import { casaDe } from "../../lib/rutas.ts";
import { validarIngreso } from "../../lib/validar.ts";
import { volverSeguro } from "../../lib/volver.ts";
import { cargarSesion, sesion } from "../../state/sesion.ts";

const enfocar = (campo: HTMLInputElement | null) => campo?.focus();

export default function Ingresar() {
  const { path, query, route } = useLocation();
  const [ver, setVer] = useState(false);
  const [segundo, setSegundo] = useState(false);
  const volver = volverSeguro(query.volver);
  const yo = sesion.value;
  useEffect(() => {
    // Once: this page is still here, with another address, while the next one comes.
    if (yo && path === "/ingresar") route(volver ?? casaDe(yo.rol), true);
  }, [yo, volver, path, route]);

  const { plano } = useDatos();
  const f = useFormulario<Record<string, string>>({
    inicial: plano,
    validar: validarIngreso,
    enviar: async (d) => {
      await api.ingresar(d.username ?? "", d.password ?? "", d.codigo);
      await cargarSesion();
    },
    alFallar: (e) => {
      if (segundo || !esErrorApi(e) || !e.es("segundo_factor")) return false;
      setSegundo(true);
      return true;
    },
  });
  const registro = `/registrarse${volver ? `?volver=${encodeURIComponent(volver)}` : ""}`;
  return (
    <div class="pagina angosta cuenta">
      <h1>{tc.ingresar.titulo}</h1>
      {volver ? <p class="suave">{tc.ingresar.paraEso}</p> : null}
      <form
        ref={f.ref}
        class="pila tarjeta"
        method="post"
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          void f.enviar(textos(e.currentTarget));
        }}
      >
        {f.general ? <Alerta>{f.general}</Alerta> : null}
        {segundo || plano?.errores.codigo ? (
          <Campo
            nombre="codigo"
            etiqueta={tc.ingresar.codigo}
            ayuda={tc.ingresar.codigoAyuda}
            error={f.errores.codigo}
          >
            {(a) => (
              <input
                {...a}
                ref={enfocar}
                class="codigo-corto"
                autocomplete="one-time-code"
                spellcheck={false}
              />
            )}
          </Campo>
        ) : null}
        {/* Kept, since they go once more with the code. */}
        <div class="pila" hidden={segundo}>
          <Campo nombre="username" etiqueta={tc.ingresar.correo} error={f.errores.username}>
            {(a) => (
              <input
                {...a}
                type="email"
                autocomplete="username"
                inputMode="email"
                defaultValue={plano?.valores.username}
              />
            )}
          </Campo>
          <Campo nombre="password" etiqueta={tc.ingresar.contrasena} error={f.errores.password}>
            {(a) =>
              ver ? (
                <input {...a} type="text" autocomplete="current-password" spellcheck={false} />
              ) : (
                <input {...a} type="password" autocomplete="current-password" />
              )
            }
          </Campo>
          <label class="casilla">
            <input
              type="checkbox"
              checked={ver}
              onChange={(e) => setVer(e.currentTarget.checked)}
            />
            <span>{tc.ingresar.mostrar}</span>
          </label>
        </div>
        <button type="submit" class="boton ancho" disabled={f.enviando}>
          {f.enviando ? t.comun.enviando : tc.ingresar.enviar}
        </button>
        {segundo ? (
          <button type="button" class="boton contorno ancho" onClick={() => location.reload()}>
            {tc.ingresar.otraCuenta}
          </button>
        ) : null}
      </form>
      <p class="fila envuelve">
        <a href="/ingresar/enlace">{tpu.enlace}</a>
        <a href="/recuperar">{tpu.olvide}</a>
      </p>
      <p>
        {tc.ingresar.sinCuenta} <a href={registro}>{tc.ingresar.registrarse}</a>
      </p>
    </div>
  );
}
