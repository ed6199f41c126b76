import { Icono } from "../../components/base/icono.tsx";
import { tilde } from "../../components/iconos.ts";
import { tn } from "../../i18n/reporte.ts";
import { dia } from "../../lib/fechas.ts";
import { useAhora } from "../../state/reloj.ts";
import type { Fin } from "./envio.ts";

function Contenido({ fin }: { fin: Fin }) {
  const ahora = useAhora();
  if (fin.tipo === "yaEstaba")
    return (
      <>
        <h1>{tn.yaEstaba}</h1>
        <p>{tn.yaEstabaTexto}</p>
        <a class="boton ancho" href="/mis-reclamos">
          {tn.verMios}
        </a>
      </>
    );
  const { r } = fin;
  return (
    <>
      {fin.tipo === "enviado" ? <p class="insignia e-resuelto">{tn.enviado}</p> : null}
      <h1>{fin.tipo === "enviado" ? tn.listo(r.numero) : tn.sumado(r.numero)}</h1>
      {fin.tipo === "sumado" ? <p>{tn.sumadoTexto}</p> : null}
      {r.vence_en ? <p class="grande">{tn.promesa(dia(r.vence_en, ahora))}</p> : null}
      <p class="suave">
        {tn.tuCodigo}: <strong class="codigo">{r.codigo}</strong>
      </p>
      <a class="boton ancho" href={`/r/${r.codigo}`}>
        {tn.seguilo}
      </a>
    </>
  );
}

/** How it ended, told from what the server answered. */
export function Listo({ fin }: { fin: Fin }) {
  return (
    <div class="listo">
      <span class="listo-tilde">
        <Icono d={tilde} tam={40} />
      </span>
      <Contenido fin={fin} />
      <a class="boton contorno ancho" href="/reportar">
        {tn.otro}
      </a>
    </div>
  );
}
