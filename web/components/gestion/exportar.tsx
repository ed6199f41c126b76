import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { to } from "../../i18n/oficina.ts";
import { consultaDe, leerFiltros } from "../../lib/filtros.ts";
import { Dialogo } from "../base/dialogo.tsx";
import { Icono } from "../base/icono.tsx";
import { bajar } from "../iconos-mapa.ts";

/** The door to the list on screen as a file: it reads the filters from the address, so it may stand anywhere. */
export function Exportar() {
  const { query } = useLocation();
  const [abierto, abrir] = useState(false);
  const ruta = `/api/exportar/reclamos.csv?${consultaDe(leerFiltros(query))}`;
  const cerrar = () => abrir(false);
  return (
    <>
      <button type="button" class="boton contorno chica" onClick={() => abrir(true)}>
        <Icono d={bajar} tam={18} /> {to.exportar.boton}
      </button>
      {abierto ? (
        <Dialogo titulo={to.exportar.titulo} alCerrar={cerrar}>
          <div class="pila">
            <p>{to.exportar.que}</p>
            <a class="boton" href={ruta} download onClick={cerrar}>
              {to.exportar.sinPersonas}
            </a>
            <a class="boton contorno" href={`${ruta}&personas=1`} download onClick={cerrar}>
              {to.exportar.conPersonas}
            </a>
            <p class="chico suave">{to.exportar.cuidado}</p>
          </div>
        </Dialogo>
      ) : null}
    </>
  );
}
