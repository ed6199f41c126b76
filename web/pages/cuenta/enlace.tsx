import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { EnlaceUsado, EnlaceVisto } from "../../../contract/esquemas/enlaces.ts";
import { usarEnlace, verEnlace } from "../../api/enlaces.ts";
import { esErrorApi } from "../../api/error.ts";
import { Alerta } from "../../components/base/avisos.tsx";
import { Campo } from "../../components/base/campo.tsx";
import { useDatos } from "../../datos.ts";
import { tc } from "../../i18n/cuentas.ts";
import { te } from "../../i18n/enlaces.ts";
import { t } from "../../i18n/index.ts";
import { textos, useFormulario } from "../../lib/formulario.ts";
import { casaDe } from "../../lib/rutas.ts";
import { validarUso } from "../../lib/validar.ts";
import { cargarSesion } from "../../state/sesion.ts";

const w = te.pagina;

/** What it is for, and what is asked for besides. */
function Pedido({ visto, errores }: { visto: EnlaceVisto; errores: Record<string, string> }) {
  return (
    <>
      <p class="suave">{w.para(visto.email)}</p>
      {visto.reporte ? (
        <p>
          <strong>{visto.reporte.titulo}</strong>
          <br />
          {visto.reporte.direccion}
        </p>
      ) : null}
      <p>{w[visto.que].texto}</p>
      {visto.invitacion ? (
        <>
          <p>
            <strong>{tc.cuenta.roles[visto.invitacion.rol]}</strong>
            {visto.invitacion.cuadrilla ? ` · ${visto.invitacion.cuadrilla}` : ""}
          </p>
          <div class="dos">
            <Campo nombre="nombre" etiqueta={tc.registrarse.nombre} error={errores.nombre}>
              {(a) => (
                <input
                  {...a}
                  autocomplete="given-name"
                  defaultValue={visto.invitacion?.nombre ?? ""}
                />
              )}
            </Campo>
            <Campo nombre="apellido" etiqueta={tc.registrarse.apellido} error={errores.apellido}>
              {(a) => (
                <input
                  {...a}
                  autocomplete="family-name"
                  defaultValue={visto.invitacion?.apellido ?? ""}
                />
              )}
            </Campo>
          </div>
        </>
      ) : null}
      {visto.que === "recuperar" || visto.que === "invitacion" ? (
        <Campo nombre="nueva" etiqueta={w.nueva} ayuda={w.nuevaAyuda} error={errores.nueva}>
          {(a) => <input {...a} type="password" autocomplete="new-password" />}
        </Campo>
      ) : null}
      {visto.pide_contrasena ? (
        <Campo
          nombre="password"
          etiqueta={w.password}
          ayuda={w.passwordAyuda}
          error={errores.password}
        >
          {(a) => <input {...a} type="password" autocomplete="current-password" />}
        </Campo>
      ) : null}
      {visto.que === "reporte" && !visto.con_cuenta ? (
        <label class="casilla">
          <input type="checkbox" name="cuenta" value="1" />
          <span>{w.cuenta}</span>
        </label>
      ) : null}
    </>
  );
}

function Hecho({ usado }: { usado: EnlaceUsado }) {
  const { que, reclamo, user } = usado;
  return (
    <div class="pagina angosta cuenta" role="status">
      <h1>{w[que].hecho}</h1>
      {user && que === "verificar" ? <p>{w.elegiUna}</p> : null}
      {reclamo ? (
        <a class="boton ancho" href={`/r/${reclamo.codigo}`}>
          {w.seguirlo(reclamo.numero)}
        </a>
      ) : user || que === "correo" ? (
        <a class="boton ancho" href="/perfil">
          {w.irAlPerfil}
        </a>
      ) : (
        <a class="boton ancho" href="/ingresar">
          {w.ingresarYa}
        </a>
      )}
    </div>
  );
}

/**
 * Where the link of a mail leads. Its token is in the fragment, which no server sees; opening the page spends nothing, its
 * button does. Without JavaScript the code is pasted.
 */
export default function Enlace() {
  const { route } = useLocation();
  const { plano, enlace } = useDatos();
  const [token, setToken] = useState(enlace?.token ?? "");
  const [visto, setVisto] = useState<EnlaceVisto | null>(enlace?.visto ?? null);
  const [usado, setUsado] = useState<EnlaceUsado | null>(enlace?.usado ?? null);
  const [muerto, setMuerto] = useState(enlace?.muerto ?? false);
  const f = useFormulario<Record<string, string>>({
    inicial: plano,
    validar: validarUso,
    enviar: async ({ cuenta, password, usar: _, token = "", ...mas }) => {
      if (!visto) {
        setVisto(await verEnlace(token));
        return setToken(token);
      }
      const hecho = await usarEnlace({
        token,
        ...mas,
        ...(password ? { password } : {}),
        ...(cuenta ? { cuenta: true } : {}),
      });
      await cargarSesion();
      if (hecho.que === "ingresar" && hecho.user) return route(casaDe(hecho.user.rol), true);
      setUsado(hecho);
    },
    alFallar: (e) => {
      const ya = esErrorApi(e) && e.es("enlace_vencido");
      if (ya) setMuerto(true);
      return ya;
    },
  });
  const enviar = useRef(f.enviar);
  enviar.current = f.enviar;
  useEffect(() => {
    const traer = () => {
      const traido = location.hash.slice(1);
      if (!traido) return;
      // Neither the address bar nor the history keep it.
      history.replaceState(history.state, "", location.pathname);
      setVisto(null);
      setMuerto(false);
      void enviar.current({ token: traido });
    };
    traer();
    // Another link opened over this page is no other page to the browser.
    addEventListener("hashchange", traer);
    return () => removeEventListener("hashchange", traer);
  }, []);

  if (usado) return <Hecho usado={usado} />;
  if (muerto)
    return (
      <div class="pagina angosta cuenta" role="alert">
        <h1>{w.muerto}</h1>
        <p>{w.muertoAyuda}</p>
        <a class="boton ancho" href="/ingresar/enlace">
          {w.pedirOtro}
        </a>
      </div>
    );
  return (
    <div class="pagina angosta cuenta">
      <h1>{visto ? w[visto.que].titulo : w.titulo}</h1>
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
        {visto ? (
          <>
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="usar" value="1" />
            <Pedido visto={visto} errores={f.errores} />
          </>
        ) : (
          <Campo nombre="token" etiqueta={w.codigo} ayuda={w.pegar} error={f.errores.token}>
            {(a) => <input {...a} autocomplete="off" autocapitalize="characters" />}
          </Campo>
        )}
        <button type="submit" class="boton ancho" disabled={f.enviando}>
          {f.enviando ? t.comun.enviando : visto ? w[visto.que].boton : w.seguir}
        </button>
      </form>
    </div>
  );
}
