import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { Accion } from "../../../contract/acciones.ts";
import { Esqueleto, Falla } from "../../components/base/avisos.tsx";
import { ConSesion } from "../../components/base/con-sesion.tsx";
import { Icono } from "../../components/base/icono.tsx";
import { navegar } from "../../components/iconos-gestion.ts";
import { atras } from "../../components/iconos-varios.ts";
import { DetalleReclamo } from "../../components/reclamo/detalle.tsx";
import { tg } from "../../i18n/gestion.ts";
import { comoLlegar } from "../../lib/rutas.ts";
import { useReclamoVivo } from "../../state/reclamo.ts";

function Detalle({ id }: { id: number }) {
  const vivo = useReclamoVivo(id);
  const [abierta, abrir] = useState<Accion | null>(null);
  const r = vivo.reclamo;
  if (!r)
    return vivo.error ? (
      <Falla error={vivo.error} alReintentar={() => void vivo.releer()} />
    ) : (
      <Esqueleto filas={4} />
    );
  return (
    <>
      <h1 class="oculto">{r.titulo}</h1>
      <a
        class="boton contorno ancho"
        href={comoLlegar(r.direccion, r.lat, r.lng)}
        target="_blank"
        rel="noreferrer"
      >
        <Icono d={navegar} /> {tg.campo.comoLlegar}
      </a>
      <DetalleReclamo vivo={vivo} r={r} abierta={abierta} abrir={abrir} gestion={false} />
    </>
  );
}

export default function DetalleCampo() {
  const id = Number(useRoute().params.id);
  return (
    <div class="pagina angosta">
      <a class="boton-volver visible" href="/campo">
        <Icono d={atras} /> {tg.volverALista}
      </a>
      <ConSesion roles={["cuadrilla", "supervisor", "admin"]}>
        {() => <Detalle id={id} />}
      </ConSesion>
    </div>
  );
}
