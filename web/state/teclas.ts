import { useEffect } from "preact/hooks";

const escribiendo = (x: EventTarget | null): boolean =>
  x instanceof HTMLElement && (x.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(x.tagName));

/** Single-key shortcuts, silent while one types, in a dialog, or with a modifier held. */
export function useTeclas(teclas: Record<string, () => void>): void {
  useEffect(() => {
    const oir = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.metaKey || e.altKey || escribiendo(e.target)) return;
      if (document.querySelector("dialog[open]")) return;
      const hacer = teclas[e.key];
      if (!hacer) return;
      e.preventDefault();
      hacer();
    };
    addEventListener("keydown", oir);
    return () => removeEventListener("keydown", oir);
  }, [teclas]);
}
