import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { t } from "../../i18n/index.ts";
import { cruz } from "../iconos.ts";
import { Icono } from "./icono.tsx";

type Props = { titulo: string; alCerrar: () => void; children: ComponentChildren };

/** The platform's own modal dialog: it keeps the focus in, gives it back, and closes with Escape. */
export function Dialogo({ titulo, alCerrar, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const d = ref.current;
    const antes = document.activeElement;
    if (d && !d.open) d.showModal();
    return () => {
      d?.close();
      // It is out of the page by now, where closing gives no focus back; and a key may have taken it elsewhere since.
      const suelto =
        document.activeElement === document.body || d?.contains(document.activeElement);
      if (suelto && antes instanceof HTMLElement) antes.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      class="dialogo"
      aria-labelledby={id}
      onCancel={(e) => {
        e.preventDefault();
        alCerrar();
      }}
    >
      <header class="dialogo-cabeza">
        <h2 id={id}>{titulo}</h2>
        <button type="button" class="boton-icono" onClick={alCerrar}>
          <Icono d={cruz} />
          <span class="oculto">{t.comun.cerrar}</span>
        </button>
      </header>
      {children}
    </dialog>
  );
}
