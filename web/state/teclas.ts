import { useEffect } from "preact/hooks";

const SIN_TEXTO = /^(checkbox|radio|button|submit|file)$/;
const escribiendo = (x: EventTarget | null): boolean =>
  x instanceof HTMLInputElement
    ? !SIN_TEXTO.test(x.type)
    : x instanceof HTMLElement && (x.isContentEditable || /^(TEXTAREA|SELECT)$/.test(x.tagName));

/** What a key does; false leaves it to the browser. */
type Hacer = (e: KeyboardEvent) => unknown;

/** Single-key shortcuts, silent while one types, in a dialog, or with a modifier held. */
export function useTeclas(teclas: Record<string, Hacer>): void {
  useEffect(() => {
    const oir = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.metaKey || e.altKey || escribiendo(e.target)) return;
      if (document.querySelector("dialog[open]")) return;
      const hacer = teclas[e.key];
      if (hacer && hacer(e) !== false) e.preventDefault();
    };
    addEventListener("keydown", oir);
    return () => removeEventListener("keydown", oir);
  }, [teclas]);
}
