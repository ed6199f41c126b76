import { useEffect, useRef, useState } from "preact/hooks";
import { th } from "../../i18n/humano.ts";
import { idioma } from "../../i18n/idioma.ts";
import { traerTurnstile } from "../../lib/turnstile.ts";
import type { Prueba } from "../../lib/usar-humano.tsx";
import { tema } from "../../state/tema.ts";

type Estado = "cargando" | "pide" | "lista" | "falla";
type Props = { clave: string; accion: string; prueba: { current: Prueba } };

/** Its own look at the browser takes a second or two; who is quicker waits for it. */
const PACIENCIA_MS = 10_000;
const CADA_MS = 100;

const quieto = (ms: number) => new Promise((listo) => setTimeout(listo, ms));

/** Cloudflare's check that a person sends this form. It draws itself; what it gives serves once, so each sending asks for another. */
export function Humano({ clave, accion, prueba }: Props) {
  const caja = useRef<HTMLDivElement>(null);
  const [estado, setEstado] = useState<Estado>("cargando");
  const [intento, setIntento] = useState(0);
  useEffect(() => {
    let vivo = true;
    let quitar = () => {};
    let token: string | null = null;
    let ahora: Estado = "cargando";
    const pasar = (a: Estado, con: string | null = null) => {
      token = con;
      ahora = a;
      if (vivo) setEstado(a);
    };
    pasar("cargando");
    const poner = async () => {
      const turnstile = await traerTurnstile();
      if (!vivo || !caja.current) return;
      const id = turnstile.render(caja.current, {
        sitekey: clave,
        action: accion,
        language: idioma,
        theme: tema.value,
        size: "flexible",
        "response-field": false,
        callback: (dado: string) => pasar("lista", dado),
        "expired-callback": () => pasar("cargando"),
        "before-interactive-callback": () => pasar("pide"),
        "error-callback": () => {
          pasar("falla");
          return true;
        },
      });
      if (!id) return pasar("falla");
      quitar = () => turnstile.remove(id);
      prueba.current = async () => {
        const hasta = Date.now() + PACIENCIA_MS;
        while (vivo && ahora === "cargando" && Date.now() < hasta) await quieto(CADA_MS);
        const dado = token;
        if (dado !== null && vivo) {
          pasar("cargando");
          turnstile.reset(id);
        }
        return dado;
      };
    };
    poner().catch(() => pasar("falla"));
    return () => {
      vivo = false;
      prueba.current = async () => null;
      quitar();
    };
  }, [clave, accion, prueba, intento]);
  return (
    <section class="pila humano" aria-label={th.titulo}>
      <div ref={caja} />
      <p class={estado === "falla" ? "error" : "ayuda"} role="status">
        {th[estado]}
      </p>
      {estado === "falla" ? (
        <button
          type="button"
          class="boton contorno chica a-la-izquierda"
          onClick={() => setIntento(intento + 1)}
        >
          {th.otraVez}
        </button>
      ) : null}
    </section>
  );
}
