import "../../styles/lateral.css";
import { useLocation } from "preact-iso";
import { LIMITES } from "../../../contract/limites.ts";
import { Icono } from "../../components/base/icono.tsx";
import { MarcaCiudad } from "../../components/base/marca.tsx";
import { BotonCuenta } from "../../components/cascara/cuenta.tsx";
import { campana, mas } from "../../components/iconos.ts";
import { useDatos } from "../../datos.ts";
import { tb } from "../../i18n/bandeja.ts";
import { tg } from "../../i18n/gestion.ts";
import { t } from "../../i18n/index.ts";
import { to } from "../../i18n/oficina.ts";
import { escribirFiltros, leerFiltros, rutaBandeja } from "../../lib/filtros.ts";
import { nombreDe } from "../../state/ciudad.ts";
import { useConteos } from "../../state/conteos.ts";
import { sinLeer } from "../../state/novedades.ts";
import { sesion } from "../../state/sesion.ts";
import { CIUDAD, SECCIONES, type Seccion, VISTAS } from "./secciones.ts";

const VENTANILLA = "/gestion/ventanilla";

type PropsEnlace = Seccion & { actual: boolean; cuenta?: number | undefined; alerta?: true };

function Enlace({ href, texto, icono, actual, cuenta, alerta }: PropsEnlace) {
  return (
    <a href={href} {...(actual ? { "aria-current": "page" as const } : {})}>
      <Icono d={icono} /> {texto}
      {cuenta !== undefined && (cuenta > 0 || !alerta) ? (
        <span class={`cuenta-lateral${alerta ? " alerta-lateral" : ""}`}>
          {cuenta < LIMITES.conteoMax ? cuenta : tb.oMas(LIMITES.conteoMax)}
        </span>
      ) : null}
    </a>
  );
}

/** The way around the desk, on every page of it: a column on a desk, a strip on a phone. */
export function Lateral() {
  const { path, query } = useLocation();
  const conteos = useConteos();
  const datos = useDatos();
  const rol = sesion.value?.rol;
  const enBandeja = path === "/gestion" || path.startsWith("/gestion/bandeja");
  const filtros = escribirFiltros(leerFiltros(query));
  const vistas = VISTAS.map((v) => ({
    ...v,
    href: rutaBandeja(v.filtros),
    actual: enBandeja && filtros === escribirFiltros(v.filtros),
  }));
  const enVista = vistas.some((v) => v.actual);
  const ciudad = CIUDAD.filter((s) => rol && s.roles.includes(rol));
  return (
    <div class="lateral">
      <a class="marca" href="/">
        <MarcaCiudad /> {nombreDe(datos)}
      </a>
      <nav aria-label={tg.secciones}>
        {SECCIONES.map((s) => (
          <Enlace
            key={s.href}
            {...s}
            actual={s.vista ? enBandeja && !enVista : path.startsWith(s.href)}
            cuenta={s.vista && conteos?.[s.vista]}
          />
        ))}
        <h2>{tg.vistas}</h2>
        {vistas.map((v) => (
          <Enlace key={v.vista} {...v} cuenta={conteos?.[v.vista]} />
        ))}
        {ciudad.length > 0 ? <h2>{tb.ciudad}</h2> : null}
        {ciudad.map((s) => (
          <Enlace key={s.href} {...s} actual={path.startsWith(s.href)} />
        ))}
        <hr />
        <Enlace
          href="/avisos"
          texto={t.nav.avisos}
          icono={campana}
          actual={false}
          cuenta={sinLeer.value}
          alerta
        />
        <Enlace
          href={VENTANILLA}
          texto={to.ventanilla.titulo}
          icono={mas}
          actual={path === VENTANILLA}
        />
      </nav>
      <BotonCuenta />
    </div>
  );
}
