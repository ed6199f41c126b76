import { useEffect } from "preact/hooks";
import { t } from "../i18n/index.ts";

/** The tab's name, for a page whose words only its own readers load. */
export function useTitulo(titulo: string): void {
  useEffect(() => {
    document.title = `${titulo} · ${t.municipio}`;
  }, [titulo]);
}
