import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { useDatos } from "../../datos.ts";
import { t } from "../../i18n/index.ts";
import { nombreDe } from "../../state/ciudad.ts";
import { cortado, useWebSocket } from "../../state/novedades.ts";
import { esPersonal, sesion } from "../../state/sesion.ts";
import { Toasts } from "../base/avisos.tsx";
import { Icono } from "../base/icono.tsx";
import { MarcaCiudad } from "../base/marca.tsx";
import { sinRed } from "../iconos.ts";
import { BotonCuenta, DialogoCuenta } from "./cuenta.tsx";
import { Enlaces, enlacesDe } from "./enlaces.tsx";
import { Pie } from "./pie.tsx";

const deGestion = (path: string) => path.startsWith("/gestion");
const claseDe = (path: string) =>
  deGestion(path) ? " de-gestion" : path === "/reportar" ? " de-paso" : "";

/** What surrounds every page: skip link, top bar, bottom bar on a phone, and the short messages. */
export function Cascara({ children }: { children: ComponentChildren }) {
  const { path } = useLocation();
  useWebSocket();
  const datos = useDatos();
  const yo = sesion.value;
  const personal = yo ? esPersonal(yo) : deGestion(path) || path.startsWith("/campo");
  const enlaces = enlacesDe(personal, yo?.rol, path);
  return (
    <div class={`cascara${claseDe(path)}`}>
      <a class="saltar" href="#contenido">
        {t.saltar}
      </a>
      <header class="barra">
        <a class="marca" href="/">
          <MarcaCiudad />
          {nombreDe(datos)}
        </a>
        <nav class="barra-nav" aria-label={t.nav.principal}>
          <Enlaces enlaces={enlaces} path={path} />
        </nav>
        <BotonCuenta />
      </header>
      {yo && cortado.value ? (
        <p class="sin-linea" role="status">
          <Icono d={sinRed} tam={16} /> {t.comun.sinConexion}
        </p>
      ) : null}
      <main id="contenido" tabIndex={-1}>
        {children}
      </main>
      {deGestion(path) ? null : <Pie />}
      <nav class="pestanas" aria-label={t.nav.principal}>
        <Enlaces enlaces={enlaces} path={path} />
        <BotonCuenta />
      </nav>
      <DialogoCuenta />
      <Toasts />
    </div>
  );
}
