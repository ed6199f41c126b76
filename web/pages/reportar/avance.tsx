import { useLocation } from "preact-iso";
import { Icono } from "../../components/base/icono.tsx";
import { atras } from "../../components/iconos-varios.ts";
import { t } from "../../i18n/index.ts";
import { tr } from "../../i18n/reportar.ts";
import { anteriorDe, CUANTOS, numeroDe, type Paso, rutaDe } from "./pasos.ts";

/** Addresses walked through in this page, so that the arrow goes back as the browser's own does. */
const camino: string[] = [];
export function anotarPaso(url: string): void {
  if (camino.at(-2) === url) camino.pop();
  else if (camino.at(-1) !== url) camino.push(url);
}

/** The way back and how far one is. */
export function Avance({ paso }: { paso: Paso }) {
  const { url } = useLocation();
  const anterior = anteriorDe(paso);
  const n = numeroDe(paso);
  const volver = (e: MouseEvent) => {
    const previa = camino.at(-1) === url ? camino.at(-2) : undefined;
    if (!anterior || previa !== rutaDe(anterior)) return;
    e.preventDefault();
    history.back();
  };
  return (
    <div class="avance con-js">
      <a class="boton-icono" href={anterior ? rutaDe(anterior) : "/"} onClick={volver}>
        <Icono d={atras} />
        <span class="oculto">{t.comun.volver}</span>
      </a>
      <div class="rayas" aria-hidden="true">
        {Array.from({ length: CUANTOS }, (_, i) => (
          <i key={i} class={i < n ? "hecha" : ""} />
        ))}
      </div>
      <span class="chico suave">
        <span aria-hidden="true">{tr.paso(n, CUANTOS)}</span>
        <span class="oculto">{tr.avance(n, CUANTOS)}</span>
      </span>
    </div>
  );
}
