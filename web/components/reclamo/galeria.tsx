import { useState } from "preact/hooks";
import type { Foto } from "../../../contract/esquemas/reclamos.ts";
import type { MomentoFoto } from "../../../contract/vocabulario.ts";
import { ts } from "../../i18n/seguimiento.ts";
import { useCarga } from "../../lib/carga.ts";

const PALABRA: Record<MomentoFoto, string> = {
  antes: ts.seguimiento.antes,
  despues: ts.seguimiento.despues,
};

const cargarVisor = () => import("#despues/components/reclamo/visor.tsx").then((m) => m.default);

/** Photos of the problem and of the repair; each opens whole, in a tab of its own where there is no JavaScript. */
export function Galeria({ fotos, titulo }: { fotos: readonly Foto[]; titulo: string }) {
  const [abierta, abrir] = useState<number | null>(null);
  const Visor = useCarga(cargarVisor, abierta !== null);
  if (fotos.length === 0) return null;
  const descripcion = (f: Foto) => `${PALABRA[f.momento]}: ${titulo}`;
  const mirar = (e: MouseEvent, i: number) => {
    if (e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    abrir(i);
  };
  return (
    <>
      <ul class={`galeria cuantas-${Math.min(fotos.length, 3)}`}>
        {fotos.map((f, i) => (
          <li key={f.id} class={f.oculta ? "foto-oculta" : undefined}>
            <a href={f.url} target="_blank" rel="noreferrer" onClick={(e) => mirar(e, i)}>
              <img
                src={f.miniatura}
                alt={descripcion(f)}
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
      {Visor && abierta !== null ? (
        <Visor
          fotos={fotos}
          desde={abierta}
          descripcion={descripcion}
          alCerrar={() => abrir(null)}
        />
      ) : null}
    </>
  );
}
