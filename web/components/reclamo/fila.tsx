import type { ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import { Insignia } from "../base/estado.tsx";
import { Cuando, RelojPlazo } from "../base/tiempo.tsx";

/** A reclamo in a vecino's list. */
export function FilaReclamo({ r, href, nota }: { r: ReclamoFila; href: string; nota?: string }) {
  return (
    <li class="tarjeta fila-reclamo">
      <div class="fila entre arriba">
        <a class="estirado titulo-fila" href={href}>
          {r.titulo}
        </a>
        <Insignia estado={r.estado} />
      </div>
      <p class="chico suave">
        #{r.numero} · {r.direccion}
        {nota ? ` · ${nota}` : ""}
      </p>
      <p class="chico suave fila entre">
        <Cuando iso={r.creado_en} />
        <RelojPlazo iso={r.vence_en} estado={r.estado} />
      </p>
    </li>
  );
}
