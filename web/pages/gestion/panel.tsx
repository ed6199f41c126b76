import type { Accion } from "../../../contract/acciones.ts";
import { Esqueleto, Falla } from "../../components/base/avisos.tsx";
import { Insignia } from "../../components/base/estado.tsx";
import { Icono } from "../../components/base/icono.tsx";
import { atras } from "../../components/iconos-varios.ts";
import { DetalleReclamo } from "../../components/reclamo/detalle.tsx";
import { tg } from "../../i18n/gestion.ts";
import { useAsentado } from "../../lib/asentado.ts";
import { type Filtros, rutaBandeja } from "../../lib/filtros.ts";
import type { Bandeja } from "../../state/bandeja.ts";
import { useReclamoVivo } from "../../state/reclamo.ts";

type Props = {
  id: number;
  filtros: Filtros;
  bandeja: Bandeja;
  abierta: Accion | null;
  abrir: (a: Accion | null) => void;
};

/** The reclamo beside the list. Going quickly past many, only the one where one stays is read. */
export function Panel({ id, filtros, bandeja, abierta, abrir }: Props) {
  const vivo = useReclamoVivo(useAsentado(id));
  const fila = bandeja.filas?.find((f) => f.id === id);
  const r = vivo.reclamo?.id === id ? vivo.reclamo : null;
  return (
    <>
      <a class="boton-volver" href={rutaBandeja(filtros)}>
        <Icono d={atras} /> {tg.volverALista}
      </a>
      {r ? (
        <DetalleReclamo
          key={id}
          vivo={vivo}
          r={r}
          abierta={abierta}
          abrir={abrir}
          alCambiar={bandeja.poner}
          gestion
        />
      ) : vivo.error ? (
        <Falla error={vivo.error} alReintentar={() => void vivo.releer()} />
      ) : (
        <>
          {fila ? (
            <header class="detalle-cabeza">
              <p class="fila chico suave">
                <Insignia estado={fila.estado} /> #{fila.numero}
              </p>
              <h2 class="detalle-titulo" tabIndex={-1}>
                {fila.titulo}
              </h2>
            </header>
          ) : null}
          <Esqueleto filas={5} />
        </>
      )}
    </>
  );
}
