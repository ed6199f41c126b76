import { useEffect, useRef } from "preact/hooks";
import type { Accion } from "../../../contract/acciones.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { ta } from "../../i18n/acciones.ts";
import { tg } from "../../i18n/gestion.ts";
import { ICONO_ESTADO } from "../base/estado.tsx";
import { Icono } from "../base/icono.tsx";
import { puntos } from "../iconos-gestion.ts";

/** The order in which staff look for them. The first that is allowed is the main one. */
const ORDEN: readonly Accion[] = [
  "resolver",
  "iniciar",
  "asignar",
  "rechazar",
  "comentar",
  "devolver",
  "priorizar",
  "reclasificar",
  "moderar",
  "reabrir",
  "confirmar",
  "editar",
  "sumarse",
  "dejar",
];
const A_LA_VISTA = 3;

const nombre = (a: Accion, r: Reclamo): string =>
  a === "asignar" && r.estado !== "nuevo" ? ta.acciones.reasignar : ta.acciones[a];

type Props = { reclamo: Reclamo; alElegir: (a: Accion) => void };

function Menu({ acciones, reclamo, alElegir }: Props & { acciones: readonly Accion[] }) {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const cerrar = (e: Event) => {
      const d = ref.current;
      if (!d?.open) return;
      const fuera = e.type === "click" && !d.contains(e.target as Node);
      const conEscape = e instanceof KeyboardEvent && e.key === "Escape";
      if (fuera || conEscape) d.open = false;
    };
    addEventListener("click", cerrar);
    addEventListener("keydown", cerrar);
    return () => {
      removeEventListener("click", cerrar);
      removeEventListener("keydown", cerrar);
    };
  }, []);
  return (
    <details ref={ref} class="menu">
      <summary class="boton contorno chica">
        <Icono d={puntos} />
        <span class="oculto">{tg.masAcciones}</span>
      </summary>
      <div class="menu-lista">
        {acciones.map((a) => (
          <button
            key={a}
            type="button"
            onClick={() => {
              if (ref.current) ref.current.open = false;
              alElegir(a);
            }}
          >
            {nombre(a, reclamo)}
          </button>
        ))}
      </div>
    </details>
  );
}

/** Everything that may be done now: the main things as buttons, the rest in a menu. */
export function BarraAcciones({ reclamo, alElegir }: Props) {
  const suyas = ORDEN.filter((a) => reclamo.acciones.includes(a));
  const [primera] = suyas;
  if (!primera) return <p class="chico suave">{tg.sinAcciones}</p>;
  const aLaVista = suyas.length <= A_LA_VISTA + 1 ? suyas : suyas.slice(0, A_LA_VISTA);
  const resto = suyas.slice(aLaVista.length);
  const icono = {
    iniciar: ICONO_ESTADO.en_proceso,
    resolver: ICONO_ESTADO.resuelto,
    asignar: ICONO_ESTADO.asignado,
  };
  return (
    <div class="fila envuelve acciones">
      {aLaVista.map((a, i) => (
        <button
          key={a}
          type="button"
          class={`boton chica ${i === 0 ? "" : "contorno"}`}
          onClick={() => alElegir(a)}
        >
          {i === 0 && a in icono ? <Icono d={icono[a as keyof typeof icono]} /> : null}
          {nombre(a, reclamo)}
        </button>
      ))}
      {resto.length > 0 ? <Menu acciones={resto} reclamo={reclamo} alElegir={alElegir} /> : null}
    </div>
  );
}
