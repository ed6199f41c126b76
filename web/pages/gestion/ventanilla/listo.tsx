import type { Reclamo } from "../../../../contract/esquemas/reclamos.ts";
import { Icono } from "../../../components/base/icono.tsx";
import { tilde } from "../../../components/iconos.ts";
import { to } from "../../../i18n/oficina.ts";
import { dia } from "../../../lib/fechas.ts";
import { rutaBandeja } from "../../../lib/filtros.ts";
import { useAhora } from "../../../state/reloj.ts";

/** In groups, as one says it over the telephone. */
const enGrupos = (codigo: string): string => codigo.replace(/^(.{3})(.{3})/, "$1 $2 ");

/** What to read aloud, from the answer: the number, the code, the promise. */
export function Listo({ r, alSeguir }: { r: Reclamo; alSeguir: () => void }) {
  const ahora = useAhora();
  return (
    <div class="listo dictar">
      <span class="listo-tilde">
        <Icono d={tilde} tam={40} />
      </span>
      <h1 tabIndex={-1} ref={(h) => h?.focus()}>
        {to.ventanilla.anotado}
      </h1>
      <dl>
        <div>
          <dt>{to.ventanilla.numero}</dt>
          <dd class="dictado">#{r.numero}</dd>
        </div>
        <div>
          <dt>{to.ventanilla.codigo}</dt>
          <dd class="dictado codigo">
            <span aria-hidden="true">{enGrupos(r.codigo)}</span>
            <span class="oculto">{[...r.codigo].join(" ")}</span>
          </dd>
        </div>
        {r.vence_en ? (
          <div>
            <dt>{to.ventanilla.promesa}</dt>
            <dd class="grande">{dia(r.vence_en, ahora)}</dd>
          </div>
        ) : null}
      </dl>
      <div class="fila envuelve">
        <button type="button" class="boton" onClick={alSeguir}>
          {to.ventanilla.otro}
        </button>
        <a class="boton contorno" href={rutaBandeja({}, r.id)}>
          {to.ventanilla.abrir}
        </a>
      </div>
    </div>
  );
}
