import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { Icono } from "../../components/base/icono.tsx";
import { sinRed, tilde } from "../../components/iconos.ts";
import { tn } from "../../i18n/reporte.ts";
import { dia } from "../../lib/fechas.ts";
import { cola } from "../../state/cola.ts";
import { useAhora } from "../../state/reloj.ts";
import type { Fin } from "./envio.ts";

function Recibido({ r, titulo, texto }: { r: Reclamo; titulo: string; texto?: string }) {
  const ahora = useAhora();
  return (
    <>
      <h1>{titulo}</h1>
      {texto ? <p>{texto}</p> : null}
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

const Enviado = () => (
  <span class="insignia e-resuelto">
    <Icono d={tilde} tam={15} /> {tn.enviado}
  </span>
);

/** Kept here; when it goes, this same screen says so. */
function Guardado({ id }: { id: number }) {
  const e = cola.envios.value.find((x) => x.id === id);
  if (e?.estado === "enviado") {
    const r = e.respuesta as Reclamo;
    return <Recibido r={r} titulo={tn.listo(r.numero)} />;
  }
  return (
    <>
      <h1>{tn.guardado.titulo}</h1>
      <p>{e?.problema?.detail ?? tn.guardado.texto}</p>
      <button type="button" class="boton contorno ancho" onClick={() => cola.despertar()}>
        {tn.guardado.probar}
      </button>
    </>
  );
}

function Contenido({ fin }: { fin: Fin }) {
  if (fin.tipo === "porConfirmar")
    return (
      <>
        <h1>{tn.porConfirmar.titulo}</h1>
        <p>{tn.porConfirmar.texto(fin.email, fin.dias)}</p>
      </>
    );
  if (fin.tipo === "guardado") return <Guardado id={fin.id} />;
  if (fin.tipo === "enviado") return <Recibido r={fin.r} titulo={tn.listo(fin.r.numero)} />;
  if (fin.tipo === "sumado")
    return <Recibido r={fin.r} titulo={tn.sumado(fin.r.numero)} texto={tn.sumadoTexto} />;
  return (
    <>
      <h1>{tn.yaEstaba}</h1>
      <p>{tn.yaEstabaTexto}</p>
      <a class="boton ancho" href="/mis-reclamos">
        {tn.verMios}
      </a>
    </>
  );
}

/** How it ended: sent, told from what the server answered, or kept here until there is a signal. */
export function Listo({ fin }: { fin: Fin }) {
  const espera =
    fin.tipo === "guardado" && cola.envios.value.find((x) => x.id === fin.id)?.estado !== "enviado";
  return (
    <div class="listo">
      <span class={`listo-tilde${espera ? " espera" : ""}`}>
        <Icono d={espera ? sinRed : tilde} tam={40} />
      </span>
      <p role="status">
        {espera ? (
          <span class="insignia e-asignado">
            <Icono d={sinRed} tam={15} /> {tn.guardado.aca}
          </span>
        ) : fin.tipo === "porConfirmar" ? (
          <span class="insignia e-asignado">{tn.porConfirmar.espera}</span>
        ) : fin.tipo === "sumado" ? null : (
          <Enviado />
        )}
      </p>
      <Contenido fin={fin} />
      <a class="boton contorno ancho" href="/reportar">
        {tn.otro}
      </a>
    </div>
  );
}
