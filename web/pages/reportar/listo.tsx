import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { Icono } from "../../components/base/icono.tsx";
import { tilde } from "../../components/iconos.ts";
import { tr } from "../../i18n/reportar.ts";
import { dia } from "../../lib/fechas.ts";
import { useAhora } from "../../state/reloj.ts";

/** The success, told from what the server answered. */
export function Listo({ r, alSeguir }: { r: Reclamo; alSeguir: () => void }) {
  const ahora = useAhora();
  return (
    <div class="listo">
      <span class="listo-tilde">
        <Icono d={tilde} tam={40} />
      </span>
      <h1 tabIndex={-1} ref={(h) => h?.focus()}>
        {tr.listo(r.numero)}
      </h1>
      {r.vence_en ? <p class="grande">{tr.promesa(dia(r.vence_en, ahora))}</p> : null}
      <p class="suave">
        {tr.tuCodigo}: <strong class="codigo">{r.codigo}</strong>
      </p>
      <div class="pila">
        <a class="boton ancho" href={`/r/${r.codigo}`}>
          {tr.seguilo}
        </a>
        <button type="button" class="boton contorno ancho" onClick={alSeguir}>
          {tr.otro}
        </button>
      </div>
    </div>
  );
}
