import type { ComponentChildren } from "preact";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { ta } from "../../i18n/acciones.ts";
import { tg } from "../../i18n/gestion.ts";
import { dia, exacta } from "../../lib/fechas.ts";
import { motivoEnPalabras } from "../../lib/frases.ts";
import { useCuadrillas } from "../../state/catalogos.ts";
import { useAhora } from "../../state/reloj.ts";
import { Cuando, RelojPlazo } from "../base/tiempo.tsx";
import { Categoria } from "../categorias.tsx";

type Fila = readonly [nombre: string, valor: ComponentChildren];

/** Every field of a reclamo, for staff. */
export function DatosReclamo({ r, gestion }: { r: Reclamo; gestion: boolean }) {
  const ahora = useAhora();
  const cuadrilla = useCuadrillas(gestion)?.find((c) => c.id === r.cuadrilla_id);
  const carga = cuadrilla
    ? ta.campos.cuadrillaCarga(cuadrilla.nombre, cuadrilla.abiertos, cuadrilla.capacidad)
    : (r.cuadrilla?.nombre ?? tg.sinCuadrilla);
  const filas: (Fila | null)[] = [
    [tg.lugar, r.direccion],
    [tg.categoria, <Categoria key="c" categoria={r.categoria} />],
    [tg.zona, r.zona?.nombre ?? (r.lat === null ? tg.sinUbicacion : tg.sinZona)],
    [tg.prioridad, ta.prioridades[r.prioridad]],
    [tg.cuadrilla, carga],
    r.vence_en
      ? [
          tg.prometido,
          <span key="p">
            {dia(r.vence_en, ahora)} · <RelojPlazo iso={r.vence_en} estado={r.estado} />
          </span>,
        ]
      : null,
    r.programado_para ? [tg.programado, exacta(r.programado_para)] : null,
    r.creador
      ? [
          tg.reporto,
          [r.creador.nombre, r.creador.email, r.creador.telefono].filter(Boolean).join(" · "),
        ]
      : null,
    [tg.canal, tg.canales[r.canal]],
    [tg.creado, <Cuando key="k" iso={r.creado_en} />],
    [tg.seguidores, tg.vecinos(r.seguidores)],
    r.motivo_rechazo ? [ta.campos.motivo, motivoEnPalabras(r.motivo_rechazo)] : null,
    r.calificacion ? [ta.campos.estrellas, ta.campos.estrella(r.calificacion.estrellas)] : null,
    [
      tg.codigo,
      <a key="e" href={`/r/${r.codigo}`}>
        {r.codigo}
      </a>,
    ],
  ];
  return (
    <dl class="ficha">
      {filas.map((f) =>
        f ? (
          <div key={f[0]}>
            <dt>{f[0]}</dt>
            <dd>{f[1]}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
