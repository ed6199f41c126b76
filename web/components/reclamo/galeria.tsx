import type { Foto } from "../../../contract/esquemas/reclamos.ts";
import type { MomentoFoto } from "../../../contract/vocabulario.ts";
import { ts } from "../../i18n/seguimiento.ts";

const PALABRA: Record<MomentoFoto, string> = {
  antes: ts.seguimiento.antes,
  despues: ts.seguimiento.despues,
};

/** Photos of the problem and of the repair; each opens whole. */
export function Galeria({ fotos, titulo }: { fotos: readonly Foto[]; titulo: string }) {
  if (fotos.length === 0) return null;
  return (
    <ul class={`galeria cuantas-${Math.min(fotos.length, 3)}`}>
      {fotos.map((f) => (
        <li key={f.id} class={f.oculta ? "foto-oculta" : undefined}>
          <a href={f.url} target="_blank" rel="noreferrer">
            <img
              src={f.miniatura}
              alt={`${PALABRA[f.momento]}: ${titulo}`}
              width={f.ancho}
              height={f.alto}
              loading="lazy"
            />
            <span class="rotulo" aria-hidden="true">
              {PALABRA[f.momento]}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
