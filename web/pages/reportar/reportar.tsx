import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { cargarResto } from "#resto-del-reporte";
import { Esqueleto } from "../../components/base/avisos.tsx";
import { tr } from "../../i18n/reportar.ts";
import { useCarga } from "../../lib/carga.ts";
import { Avance, anotarPaso } from "./avance.tsx";
import { PasoFoto } from "./foto.tsx";
import { faltaEn, pasoDe, rutaDe } from "./pasos.ts";
import { useBorrador } from "./usar-borrador.ts";

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
  useEffect(() => anotarPaso(url), [url]);
  const listo = paso === "foto" || (Resto !== null && b !== null);
  useTituloEnfocado(listo ? paso : "");
  return (
    <div class="pagina angosta reportar">
      {paso === "listo" ? null : <Avance paso={paso} />}
      {paso === "foto" ? (
        <>
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
            class="pila paso"
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
