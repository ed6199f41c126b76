import type { ComponentChildren } from "preact";
import { mensajeDe, referenciaDe } from "../../api/error.ts";
import { t } from "../../i18n/index.ts";
import { quitarToast, toasts } from "../../state/toasts.ts";
import { atencion, cruz, info, tilde } from "../iconos.ts";
import { Icono } from "./icono.tsx";
import { Marca } from "./marca.tsx";

const ICONO_TOAST = { info, bien: tilde, mal: atencion };

/** The short messages at the edge of the screen; a screen reader hears them when it is free. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((x) => (
        <div key={x.id} class={`toast toast-${x.tono}`}>
          <Icono d={ICONO_TOAST[x.tono]} />
          {x.href ? <a href={x.href}>{x.texto}</a> : <span>{x.texto}</span>}
          <button type="button" class="boton-icono" onClick={() => quitarToast(x.id)}>
            <Icono d={cruz} tam={18} />
            <span class="oculto">{t.comun.cerrar}</span>
          </button>
        </div>
      ))}
    </div>
  );
}

/** Nothing to show, and what to do about it. */
export function Vacio(p: {
  titulo: string;
  texto?: string;
  /** It is all that the page says. */
  solo?: boolean;
  children?: ComponentChildren;
}) {
  const Titulo = p.solo ? "h1" : "h2";
  return (
    <div class="vacio">
      <Marca tam={72} />
      <Titulo>{p.titulo}</Titulo>
      {p.texto ? <p class="suave">{p.texto}</p> : null}
      {p.children}
    </div>
  );
}

/** A failed load, with the way to try again. */
export function Falla({ error, alReintentar }: { error: unknown; alReintentar?: () => void }) {
  const referencia = referenciaDe(error);
  return (
    <div class="vacio" role="alert">
      <Marca tam={56} />
      <h2>{t.errores.titulo}</h2>
      <p class="suave">{mensajeDe(error)}</p>
      {referencia ? <p class="chico suave">{t.errores.referencia(referencia)}</p> : null}
      {alReintentar ? (
        <button type="button" class="boton contorno" onClick={alReintentar}>
          {t.comun.reintentar}
        </button>
      ) : null}
    </div>
  );
}

/** An error above a form: what does not belong to one field. */
export function Alerta({
  children,
  tono = "mal",
}: {
  children: ComponentChildren;
  tono?: "mal" | "info";
}) {
  return (
    <div class={`alerta alerta-${tono}`} role={tono === "mal" ? "alert" : "status"}>
      <Icono d={tono === "mal" ? atencion : info} />
      <div>{children}</div>
    </div>
  );
}

/** The shape of what comes. */
export function Esqueleto({ filas = 3 }: { filas?: number }) {
  return (
    <div class="esqueletos" aria-busy="true">
      <span class="oculto">{t.comun.cargando}</span>
      {Array.from({ length: filas }, (_, i) => (
        <div key={i} class="esqueleto" aria-hidden="true">
          <i class="e-linea ancha" />
          <i class="e-linea" />
        </div>
      ))}
    </div>
  );
}
