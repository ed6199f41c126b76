import "../../../styles/ciudad.css";
import type { ComponentChildren } from "preact";
import type { Yo } from "../../../../contract/esquemas/cuentas.ts";
import { MarcoGestion } from "../../../pages/gestion/marco.tsx";
import { ConSesion } from "../../base/con-sesion.tsx";

type Props = {
  titulo: string;
  bajada?: string;
  /** What one does most here, beside the title. */
  accion?: ComponentChildren;
  children: ComponentChildren;
};

/** The head and the body of a page about the city. */
export function CuerpoCiudad({ titulo, bajada, accion, children }: Props) {
  return (
    <MarcoGestion>
      <div class="pagina ciudad">
        <header class="ciudad-cabeza">
          <div>
            <h1>{titulo}</h1>
            {bajada ? <p class="suave">{bajada}</p> : null}
          </div>
          {accion}
        </header>
        {children}
      </div>
    </MarcoGestion>
  );
}

/** A page for who runs the city, and for nobody else. */
export const soloAdmin = (Pagina: (p: { yo: Yo }) => ComponentChildren) =>
  function PaginaCiudad() {
    return <ConSesion roles={["admin"]}>{(yo) => <Pagina yo={yo} />}</ConSesion>;
  };
