import { useEffect, useState } from "preact/hooks";
import type { FotoElegida } from "../../components/fotos.tsx";
import { tn } from "../../i18n/reporte.ts";

function Propia({ foto, n }: { foto: FotoElegida; n: number }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const u = URL.createObjectURL(foto.blob);
    setUrl(u);
    return () => URL.revokeObjectURL(u);
  }, [foto.blob]);
  return <li>{url ? <img src={url} alt={tn.foto(n)} width={400} height={300} /> : null}</li>;
}

/** The draft's own photos, as the public will see them. */
export function FotosPropias({ fotos }: { fotos: readonly FotoElegida[] }) {
  if (fotos.length === 0) return <p class="suave">{tn.sinFotos}</p>;
  return (
    <ul class={`galeria cuantas-${Math.min(fotos.length, 3)}`}>
      {fotos.map((f, i) => (
        <Propia key={f.clave} foto={f} n={i + 1} />
      ))}
    </ul>
  );
}
