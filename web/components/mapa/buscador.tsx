import { useEffect, useId, useRef, useState } from "preact/hooks";
import { tm } from "../../i18n/mapa.ts";
import { Icono } from "../base/icono.tsx";
import { lupa, siguiente } from "../iconos-varios.ts";
import { buscarCalle, CALLES, type Calle, callesDe } from "./calles.ts";
import type { Caja } from "./tipos.ts";

type Props = { alIr: (caja: Caja) => void };

/** To a street by its name, among the built-in ones. */
export function BuscarCalle({ alIr }: Props) {
  const id = useId();
  const [calles, setCalles] = useState<Calle[] | null>(null);
  const [dicho, decir] = useState<{ mal: boolean; texto: string } | null>(null);
  const campo = useRef<HTMLInputElement>(null);
  useEffect(() => {
    fetch(CALLES)
      .then((r) => r.json() as Promise<{ features: Parameters<typeof callesDe>[0] }>)
      .then(
        ({ features }) => setCalles(callesDe(features)),
        () => undefined, // An extra: the map moves by hand too.
      );
  }, []);
  if (!calles) return null;
  const buscar = (escrito: string, seguro: boolean) => {
    const calle = seguro
      ? (calles.find((c) => c.nombre === escrito) ?? null)
      : buscarCalle(calles, escrito);
    if (calle) {
      alIr(calle.caja);
      decir({ mal: false, texto: tm.calleSi(calle.nombre) });
    } else if (!seguro) {
      decir({ mal: true, texto: tm.calleNo(escrito.trim()) });
      campo.current?.focus();
    }
  };
  return (
    <form
      class="mapa-buscar"
      aria-label={tm.buscarCalle}
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        buscar(campo.current?.value ?? "", false);
      }}
    >
      <label class="oculto" for={`${id}-calle`}>
        {tm.buscarCalle}
      </label>
      <div class="caja-busqueda">
        <Icono d={lupa} />
        <input
          id={`${id}-calle`}
          ref={campo}
          list={`${id}-calles`}
          placeholder={tm.buscarCalle}
          autocomplete="off"
          aria-describedby={`${id}-dicho`}
          {...(dicho?.mal ? { "aria-invalid": "true" as const } : {})}
          // One chosen from the list needs no further key.
          onInput={(e) => buscar(e.currentTarget.value, true)}
        />
        <button class="boton-icono" type="submit">
          <Icono d={siguiente} />
          <span class="oculto">{tm.buscar}</span>
        </button>
      </div>
      <datalist id={`${id}-calles`}>
        {calles.map((c) => (
          <option key={c.nombre} value={c.nombre} />
        ))}
      </datalist>
      <p id={`${id}-dicho`} class={dicho?.mal ? "error chico" : "oculto"} role="status">
        {dicho?.texto ?? ""}
      </p>
    </form>
  );
}
