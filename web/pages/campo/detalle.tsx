import { useCallback, useEffect, useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { Yo } from "../../../contract/esquemas/cuentas.ts";
import type { Paso, Reclamo, ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import { esErrorApi } from "../../api/error.ts";
import { Alerta, Esqueleto, Falla, Vacio } from "../../components/base/avisos.tsx";
import { ConSesion } from "../../components/base/con-sesion.tsx";
import { Insignia } from "../../components/base/estado.tsx";
import { Icono } from "../../components/base/icono.tsx";
import { RelojPlazo } from "../../components/base/tiempo.tsx";
import { atras } from "../../components/iconos-varios.ts";
import { MapaLugar } from "../../components/mapa/lugar.tsx";
import { DatosReclamo } from "../../components/reclamo/datos.tsx";
import { Galeria } from "../../components/reclamo/galeria.tsx";
import { Historial } from "../../components/reclamo/historial.tsx";
import { tk } from "../../i18n/campo.ts";
import { tg } from "../../i18n/gestion.ts";
import { ts } from "../../i18n/seguimiento.ts";
import type { Vista } from "../../state/guardado.ts";
import { useReclamoVivo } from "../../state/reclamo.ts";
import { esGestion } from "../../state/sesion.ts";
import { Botones } from "./botones.tsx";
import { Conflicto } from "./conflicto.tsx";
import { type Ficha, guardarFicha, leerFicha, leerFila, useFotosGuardadas } from "./ficha.ts";
import { conLoHecho } from "./hecho.ts";
import { Pendiente } from "./pendiente.tsx";
import { Senal } from "./senal.tsx";
import { useHechos } from "./trabajo.ts";
import "../../styles/campo.css";

/** What this phone kept of it: whole, or the list's row. */
function useGuardada(yo: Yo, id: number) {
  const [ficha, setFicha] = useState<Vista<Ficha> | null>(null);
  const [fila, setFila] = useState<Vista<ReclamoFila> | null>(null);
  useEffect(() => {
    void leerFicha(yo, id).then(setFicha);
    void leerFila(yo, id).then(setFila);
  }, [yo, id]);
  return { ficha, fila };
}

type PropsCuerpo = { r: Reclamo; pasos: readonly Paso[]; fotos: ReadonlyMap<number, string> };

function Cuerpo({ r, pasos, fotos }: PropsCuerpo) {
  const conGuardadas = r.fotos.map((f) => ({ ...f, miniatura: fotos.get(f.id) ?? f.miniatura }));
  return (
    <div class="detalle-cuerpo">
      <Galeria fotos={conGuardadas} titulo={r.titulo} />
      <p class="descripcion">{r.descripcion}</p>
      {r.lat !== null && r.lng !== null ? (
        <MapaLugar punto={{ lat: r.lat, lng: r.lng }} estado={r.estado} direccion={r.direccion} />
      ) : null}
      <DatosReclamo r={r} gestion={false} />
      <section>
        <h2 class="oculto">{ts.seguimiento.historial}</h2>
        <Historial pasos={pasos} />
      </section>
    </div>
  );
}

function Detalle({ id, yo }: { id: number; yo: Yo }) {
  const vivo = useReclamoVivo(id);
  const { ficha, fila } = useGuardada(yo, id);
  const { releer } = vivo;
  const hechos = useHechos(useCallback(() => void releer(), [releer]));
  const { reclamo, pasos } = vivo;
  useEffect(() => {
    if (reclamo && pasos.length > 0) void guardarFicha(yo, reclamo, pasos);
  }, [yo, reclamo, pasos]);
  useEffect(() => {
    const volver = () => void releer();
    addEventListener("online", volver);
    return () => removeEventListener("online", volver);
  }, [releer]);

  const r = reclamo ?? ficha?.datos.reclamo ?? null;
  const guardadas = useFotosGuardadas(reclamo ? undefined : ficha?.datos.fotos);
  const suya = hechos.find((h) => h.asunto.fila.id === id && h.estado !== "enviado")?.asunto.fila;
  // Their avisos go on leading here after it was given to another crew.
  const ajeno = yo.rol === "cuadrilla" && esErrorApi(vivo.error) && vivo.error.es("no_encontrado");
  if (ajeno && !reclamo && !suya)
    return (
      <Vacio solo titulo={tk.noEsTuyo}>
        <a class="boton" href="/campo">
          {tg.volverALista}
        </a>
      </Vacio>
    );
  const base = r ?? fila?.datos ?? suya;
  if (!base)
    return vivo.error ? (
      <Falla error={vivo.error} alReintentar={() => void releer()} />
    ) : (
      <Esqueleto filas={4} />
    );
  const t = conLoHecho(base, hechos);
  const en = reclamo && !vivo.error ? Date.now() : ((r ? ficha?.en : fila?.en) ?? null);
  return (
    <article class={`pila${vivo.recien ? " recien" : ""}`}>
      <Senal en={en} error={ajeno ? null : vivo.error} />
      {ajeno ? <Alerta tono="info">{tk.noEsTuyo}</Alerta> : null}
      <div class="fila entre">
        <Insignia estado={t.parado ? base.estado : t.estado} />
        <RelojPlazo iso={base.vence_en} estado={t.estado} />
      </div>
      <h1>{base.titulo}</h1>
      <p class="grande">
        {base.direccion} <span class="chico suave">#{base.numero}</span>
      </p>
      {t.parado ? <Conflicto t={t} alDecidir={() => void releer()} /> : <Pendiente t={t} />}
      <Botones t={t} yo={yo} conComentario />
      {r ? (
        <Cuerpo r={r} pasos={reclamo ? pasos : (ficha?.datos.pasos ?? [])} fotos={guardadas} />
      ) : ajeno ? null : vivo.error ? (
        <Alerta tono="info">{tk.soloLista}</Alerta>
      ) : (
        <Esqueleto filas={3} />
      )}
      {esGestion(yo) ? <a href={`/gestion/bandeja/${id}`}>{tk.enBandeja}</a> : null}
    </article>
  );
}

export default function DetalleCampo() {
  const id = Number(useRoute().params.id);
  return (
    <div class="pagina angosta">
      <a class="boton-volver visible" href="/campo">
        <Icono d={atras} /> {tg.volverALista}
      </a>
      <ConSesion roles={["cuadrilla", "supervisor", "admin"]}>
        {(yo) => <Detalle key={id} id={id} yo={yo} />}
      </ConSesion>
    </div>
  );
}
