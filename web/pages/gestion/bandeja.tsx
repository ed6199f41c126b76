import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import type { Accion } from "../../../contract/acciones.ts";
import { Vacio } from "../../components/base/avisos.tsx";
import { ConSesion } from "../../components/base/con-sesion.tsx";
import { Dialogo } from "../../components/base/dialogo.tsx";
import { Exportar } from "../../components/gestion/exportar.tsx";
import { tb } from "../../i18n/bandeja.ts";
import { tg } from "../../i18n/gestion.ts";
import { consultaDe, type Filtros, leerFiltros, rutaBandeja } from "../../lib/filtros.ts";
import { useBandeja } from "../../state/bandeja.ts";
import { useSeleccion } from "../../state/seleccion.ts";
import "../../styles/bandeja.css";
import { BarraFiltros } from "./filtros.tsx";
import { Lateral } from "./lateral.tsx";
import { Lista } from "./lista.tsx";
import { BarraLote } from "./lote.tsx";
import { Panel } from "./panel.tsx";
import { enfocarFila, useTeclado } from "./teclado.ts";

function Ayuda({ alCerrar }: { alCerrar: () => void }) {
  return (
    <Dialogo titulo={tg.ayuda} alCerrar={alCerrar}>
      <dl class="ficha">
        {tb.atajos.map(([tecla, que]) => (
          <div key={tecla}>
            <dt>
              <kbd>{tecla}</kbd>
            </dt>
            <dd>{que}</dd>
          </div>
        ))}
      </dl>
    </Dialogo>
  );
}

function Pistas() {
  return (
    <p class="pistas chico suave" aria-hidden="true">
      <kbd>j</kbd> <kbd>k</kbd> {tg.moverse} <kbd>a</kbd> {tg.asignar} <kbd>?</kbd> {tg.ayudaCorta}
    </p>
  );
}

function Mesa() {
  const { query, route } = useLocation();
  const id = Number(useRoute().params.id) || null;
  const filtros = leerFiltros(query);
  const bandeja = useBandeja(consultaDe(filtros));
  const seleccion = useSeleccion(bandeja.filas);
  /** The form that is asked for, and of which reclamo: a key may come before that one is drawn. */
  const [pedida, pedir] = useState<{ id: number; accion: Accion } | null>(null);
  const [ayuda, verAyuda] = useState(false);
  const lista = useRef<HTMLElement>(null);
  useEffect(() => pedir((p) => (p?.id === id ? p : null)), [id]);
  const abierta = pedida?.id === id ? pedida.accion : null;

  const { recargar, nuevos } = bandeja;
  const traerNuevos = useCallback(async () => {
    if (nuevos === 0) return;
    await recargar();
    lista.current?.scrollTo({ top: 0 });
    requestAnimationFrame(() => {
      const primera = lista.current?.querySelector<HTMLElement>("[data-id]")?.dataset.id;
      if (primera) enfocarFila(Number(primera));
    });
  }, [recargar, nuevos]);
  useTeclado({
    id,
    bandeja,
    seleccion,
    abrir: (de, accion) => pedir({ id: de, accion }),
    verAyuda: () => verAyuda(true),
    traerNuevos: () => void traerNuevos(),
  });

  const cambiar = (f: Filtros) => route(rutaBandeja(f, id), true);
  return (
    <div class={`mesa${id ? " con-abierto" : ""}`}>
      <h1 class="oculto">{tg.titulo}</h1>
      <Lateral />
      <section ref={lista} class="mesa-lista" aria-label={tg.titulo}>
        <header class="mesa-cabeza">
          <div class="fila entre">
            <p class="titulo-mesa" aria-hidden="true">
              {tg.titulo}
            </p>
            <Pistas />
            <Exportar />
          </div>
          <BarraFiltros filtros={filtros} cambiar={cambiar} />
        </header>
        <Lista
          bandeja={bandeja}
          abierto={id}
          filtros={filtros}
          seleccion={seleccion}
          limpiar={() => cambiar({})}
          traerNuevos={() => void traerNuevos()}
        />
        <BarraLote seleccion={seleccion} bandeja={bandeja} />
      </section>
      <section class="mesa-panel" tabIndex={-1} aria-label={tg.elReclamo}>
        {id ? (
          <Panel
            id={id}
            filtros={filtros}
            bandeja={bandeja}
            abierta={abierta}
            abrir={(accion) => pedir(accion && { id, accion })}
          />
        ) : (
          <Vacio titulo={tg.elegi} texto={tg.elegiTexto} />
        )}
      </section>
      {ayuda ? <Ayuda alCerrar={() => verAyuda(false)} /> : null}
    </div>
  );
}

export default function PaginaBandeja() {
  return <ConSesion roles={["supervisor", "admin"]}>{() => <Mesa />}</ConSesion>;
}
