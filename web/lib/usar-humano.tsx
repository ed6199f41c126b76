import { useRef } from "preact/hooks";
import { useDatos } from "../datos.ts";
import { useCarga } from "./carga.ts";

/** What shows that a person sends the form, once; null when there is nothing to show. */
export type Prueba = () => Promise<string | null>;

const cargar = () => import("#despues/components/base/humano.tsx").then((m) => m.Humano);

/**
 * Cloudflare's check on a form, where the city asks for it; elsewhere nothing is loaded and nothing shows.
 * @returns what to draw above the button, and what to take when it is pressed
 */
export function useHumano(accion: "registro" | "reporte") {
  const { humano } = useDatos();
  const prueba = useRef<Prueba>(async () => null);
  const Humano = useCarga(cargar, humano !== undefined);
  return {
    comprobacion:
      Humano && humano ? <Humano clave={humano} accion={accion} prueba={prueba} /> : null,
    probar: () => prueba.current(),
  };
}
