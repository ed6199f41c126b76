import { useCallback } from "preact/hooks";
import type { Yo } from "../../../contract/esquemas/cuentas.ts";
import { Esqueleto, Falla, Vacio } from "../../components/base/avisos.tsx";
import { ConSesion } from "../../components/base/con-sesion.tsx";
import { Insignia } from "../../components/base/estado.tsx";
import { RelojPlazo } from "../../components/base/tiempo.tsx";
import { ta } from "../../i18n/acciones.ts";
import { tk } from "../../i18n/campo.ts";
import { dia } from "../../lib/fechas.ts";
import { type Novedad, useNovedades } from "../../state/novedades.ts";
import { useAhora } from "../../state/reloj.ts";
import { Botones } from "./botones.tsx";
import { Conflicto } from "./conflicto.tsx";
import { useFichasGuardadas } from "./ficha.ts";
import { jornada, type Trabajo, trabajos } from "./hecho.ts";
import { Pendiente } from "./pendiente.tsx";
import { Senal } from "./senal.tsx";
import { useHechos, useTrabajo } from "./trabajo.ts";
import "../../styles/campo.css";

type PropsTarjeta = { t: Trabajo; yo: Yo; recien: boolean; alDecidir: () => void };

function Tarjeta({ t, yo, recien, alDecidir }: PropsTarjeta) {
  const { fila } = t;
  const ahora = useAhora();
  return (
    <li class={`tarjeta trabajo${recien ? " recien" : ""}`}>
      <div class="fila entre">
        <Insignia estado={t.parado ? fila.estado : t.estado} />
        <RelojPlazo iso={fila.vence_en} estado={t.estado} />
      </div>
      <h3 class="trabajo-titulo">
        <a href={`/campo/${fila.id}`}>{fila.titulo}</a>
      </h3>
      <p class="grande">{fila.direccion}</p>
      <p class="chico suave">
        #{fila.numero}
        {fila.prioridad === "normal" ? null : ` · ${ta.prioridades[fila.prioridad]}`}
        {fila.programado_para ? ` · ${tk.programado(dia(fila.programado_para, ahora))}` : null}
      </p>
      {t.parado ? <Conflicto t={t} alDecidir={alDecidir} /> : <Pendiente t={t} />}
      <Botones t={t} yo={yo} />
    </li>
  );
}

type PropsTanda = Omit<PropsTarjeta, "t" | "recien"> & {
  titulo?: string;
  lista: readonly Trabajo[];
  reciente: number | null;
};

function Tanda({ titulo, lista, reciente, ...p }: PropsTanda) {
  if (lista.length === 0) return null;
  const tarjetas = (
    <ul class="lista-simple">
      {lista.map((t) => (
        <Tarjeta key={t.fila.id} t={t} recien={reciente === t.fila.id} {...p} />
      ))}
    </ul>
  );
  return (
    <section class="tanda">
      <h2 class={titulo ? "tanda-titulo" : "oculto"}>{titulo ?? tk.titulo}</h2>
      {tarjetas}
    </section>
  );
}

function Dia({ yo }: { yo: Yo }) {
  const { lista, error, reciente, cargar } = useTrabajo(yo);
  const ahora = useAhora();
  const alLlegar = useCallback((id: number) => void cargar(id), [cargar]);
  const hechos = useHechos(alLlegar);
  useFichasGuardadas(lista?.filas ?? null, yo);
  useNovedades(
    useCallback(
      (n: Novedad) => {
        if (n.type === "releer") void cargar();
        else if (n.type === "reclamo_actualizado" || n.type === "comentario")
          void cargar(n.data.id);
      },
      [cargar],
    ),
  );

  if (yo.rol === "cuadrilla" && yo.cuadrilla_id === null) return <Vacio titulo={tk.sinCuadrilla} />;
  if (!lista)
    return error ? (
      <Falla error={error} alReintentar={() => void cargar()} />
    ) : (
      <Esqueleto filas={3} />
    );
  const j = jornada(trabajos(lista.filas, hechos), ahora);
  const p = { yo, reciente, alDecidir: () => void cargar() };
  const nada = Object.values(j).every((x: Trabajo[]) => x.length === 0);
  return (
    <>
      <Senal en={lista.en} error={error} />
      {nada ? <Vacio titulo={tk.vacio} texto={tk.vacioTexto} /> : null}
      <Tanda titulo={tk.paraRevisar} lista={j.paraRevisar} {...p} />
      <Tanda lista={j.hoy} {...p} />
      <Tanda titulo={tk.faltaEnviar} lista={j.faltaEnviar} {...p} />
      <Tanda titulo={tk.masAdelante} lista={j.masAdelante} {...p} />
    </>
  );
}

export default function ListaCampo() {
  return (
    <div class="pagina angosta">
      <h1>{tk.titulo}</h1>
      <ConSesion roles={["cuadrilla", "supervisor", "admin"]}>{(yo) => <Dia yo={yo} />}</ConSesion>
    </div>
  );
}
