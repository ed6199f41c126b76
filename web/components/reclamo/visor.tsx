import { useEffect, useState } from "preact/hooks";
import type { Foto } from "../../../contract/esquemas/reclamos.ts";
import { tf } from "../../i18n/fotos.ts";
import { Dialogo } from "../base/dialogo.tsx";
import { Icono } from "../base/icono.tsx";
import { atras, siguiente } from "../iconos-varios.ts";
import "../../styles/visor.css";

type Props = {
  fotos: readonly Foto[];
  /** Which one it opens on. */
  desde: number;
  /** What each shows, in words. */
  descripcion: (f: Foto) => string;
  alCerrar: () => void;
};

/** The photos whole, one at a time; the arrow keys go from one to the next. */
export default function Visor({ fotos, desde, descripcion, alCerrar }: Props) {
  const [i, setI] = useState(desde);
  const n = fotos.length;
  const actual = Math.min(i, n - 1);
  const foto = fotos[actual];
  const mover = (paso: 1 | -1) => setI((x) => (Math.min(x, n - 1) + paso + n) % n);
  useEffect(() => {
    const oir = (e: KeyboardEvent) => {
      if (e.key === "ArrowRight") setI((x) => (x + 1) % n);
      if (e.key === "ArrowLeft") setI((x) => (x - 1 + n) % n);
    };
    addEventListener("keydown", oir);
    return () => removeEventListener("keydown", oir);
  }, [n]);
  if (!foto) return null;
  return (
    <Dialogo titulo={`${tf.visor} · ${tf.cuenta(actual + 1, n)}`} alCerrar={alCerrar}>
      <figure class="visor">
        <img
          key={foto.id}
          src={foto.url}
          alt={descripcion(foto)}
          width={foto.ancho}
          height={foto.alto}
        />
        <figcaption class="fila entre">
          {n > 1 ? (
            <button type="button" class="boton-icono" onClick={() => mover(-1)}>
              <Icono d={atras} />
              <span class="oculto">{tf.anterior}</span>
            </button>
          ) : null}
          <span role="status">
            {descripcion(foto)}
            {foto.oculta ? ` · ${tf.oculta}` : ""}
          </span>
          {n > 1 ? (
            <button type="button" class="boton-icono" onClick={() => mover(1)}>
              <Icono d={siguiente} />
              <span class="oculto">{tf.siguiente}</span>
            </button>
          ) : null}
        </figcaption>
      </figure>
    </Dialogo>
  );
}
