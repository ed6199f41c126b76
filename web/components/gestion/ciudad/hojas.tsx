import type { ComponentChildren } from "preact";
import { t } from "../../../i18n/index.ts";
import type { Hojas } from "../../../lib/hojas.ts";
import { Falla, Vacio } from "../../base/avisos.tsx";
import { Mostrar } from "./piezas.tsx";

type Props<T> = {
  hojas: Hojas<T>;
  /** What is said when there is nothing. */
  vacio: { titulo: string; texto: string };
  /** A row. */
  children: (x: T) => ComponentChildren;
};

/** A list that comes page by page: its rows, what went wrong with the next ones, and the button that asks for them. */
export const ListaPorHojas = <T,>({ hojas, vacio, children }: Props<T>) => (
  <Mostrar leido={hojas}>
    {(lista) =>
      lista.length === 0 ? (
        <Vacio {...vacio} />
      ) : (
        <>
          <ul class="lista-simple" aria-busy={hojas.cargando}>
            {lista.map(children)}
          </ul>
          {hojas.errorMas ? <Falla error={hojas.errorMas} /> : null}
          {hojas.hayMas ? (
            <button
              type="button"
              class="boton contorno a-la-izquierda"
              disabled={hojas.cargando}
              onClick={() => void hojas.verMas()}
            >
              {t.comun.verMas}
            </button>
          ) : null}
        </>
      )
    }
  </Mostrar>
);
