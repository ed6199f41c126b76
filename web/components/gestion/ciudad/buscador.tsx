import { useEffect, useRef } from "preact/hooks";
import { Icono } from "../../base/icono.tsx";
import { lupa } from "../../iconos-varios.ts";

const ESPERA_MS = 300;

/** A search for a person. What is typed is somebody's own: it stays out of the page's address. */
export function Buscador({
  etiqueta,
  alBuscar,
}: {
  etiqueta: string;
  alBuscar: (q: string) => void;
}) {
  const espera = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(espera.current), []);
  return (
    <search class="caja-busqueda">
      <Icono d={lupa} />
      <input
        type="search"
        aria-label={etiqueta}
        placeholder={etiqueta}
        onInput={(e) => {
          const q = e.currentTarget.value.trim();
          clearTimeout(espera.current);
          espera.current = setTimeout(() => alBuscar(q), ESPERA_MS);
        }}
      />
    </search>
  );
}
