import { useEffect } from "preact/hooks";
import { useDatos } from "../datos.ts";
import { nombreDe } from "../state/ciudad.ts";

/** The tab's name, for a page whose words only its own readers load. */
export function useTitulo(titulo: string): void {
  const municipio = nombreDe(useDatos());
  useEffect(() => {
    document.title = `${titulo} · ${municipio}`;
  }, [titulo, municipio]);
}
