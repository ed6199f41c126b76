import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { t } from "../../i18n/index.ts";

type Atributos = { id: string; "aria-invalid"?: "true"; "aria-describedby"?: string; name: string };
type Props = {
  nombre: string;
  etiqueta: string;
  ayuda?: string;
  error?: string | undefined;
  opcional?: boolean;
  children: (atributos: Atributos) => ComponentChildren;
};

/** A labelled control with its help and, beside it, its error. */
export function Campo({ nombre, etiqueta, ayuda, error, opcional, children }: Props) {
  const id = useId();
  const descrito = [error ? `${id}-e` : "", ayuda ? `${id}-a` : ""].filter(Boolean).join(" ");
  return (
    <div class={`campo${error ? " con-error" : ""}`}>
      <label for={id}>
        {etiqueta}
        {opcional ? <span class="suave"> ({t.comun.opcional})</span> : null}
      </label>
      {children({
        id,
        name: nombre,
        ...(error ? { "aria-invalid": "true" as const } : {}),
        ...(descrito ? { "aria-describedby": descrito } : {}),
      })}
      {error ? (
        <p class="error" id={`${id}-e`}>
          {error}
        </p>
      ) : null}
      {ayuda ? (
        <p class="ayuda" id={`${id}-a`}>
          {ayuda}
        </p>
      ) : null}
    </div>
  );
}
