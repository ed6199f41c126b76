import { Icono } from "../../components/base/icono.tsx";
import { Marca } from "../../components/base/marca.tsx";
import { BotonCuenta } from "../../components/cascara/cuenta.tsx";
import { bandeja, campana, mas } from "../../components/iconos.ts";
import { lugarTachado, personaQuitar, relojAlerta } from "../../components/iconos-gestion.ts";
import { reabrir } from "../../components/iconos-reclamo.ts";
import { tg } from "../../i18n/gestion.ts";
import { t } from "../../i18n/index.ts";
import { escribirFiltros, type Filtros, rutaBandeja } from "../../lib/filtros.ts";
import { sinLeer } from "../../state/novedades.ts";

/** Lists that staff look at every day, each with its address. */
const VISTAS: readonly [texto: string, filtros: Filtros, icono: string][] = [
  [tg.vencidos, { vencidos: "1" }, relojAlerta],
  [tg.sinAsignar, { sin_asignar: "1" }, personaQuitar],
  [tg.reabiertos, { reabiertos: "1" }, reabrir],
  [tg.sinUbicar, { sin_ubicar: "1" }, lugarTachado],
];

export function Lateral({ filtros }: { filtros: Filtros }) {
  const actual = escribirFiltros(filtros);
  const enlace = (texto: string, f: Filtros, icono: string) => (
    <a
      key={texto}
      href={rutaBandeja(f)}
      {...(escribirFiltros(f) === actual ? { "aria-current": "page" as const } : {})}
    >
      <Icono d={icono} /> {texto}
    </a>
  );
  return (
    <div class="lateral">
      <a class="marca" href="/">
        <Marca /> {t.municipio}
      </a>
      <nav aria-label={tg.secciones}>
        {enlace(tg.titulo, {}, bandeja)}
        <h2>{tg.vistas}</h2>
        {VISTAS.map(([texto, f, icono]) => enlace(texto, f, icono))}
        <h2>{t.municipio}</h2>
        <a href="/avisos">
          <Icono d={campana} /> {t.nav.avisos}
          {sinLeer.value > 0 ? <span class="cuenta-lateral">{sinLeer.value}</span> : null}
        </a>
        <a href="/reportar">
          <Icono d={mas} /> {t.nav.reportar}
        </a>
      </nav>
      <BotonCuenta />
    </div>
  );
}
