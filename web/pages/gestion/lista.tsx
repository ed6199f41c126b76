import type { ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import { Esqueleto, Falla, Vacio } from "../../components/base/avisos.tsx";
import { Insignia } from "../../components/base/estado.tsx";
import { Icono } from "../../components/base/icono.tsx";
import { Cuando, RelojPlazo } from "../../components/base/tiempo.tsx";
import { arriba } from "../../components/iconos-gestion.ts";
import { ta } from "../../i18n/acciones.ts";
import { tg } from "../../i18n/gestion.ts";
import { t } from "../../i18n/index.ts";
import { type Filtros, rutaBandeja } from "../../lib/filtros.ts";
import type { Bandeja } from "../../state/bandeja.ts";
import { useCategorias, useCuadrillas, useZonas } from "../../state/catalogos.ts";

type Nombres = Map<number, string>;
const nombres = (lista: readonly { id: number; nombre: string }[] | null): Nombres =>
  new Map((lista ?? []).map((x) => [x.id, x.nombre]));

function Fila(p: {
  r: ReclamoFila;
  abierta: boolean;
  recien: boolean;
  filtros: Filtros;
  de: Record<"c" | "z" | "k", Nombres>;
}) {
  const { r, de } = p;
  const partes = [
    `#${r.numero}`,
    de.c.get(r.categoria_id),
    r.zona_id === null ? (r.lat === null ? tg.sinUbicacion : null) : de.z.get(r.zona_id),
    r.cuadrilla_id === null ? null : de.k.get(r.cuadrilla_id),
    r.prioridad === "normal" ? null : ta.prioridades[r.prioridad].toLowerCase(),
    r.ciclo > 1 ? tg.ciclo(r.ciclo) : null,
    r.seguidores > 0 ? tg.vecinos(r.seguidores) : null,
  ].filter(Boolean);
  return (
    <li class={`renglon${p.abierta ? " abierto" : ""}${p.recien ? " recien" : ""}`} data-id={r.id}>
      <h2>
        <a
          class="estirado"
          href={rutaBandeja(p.filtros, r.id)}
          {...(p.abierta ? { "aria-current": "true" as const } : {})}
        >
          {r.titulo}
        </a>
      </h2>
      <Insignia estado={r.estado} />
      <p class="chico suave">
        {partes.join(" · ")} · <Cuando iso={r.creado_en} />
      </p>
      <RelojPlazo iso={r.vence_en} estado={r.estado} />
    </li>
  );
}

type Props = { bandeja: Bandeja; abierto: number | null; filtros: Filtros; limpiar: () => void };

export function Lista({ bandeja, abierto, filtros, limpiar }: Props) {
  const de = { c: nombres(useCategorias()), z: nombres(useZonas()), k: nombres(useCuadrillas()) };
  const { filas } = bandeja;
  if (bandeja.error && !filas)
    return <Falla error={bandeja.error} alReintentar={() => void bandeja.recargar()} />;
  if (!filas) return <Esqueleto filas={8} />;
  return (
    <>
      {bandeja.nuevos > 0 ? (
        <button type="button" class="hay-nuevos" onClick={() => void bandeja.recargar()}>
          <Icono d={arriba} tam={16} /> {tg.nuevos(bandeja.nuevos)}
        </button>
      ) : null}
      <p class="oculto" role="status">
        {bandeja.nuevos > 0 ? tg.nuevos(bandeja.nuevos) : ""}
      </p>
      {filas.length === 0 ? (
        <Vacio titulo={tg.vacio} texto={tg.vacioTexto}>
          <button type="button" class="boton contorno" onClick={limpiar}>
            {tg.limpiar}
          </button>
        </Vacio>
      ) : (
        <ul class="renglones" aria-busy={bandeja.cargando}>
          {filas.map((r) => (
            <Fila
              key={r.id}
              r={r}
              abierta={r.id === abierto}
              recien={bandeja.recientes.has(r.id)}
              filtros={filtros}
              de={de}
            />
          ))}
        </ul>
      )}
      {bandeja.hayMas ? (
        <button
          type="button"
          class="boton contorno ver-mas"
          disabled={bandeja.cargando}
          onClick={() => void bandeja.verMas()}
        >
          {t.comun.verMas}
        </button>
      ) : null}
    </>
  );
}
