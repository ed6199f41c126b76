import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Yo } from "../../../contract/esquemas/cuentas.ts";
import type { Rol } from "../../../contract/vocabulario.ts";
import { t } from "../../i18n/index.ts";
import { casaDe } from "../../lib/rutas.ts";
import { ingresarYVolver, sesion } from "../../state/sesion.ts";
import { Esqueleto, Vacio } from "./avisos.tsx";

type Props = { roles?: readonly Rol[]; children: (yo: Yo) => ComponentChildren };

const PERFIL = "/perfil";
/** Where one may be by now: the page that one leaves stays until the next has come, and asks for nobody then. */
const AFUERA = ["/", "/ingresar"];

/** A page for who is signed in: its shape while one finds out, the sign-in door that comes back if nobody is. */
export function ConSesion({ roles, children }: Props) {
  const { url, path, route } = useLocation();
  const yo = sesion.value;
  useEffect(() => {
    if (AFUERA.includes(path)) return;
    if (yo === null) route(ingresarYVolver(url), true);
    // What the role still asks for is done there; everything else would only say so.
    else if (yo?.segundo_factor === "falta" && path !== PERFIL)
      route(`${PERFIL}?volver=${encodeURIComponent(url)}`, true);
  }, [yo, url, path, route]);
  if (!yo) return <Esqueleto filas={4} />;
  if (roles && !roles.includes(yo.rol))
    return (
      <Vacio titulo={t.errores.sinPermiso}>
        <a class="boton" href={casaDe(yo.rol)}>
          {t.comun.seguir}
        </a>
      </Vacio>
    );
  return <>{children(yo)}</>;
}
