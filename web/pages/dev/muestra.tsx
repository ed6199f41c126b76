import type { ComponentChildren } from "preact";

type Props = { titulo: string; nota?: string; children: ComponentChildren };

/** One component in all its states. */
export const Muestra = ({ titulo, nota, children }: Props) => (
  <section class="dev-muestra">
    <h2>{titulo}</h2>
    {nota ? <p class="suave">{nota}</p> : null}
    <div class="dev-ejemplos">{children}</div>
  </section>
);
