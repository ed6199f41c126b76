import { useContext, useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { Esqueleto } from "../../components/base/avisos.tsx";
import { ContextoSimple } from "../../datos.ts";
import { tr } from "../../i18n/reportar.ts";
import { useCarga } from "../../lib/carga.ts";
import type { Borrador } from "../../state/borrador.ts";
import { Avance, anotarPaso } from "./avance.tsx";
import { PasoFoto } from "./foto.tsx";
import { faltaEn, pasoDe, rutaDe } from "./pasos.ts";
import { useBorrador } from "./usar-borrador.ts";

/** All that comes after the photo; it arrives while the person takes it. */
const cargarResto = () => import("#despues/pages/reportar/resto.tsx").then((m) => m.Resto);
/** Reports that wait in this browser. */
const cargarPendientes = () =>
  import("#despues/pages/reportar/pendientes.tsx").then((m) => m.Pendientes);

/** Focus goes to the step's title, once the step is another than the one the page opened with. */
function useTituloEnfocado(paso: string) {
  const primero = useRef(true);
  useEffect(() => {
    if (primero.current) {
      primero.current = false;
      return;
    }
    scrollTo(0, 0);
    const h1 = document.querySelector<HTMLElement>(".reportar h1");
    h1?.setAttribute("tabindex", "-1");
    h1?.focus({ preventScroll: true });
  }, [paso]);
}

export default function Reportar() {
  const { query, route, url } = useLocation();
  const paso = pasoDe(query.paso);
  const { b, cambiar, vaciar, retomado, olvidarRetomado } = useBorrador(query.categoria);
  const Resto = useCarga(cargarResto, true);
  // Asked once the page is in a browser: the first drawing must match the Worker's.
  const [esperan, setEsperan] = useState(false);
  useEffect(() => {
    try {
      setEsperan(localStorage.getItem("baldosa.cola") !== null);
    } catch {
      // No storage: nothing waits either.
    }
  }, []);
  const Pendientes = useCarga(cargarPendientes, esperan);
  useEffect(() => anotarPaso(url), [url]);
  const listo = paso === "foto" || (Resto !== null && b !== null);
  useTituloEnfocado(listo ? paso : "");
  const corregir = (suyo: Borrador) => {
    cambiar(suyo);
    route(rutaDe("revisar"));
  };
  const simple = useContext(ContextoSimple);
  if (simple?.lugar === "pagina")
    return (
      <div class="pagina angosta reportar" dangerouslySetInnerHTML={{ __html: simple.html }} />
    );
  return (
    <div class="pagina angosta reportar">
      {/* Without JavaScript, the whole of it in one form; the browser's own drawing leaves it as it came. */}
      <noscript dangerouslySetInnerHTML={{ __html: simple?.html ?? "" }} />
      {paso === "listo" ? null : <Avance paso={paso} />}
      {paso === "foto" ? (
        <>
          {Pendientes && b ? <Pendientes b={b} corregir={corregir} /> : null}
          {retomado && b ? (
            <div class="alerta alerta-info borrador" role="status">
              <p>{tr.borrador}</p>
              <p class="fila envuelve">
                <a class="boton chica" href={rutaDe(faltaEn(b))} onClick={olvidarRetomado}>
                  {tr.retomar}
                </a>
                <button type="button" class="boton contorno chica" onClick={vaciar}>
                  {tr.descartar}
                </button>
              </p>
            </div>
          ) : null}
          <form
            class="pila paso con-js"
            onSubmit={(e) => {
              e.preventDefault();
              olvidarRetomado();
              route(rutaDe("lugar"));
            }}
          >
            <PasoFoto fotos={b?.fotos ?? []} alCambiar={(fotos) => cambiar({ fotos })} />
          </form>
        </>
      ) : Resto && b ? (
        <Resto paso={paso} b={b} cambiar={cambiar} vaciar={vaciar} />
      ) : (
        <Esqueleto />
      )}
    </div>
  );
}
