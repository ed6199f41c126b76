import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { tb } from "../../i18n/bandeja.ts";
import { Icono } from "../base/icono.tsx";
import { candado } from "../iconos-historial.ts";

/** What the public does not see, or sees otherwise than it was reported, and the way to undo it. Nothing when all is as reported. */
export function Moderacion({ r, cambiar }: { r: Reclamo; cambiar?: () => void }) {
  const ocultas = r.fotos.filter((f) => f.oculta).length;
  const { titulo = null, descripcion = null } = r.publico ?? {};
  if (!r.oculto && titulo === null && descripcion === null && ocultas === 0) return null;
  return (
    <section class="moderacion">
      <h3>
        <Icono d={candado} tam={18} /> {tb.moderacion.titulo}
      </h3>
      {r.oculto ? <p>{tb.moderacion.oculto}</p> : null}
      <dl>
        {titulo === null ? null : (
          <>
            <dt>{tb.moderacion.tituloPublico}</dt>
            <dd>{titulo}</dd>
          </>
        )}
        {descripcion === null ? null : (
          <>
            <dt>{tb.moderacion.textoPublico}</dt>
            <dd class="dicho">{descripcion}</dd>
          </>
        )}
      </dl>
      {ocultas > 0 ? <p>{tb.moderacion.fotosOcultas(ocultas)}</p> : null}
      {cambiar ? (
        <button type="button" class="enlace" onClick={cambiar}>
          {tb.moderacion.cambiar}
        </button>
      ) : null}
    </section>
  );
}
