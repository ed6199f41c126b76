import type { ComponentChildren } from "preact";
import { Lateral } from "./lateral.tsx";

/** Any page of the desk: the way around, and the page beside it. It scrolls by itself on a desk. */
export function MarcoGestion({ children }: { children: ComponentChildren }) {
  return (
    <div class="marco-gestion">
      <Lateral />
      <div class="marco-cuerpo">{children}</div>
    </div>
  );
}
