import type { EnlaceUsado, EnlaceVisto } from "../../../contract/esquemas/enlaces.ts";
import { Campo } from "../../components/base/campo.tsx";
import { ContrasenaNueva } from "../../components/base/contrasena-nueva.tsx";
import { tc } from "../../i18n/cuentas.ts";
import { te } from "../../i18n/enlaces.ts";
import { t } from "../../i18n/index.ts";

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
        <ContrasenaNueva
          nombre="nueva"
          etiqueta={w.nueva}
          ayuda={w.nuevaAyuda}
          error={errores.nueva}
          email={visto.email}
        />
      ) : null}
      {visto.pide_contrasena ? (
        <Campo
          nombre="password"
          etiqueta={visto.que === "correo" ? w.passwordCorreo : w.password}
          ayuda={visto.que === "correo" ? w.passwordCorreoAyuda : w.passwordAyuda}
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
    <div role="status">
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

export type PropsResto = {
  visto: EnlaceVisto | null;
  usado: EnlaceUsado | null;
  errores: Record<string, string>;
  enviando: boolean;
};

/** What a link is for, once it is known; and what came of it. */
export function Resto({ visto, usado, errores, enviando }: PropsResto) {
  if (usado) return <Hecho usado={usado} />;
  if (!visto)
    return (
      <div role="alert">
        <h1>{w.muerto}</h1>
        <p>{w.muertoAyuda}</p>
        <a class="boton ancho" href="/ingresar/enlace">
          {w.pedirOtro}
        </a>
      </div>
    );
  return (
    <>
      <h1>{w[visto.que].titulo}</h1>
      <div class="pila tarjeta">
        <Pedido visto={visto} errores={errores} />
        <button type="submit" class="boton ancho" disabled={enviando}>
          {enviando ? t.comun.enviando : w[visto.que].boton}
        </button>
      </div>
    </>
  );
}
