import { useEffect, useMemo, useRef } from "preact/hooks";
import { Esqueleto, Falla, Vacio } from "../../components/base/avisos.tsx";
import { Icono } from "../../components/base/icono.tsx";
import { arriba } from "../../components/iconos-gestion.ts";
import { tb } from "../../i18n/bandeja.ts";
import { tg } from "../../i18n/gestion.ts";
import { t } from "../../i18n/index.ts";
import { type Filtros, rutaBandeja } from "../../lib/filtros.ts";
import type { Bandeja } from "../../state/bandeja.ts";
import { useCategorias, useCuadrillas, useZonas } from "../../state/catalogos.ts";
import type { Seleccion } from "../../state/seleccion.ts";
import { type Catalogos, Fila, type Nombres } from "./fila.tsx";

const nombres = (lista: readonly { id: number; nombre: string }[] | null): Nombres =>
  new Map((lista ?? []).map((x) => [x.id, x.nombre]));

function useCatalogos(): Catalogos {
  const [c, z, k] = [useCategorias(), useZonas(), useCuadrillas()];
  return useMemo(() => ({ c: nombres(c), z: nombres(z), k: nombres(k) }), [c, z, k]);
}

/** Asks for more as its end comes into sight; a button all the same, for who does not scroll. */
function VerMas({ cargando, pedir }: { cargando: boolean; pedir: () => void }) {
  const ref = useRef<HTMLButtonElement>(null);
  const ultimo = useRef(pedir);
  ultimo.current = pedir;
  useEffect(() => {
    const boton = ref.current;
    if (!boton || cargando) return;
    const mirar = new IntersectionObserver(([e]) => e?.isIntersecting && ultimo.current());
    mirar.observe(boton);
    return () => mirar.disconnect();
  }, [cargando]);
  return (
    <button
      ref={ref}
      type="button"
      class="boton contorno ver-mas"
      disabled={cargando}
      onClick={pedir}
    >
      {cargando ? tb.cargandoMas : t.comun.verMas}
    </button>
  );
}

type Props = {
  bandeja: Bandeja;
  abierto: number | null;
  filtros: Filtros;
  seleccion: Seleccion;
  limpiar: () => void;
  traerNuevos: () => void;
};

export function Lista({ bandeja, abierto, filtros, seleccion, limpiar, traerNuevos }: Props) {
  const de = useCatalogos();
  const { filas, nuevos } = bandeja;
  if (bandeja.error && !filas)
    return <Falla error={bandeja.error} alReintentar={() => void bandeja.recargar()} />;
  if (!filas) return <Esqueleto filas={8} />;
  return (
    <>
      {nuevos > 0 ? (
        <button type="button" class="hay-nuevos" onClick={traerNuevos}>
          <Icono d={arriba} tam={16} /> {tg.nuevos(nuevos)}
        </button>
      ) : null}
      <p class="oculto" role="status">
        {nuevos > 0 ? tg.nuevos(nuevos) : ""}
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
              elegida={seleccion.tiene(r.id)}
              href={rutaBandeja(filtros, r.id)}
              de={de}
              alternar={seleccion.alternar}
            />
          ))}
        </ul>
      )}
      {bandeja.error ? (
        <Falla error={bandeja.error} alReintentar={() => void bandeja.recargar()} />
      ) : bandeja.hayMas ? (
        <VerMas cargando={bandeja.cargando} pedir={() => void bandeja.verMas()} />
      ) : null}
    </>
  );
}
