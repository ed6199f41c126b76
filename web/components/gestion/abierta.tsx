import { useState } from "preact/hooks";
import type { Accion } from "../../../contract/acciones.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { tt } from "../../i18n/tablero.ts";
import { useReclamoVivo } from "../../state/reclamo.ts";
import { Esqueleto, Falla } from "../base/avisos.tsx";
import { Dialogo } from "../base/dialogo.tsx";
import { DetalleReclamo } from "../reclamo/detalle.tsx";

type Props = { id: number; alCerrar: () => void; alCambiar: (r: Reclamo) => void };

/** A reclamo whole, over the board or the map, with everything that may be done with it. */
export function Abierta({ id, alCerrar, alCambiar }: Props) {
  const vivo = useReclamoVivo(id);
  const [abierta, abrir] = useState<Accion | null>(null);
  return (
    <Dialogo titulo={tt.abierto(id)} alCerrar={alCerrar}>
      {vivo.reclamo ? (
        <div class="pagina">
          <DetalleReclamo
            vivo={vivo}
            r={vivo.reclamo}
            abierta={abierta}
            abrir={abrir}
            alCambiar={alCambiar}
            gestion
          />
        </div>
      ) : vivo.error ? (
        <Falla error={vivo.error} alReintentar={() => void vivo.releer()} />
      ) : (
        <Esqueleto filas={5} />
      )}
    </Dialogo>
  );
}
