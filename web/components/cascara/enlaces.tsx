import type { Rol } from "../../../contract/vocabulario.ts";
import { t } from "../../i18n/index.ts";
import { sinLeer } from "../../state/novedades.ts";
import { Icono } from "../base/icono.tsx";
import { bandeja, campana, casa, casco, lista, mapa, mas } from "../iconos.ts";

type Enlace = { href: string; texto: string; icono: string; clase?: "reportar"; cuenta?: true };

const INICIO: Enlace = { href: "/", texto: t.nav.inicio, icono: casa };
const MAPA: Enlace = { href: "/mapa", texto: t.nav.mapa, icono: mapa };
const MIS: Enlace = { href: "/mis-reclamos", texto: t.nav.misReclamos, icono: lista };
const REPORTAR: Enlace = {
  href: "/reportar",
  texto: t.nav.reportar,
  icono: mas,
  clase: "reportar",
};
const AVISOS: Enlace = { href: "/avisos", texto: t.nav.avisos, icono: campana, cuenta: true };
const BANDEJA: Enlace = { href: "/gestion", texto: t.nav.bandeja, icono: bandeja };
const CAMPO: Enlace = { href: "/campo", texto: t.nav.campo, icono: casco };

/** The doors of each kind of person. Before one knows who this is, the path tells. */
export function enlacesDe(personal: boolean, rol: Rol | undefined, path: string): Enlace[] {
  if (!personal) return [INICIO, MAPA, REPORTAR, MIS, AVISOS];
  const deCampo = rol ? rol === "cuadrilla" : path.startsWith("/campo");
  return deCampo ? [CAMPO, AVISOS] : [BANDEJA, REPORTAR, AVISOS];
}

const esActual = (href: string, path: string) =>
  href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);

export function Enlaces({ enlaces, path }: { enlaces: readonly Enlace[]; path: string }) {
  return (
    <>
      {enlaces.map((e) => (
        <a
          key={e.href}
          href={e.href}
          class={e.clase}
          {...(esActual(e.href, path) ? { "aria-current": "page" as const } : {})}
        >
          <span class="enlace-icono">
            <Icono d={e.icono} tam={e.clase ? 28 : 22} />
          </span>
          <span class="enlace-texto">{e.texto}</span>
          {e.cuenta && sinLeer.value > 0 ? (
            <span class="punto">
              <span aria-hidden="true">{sinLeer.value > 99 ? "99+" : sinLeer.value}</span>
              <span class="oculto">{t.nav.sinLeer(sinLeer.value)}</span>
            </span>
          ) : null}
        </a>
      ))}
    </>
  );
}
