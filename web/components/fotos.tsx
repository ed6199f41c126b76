import { useEffect, useId, useRef, useState } from "preact/hooks";
import { LIMITES } from "../../contract/limites.ts";
import { claveNueva } from "../api/cliente.ts";
import { subirFoto } from "../api/fotos.ts";
import { tf } from "../i18n/fotos.ts";
import { Alerta } from "./base/avisos.tsx";
import { Icono } from "./base/icono.tsx";
import { cruz } from "./iconos.ts";
import { camara, imagen } from "./iconos-varios.ts";

/** A photo chosen and made ready; `id` once the server has it. */
export type FotoElegida = { clave: string; blob: Blob; id?: number };

/** Uploads what is not up yet, and gives back all of them with their ids. */
export async function subirTodas(
  fotos: readonly FotoElegida[],
  alAvanzar: (n: number, de: number) => void,
): Promise<(FotoElegida & { id: number })[]> {
  const arriba: (FotoElegida & { id: number })[] = [];
  for (const [i, f] of fotos.entries()) {
    if (f.id === undefined) alAvanzar(i + 1, fotos.length);
    const id = f.id ?? (await subirFoto(f.blob, f.clave)).id;
    f.id = id; // A retry of the form must not upload it again.
    arriba.push({ ...f, id });
  }
  return arriba;
}

function Vista({ foto, n, alQuitar }: { foto: FotoElegida; n: number; alQuitar: () => void }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const u = URL.createObjectURL(foto.blob);
    setUrl(u);
    return () => URL.revokeObjectURL(u);
  }, [foto.blob]);
  return (
    <li class="foto-elegida">
      {url ? <img src={url} alt={tf.fotoN(n)} /> : null}
      <button type="button" class="boton-icono" onClick={alQuitar}>
        <Icono d={cruz} tam={18} />
        <span class="oculto">{tf.quitarFoto(n)}</span>
      </button>
    </li>
  );
}

type Props = {
  fotos: readonly FotoElegida[];
  alCambiar: (fotos: FotoElegida[]) => void;
  grande?: boolean;
};

/** Takes photos with the camera or from the gallery, makes them small, shows them, and lets one out again. */
export function SelectorFotos({ fotos, alCambiar, grande = false }: Props) {
  const id = useId();
  const [preparando, setPreparando] = useState<string | null>(null);
  const [falla, setFalla] = useState<string | null>(null);
  // One may be let out while others are still being made ready.
  const ahora = useRef(fotos);
  ahora.current = fotos;
  const entran = LIMITES.fotosPorMomentoMax - fotos.length;

  const agregar = async (entrada: HTMLInputElement) => {
    const elegidos = [...(entrada.files ?? [])];
    const archivos = elegidos.slice(0, entran);
    entrada.value = "";
    setFalla(elegidos.length > entran ? tf.demas(LIMITES.fotosPorMomentoMax) : null);
    // It comes with the first photo: no page needs it to show.
    const { reducir } = await import("#despues/lib/imagen.ts");
    // One at a time: each is large while it is read, and shows as soon as it is small.
    for (const [i, archivo] of archivos.entries()) {
      setPreparando(tf.preparando(i + 1, archivos.length));
      try {
        const nueva = { clave: claveNueva(), blob: await reducir(archivo) };
        ahora.current = [...ahora.current, nueva];
        alCambiar([...ahora.current]);
      } catch {
        setFalla(tf.fotoMala);
      }
    }
    setPreparando(null);
  };
  const raiz = useRef<HTMLDivElement>(null);
  // The page shows before it hears: what was chosen by then is in the field, and nobody was told.
  useEffect(() => {
    for (const e of raiz.current?.querySelectorAll("input") ?? [])
      if (e.files?.length) void agregar(e);
  }, []);

  const entrada = (
    nombre: string,
    texto: string,
    icono: string,
    clase: string,
    camaraYa: boolean,
  ) => (
    <label class={`boton ${clase}`} for={`${id}-${nombre}`}>
      <Icono d={icono} /> {texto}
      <input
        class="oculto"
        id={`${id}-${nombre}`}
        type="file"
        accept="image/*"
        {...(camaraYa ? { capture: "environment" as const } : { multiple: true })}
        onChange={(e) => void agregar(e.currentTarget)}
      />
    </label>
  );

  return (
    <div class="fotos-selector" ref={raiz}>
      {fotos.length > 0 ? (
        <ul class="fotos-elegidas">
          {fotos.map((f, i) => (
            <Vista
              key={f.clave}
              foto={f}
              n={i + 1}
              alQuitar={() => alCambiar(fotos.filter((x) => x !== f))}
            />
          ))}
        </ul>
      ) : null}
      {falla ? <Alerta>{falla}</Alerta> : null}
      {preparando ? <p role="status">{preparando}</p> : null}
      {entran > 0 && !preparando ? (
        <div class={grande ? "pila" : "fila envuelve"}>
          {entrada("camara", tf.sacar, camara, grande ? "vainilla ancho" : "contorno chica", true)}
          {entrada(
            "galeria",
            tf.elegir,
            imagen,
            grande ? "contorno ancho" : "contorno chica",
            false,
          )}
        </div>
      ) : null}
    </div>
  );
}
