import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { to } from "../../../i18n/oficina.ts";
import type { Curva, Dibujo } from "./dibujar.ts";

function Muestra({ c }: { c: Curva }) {
  return (
    <span class="muestra">
      <svg class={`tinta${c.color}`} width="28" height="10" aria-hidden="true">
        <line
          x1="0"
          x2="28"
          y1="5"
          y2="5"
          stroke="currentColor"
          stroke-width="3"
          {...(c.cortada ? { "stroke-dasharray": "8 5" } : {})}
        />
      </svg>
      {c.nombre}
    </span>
  );
}

type Props = { titulo: string; dibujo: Dibujo; children: ComponentChildren };

/** A chart for the eyes, and below it the table that says the same to everybody. Its code comes with it. */
export function Grafico({ titulo, dibujo, children }: Props) {
  const caja = useRef<HTMLDivElement>(null);
  const [fallo, setFallo] = useState(false);
  const que = JSON.stringify(dibujo);
  useEffect(() => {
    let vivo = true;
    let quitar: (() => void) | null = null;
    import("./dibujar.ts").then(
      ({ dibujar }) => {
        if (vivo && caja.current) quitar = dibujar(caja.current, JSON.parse(que) as Dibujo);
      },
      () => vivo && setFallo(true),
    );
    return () => {
      vivo = false;
      quitar?.();
    };
  }, [que]);
  return (
    <section class="tarjeta pila grafico" aria-label={titulo}>
      <h2>{titulo}</h2>
      {dibujo.curvas.length > 1 ? (
        <p class="fila envuelve chico" aria-hidden="true">
          {dibujo.curvas.map((c) => (
            <Muestra key={c.nombre} c={c} />
          ))}
        </p>
      ) : null}
      {fallo ? (
        <p class="ayuda">{to.panel.sinGrafico}</p>
      ) : (
        <div ref={caja} class="grafico-caja" aria-hidden="true" />
      )}
      <details class="tabla-de" open={fallo}>
        <summary>{to.panel.verTabla}</summary>
        {children}
      </details>
    </section>
  );
}
