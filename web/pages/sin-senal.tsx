import { useEffect } from "preact/hooks";
import { Vacio } from "../components/base/avisos.tsx";
import { t } from "../i18n/index.ts";
import { tn } from "../i18n/senal.ts";
import { recargarConSenal } from "../lib/senal.ts";

/** In place of a page that is not kept here and cannot come: what can be done without signal. */
export default function SinSenal() {
  useEffect(recargarConSenal, []);
  return (
    <div class="pagina angosta">
      <Vacio solo titulo={tn.titulo} texto={tn.texto}>
        <button type="button" class="boton" onClick={() => location.reload()}>
          {t.comun.reintentar}
        </button>
      </Vacio>
      <h2>{tn.seguir}</h2>
      <ul class="lista-simple">
        <li class="tarjeta">
          <a href="/reportar">{tn.reportar}</a>
          <p class="suave">{tn.reportarTexto}</p>
        </li>
        <li class="tarjeta">
          <a href="/campo">{tn.campo}</a>
          <p class="suave">{tn.campoTexto}</p>
        </li>
      </ul>
    </div>
  );
}
