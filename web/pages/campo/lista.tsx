import { useCallback, useEffect, useState } from "preact/hooks";
import { type Accion, TRANSICIONES } from "../../../contract/acciones.ts";
import type { Yo } from "../../../contract/esquemas/cuentas.ts";
import type { Reclamo, ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import type { Estado } from "../../../contract/vocabulario.ts";
import { claveNueva } from "../../api/cliente.ts";
import { mensajeDe } from "../../api/error.ts";
import { actuar, verReclamo } from "../../api/reclamos.ts";
import { FormularioAccion } from "../../components/acciones/formulario.tsx";
import { Esqueleto, Falla, Vacio } from "../../components/base/avisos.tsx";
import { ConSesion } from "../../components/base/con-sesion.tsx";
import { Dialogo } from "../../components/base/dialogo.tsx";
import { Insignia } from "../../components/base/estado.tsx";
import { Icono } from "../../components/base/icono.tsx";
import { RelojPlazo } from "../../components/base/tiempo.tsx";
import { tilde } from "../../components/iconos.ts";
import { jugar, navegar } from "../../components/iconos-gestion.ts";
import { prohibido } from "../../components/iconos-reclamo.ts";
import { ta } from "../../i18n/acciones.ts";
import { tg } from "../../i18n/gestion.ts";
import { t } from "../../i18n/index.ts";
import { comoLlegar } from "../../lib/rutas.ts";
import { type Novedad, useNovedades } from "../../state/novedades.ts";
import { avisar } from "../../state/toasts.ts";
import { useTrabajo } from "./trabajo.ts";

const puede = (a: Accion, estado: Estado) =>
  TRANSICIONES[a].reglas.some((r) => (r.desde as readonly Estado[]).includes(estado));

type PropsTarjeta = {
  r: ReclamoFila;
  recien: boolean;
  alActuar: (a: Accion, r: ReclamoFila) => void;
};

function Tarjeta({ r, recien, alActuar }: PropsTarjeta) {
  return (
    <li class={`tarjeta trabajo${recien ? " recien" : ""}`}>
      <div class="fila entre">
        <Insignia estado={r.estado} />
        <RelojPlazo iso={r.vence_en} estado={r.estado} />
      </div>
      <h2>
        <a href={`/campo/${r.id}`}>{r.titulo}</a>
      </h2>
      <p class="grande">{r.direccion}</p>
      <p class="chico suave">
        #{r.numero}
        {r.prioridad === "normal" ? null : ` · ${ta.prioridades[r.prioridad]}`}
      </p>
      <div class="trabajo-botones">
        <a
          class="boton contorno"
          href={comoLlegar(r.direccion, r.lat, r.lng)}
          target="_blank"
          rel="noreferrer"
        >
          <Icono d={navegar} /> {tg.campo.comoLlegar}
        </a>
        {puede("iniciar", r.estado) ? (
          <button type="button" class="boton vainilla" onClick={() => alActuar("iniciar", r)}>
            <Icono d={jugar} /> {tg.campo.empezar}
          </button>
        ) : null}
        {puede("resolver", r.estado) ? (
          <button type="button" class="boton" onClick={() => alActuar("resolver", r)}>
            <Icono d={tilde} /> {tg.campo.listo}
          </button>
        ) : null}
        <button type="button" class="boton contorno" onClick={() => alActuar("devolver", r)}>
          <Icono d={prohibido} /> {tg.campo.noPuedo}
        </button>
      </div>
    </li>
  );
}

type Abierta = { accion: "resolver" | "devolver"; reclamo: Reclamo };

function Trabajo({ yo }: { yo: Yo }) {
  const trabajo = useTrabajo();
  const [abierta, abrir] = useState<Abierta | null>(null);
  useEffect(() => void trabajo.cargar(), [trabajo.cargar]);
  useNovedades(
    useCallback(
      (n: Novedad) => {
        if (n.type === "releer") void trabajo.cargar();
        else if (n.type === "reclamo_actualizado" || n.type === "comentario")
          void trabajo.cargar(n.data.id);
      },
      [trabajo.cargar],
    ),
  );

  const alActuar = async (accion: Accion, r: ReclamoFila) => {
    try {
      if (accion === "resolver" || accion === "devolver")
        return abrir({ accion, reclamo: await verReclamo(r.id) });
      trabajo.poner(await actuar(r.id, accion, { version: r.version }, claveNueva()));
    } catch (e) {
      avisar(mensajeDe(e), { tono: "mal" });
      void trabajo.cargar();
    }
  };

  if (yo.rol === "cuadrilla" && yo.cuadrilla_id === null)
    return <Vacio titulo={tg.campo.sinCuadrilla} />;
  if (trabajo.error && !trabajo.filas)
    return <Falla error={trabajo.error} alReintentar={() => void trabajo.cargar()} />;
  if (!trabajo.filas) return <Esqueleto filas={3} />;
  if (trabajo.filas.length === 0)
    return <Vacio titulo={tg.campo.vacio} texto={tg.campo.vacioTexto} />;
  return (
    <>
      <ul class="lista-simple">
        {trabajo.filas.map((r) => (
          <Tarjeta
            key={r.id}
            r={r}
            recien={trabajo.reciente === r.id}
            alActuar={(a, f) => void alActuar(a, f)}
          />
        ))}
      </ul>
      {abierta ? (
        <Dialogo
          titulo={abierta.accion === "resolver" ? tg.campo.listoTitulo : tg.campo.noPuedoTitulo}
          alCerrar={() => abrir(null)}
        >
          <p class="suave">{abierta.reclamo.titulo}</p>
          <FormularioAccion
            accion={abierta.accion}
            reclamo={abierta.reclamo}
            enviar={abierta.accion === "resolver" ? tg.campo.listo : t.comun.enviar}
            alCancelar={() => abrir(null)}
            alReleer={async () => {
              const r = await verReclamo(abierta.reclamo.id).catch(() => null);
              void trabajo.cargar();
              return r;
            }}
            alTerminar={() => {
              abrir(null);
              void trabajo.cargar();
            }}
          />
        </Dialogo>
      ) : null}
    </>
  );
}

export default function ListaCampo() {
  return (
    <div class="pagina angosta">
      <h1>{tg.campo.titulo}</h1>
      <ConSesion roles={["cuadrilla", "supervisor", "admin"]}>
        {(yo) => <Trabajo yo={yo} />}
      </ConSesion>
    </div>
  );
}
