import { useEffect, useMemo, useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import type { Accion } from "../../../contract/acciones.ts";
import { Esqueleto, Falla, Vacio } from "../../components/base/avisos.tsx";
import { ConSesion } from "../../components/base/con-sesion.tsx";
import { Dialogo } from "../../components/base/dialogo.tsx";
import { Icono } from "../../components/base/icono.tsx";
import { Exportar } from "../../components/gestion/exportar.tsx";
import { atras } from "../../components/iconos-varios.ts";
import { DetalleReclamo } from "../../components/reclamo/detalle.tsx";
import { tg } from "../../i18n/gestion.ts";
import { consultaDe, type Filtros, leerFiltros, rutaBandeja } from "../../lib/filtros.ts";
import { useBandeja } from "../../state/bandeja.ts";
import { useReclamoVivo } from "../../state/reclamo.ts";
import { useTeclas } from "../../state/teclas.ts";
import { BarraFiltros } from "./filtros.tsx";
import { Lateral } from "./lateral.tsx";
import { Lista } from "./lista.tsx";

function Ayuda({ alCerrar }: { alCerrar: () => void }) {
  return (
    <Dialogo titulo={tg.ayuda} alCerrar={alCerrar}>
      <dl class="ficha">
        {tg.atajos.map(([tecla, que]) => (
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

function Panel({
  id,
  filtros,
  bandeja,
  abierta,
  abrir,
}: {
  id: number;
  filtros: Filtros;
  bandeja: ReturnType<typeof useBandeja>;
  abierta: Accion | null;
  abrir: (a: Accion | null) => void;
}) {
  const vivo = useReclamoVivo(id);
  return (
    <>
      <a class="boton-volver" href={rutaBandeja(filtros)}>
        <Icono d={atras} /> {tg.volverALista}
      </a>
      {vivo.reclamo ? (
        <DetalleReclamo
          vivo={vivo}
          r={vivo.reclamo}
          abierta={abierta}
          abrir={abrir}
          alCambiar={bandeja.poner}
          gestion
        />
      ) : vivo.error ? (
        <Falla error={vivo.error} alReintentar={() => void vivo.releer()} />
      ) : (
        <Esqueleto filas={5} />
      )}
    </>
  );
}

function Mesa() {
  const { query, route } = useLocation();
  const id = Number(useRoute().params.id) || null;
  const filtros = leerFiltros(query);
  const bandeja = useBandeja(consultaDe(filtros));
  const [abierta, abrir] = useState<Accion | null>(null);
  const [ayuda, verAyuda] = useState(false);
  const filas = bandeja.filas;

  useEffect(() => abrir(null), [id]);

  const teclas = useMemo(() => {
    const mover = (paso: 1 | -1) => {
      const i = filas?.findIndex((f) => f.id === id) ?? -1;
      const destino = filas?.[i === -1 ? 0 : i + paso];
      if (!destino) return;
      route(rutaBandeja(leerFiltros(query), destino.id), true);
      document.querySelector(`[data-id="${destino.id}"]`)?.scrollIntoView({ block: "nearest" });
    };
    return {
      j: () => mover(1),
      k: () => mover(-1),
      a: () => id && abrir("asignar"),
      r: () => id && abrir("rechazar"),
      "/": () => document.getElementById("buscar")?.focus(),
      "?": () => verAyuda(true),
    };
  }, [filas, id, query, route]);
  useTeclas(teclas);

  const cambiar = (f: Filtros) => route(rutaBandeja(f, id), true);
  return (
    <div class={`mesa${id ? " con-abierto" : ""}`}>
      <h1 class="oculto">{tg.titulo}</h1>
      <Lateral filtros={filtros} />
      <section class="mesa-lista" aria-label={tg.titulo}>
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
        <Lista bandeja={bandeja} abierto={id} filtros={filtros} limpiar={() => cambiar({})} />
      </section>
      <section class="mesa-panel" aria-label={tg.elReclamo}>
        {id ? (
          <Panel id={id} filtros={filtros} bandeja={bandeja} abierta={abierta} abrir={abrir} />
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
