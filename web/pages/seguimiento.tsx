import { useEffect, useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import type { Paso, Reclamo, ReclamoPublico } from "../../contract/esquemas/reclamos.ts";
import { Esqueleto, Falla, Vacio } from "../components/base/avisos.tsx";
import { Insignia } from "../components/base/estado.tsx";
import { Icono } from "../components/base/icono.tsx";
import { compartir as iconoCompartir } from "../components/iconos-historial.ts";
import { Galeria } from "../components/reclamo/galeria.tsx";
import { Historial } from "../components/reclamo/historial.tsx";
import { Promesa } from "../components/reclamo/promesa.tsx";
import { useDatos } from "../datos.ts";
import { t } from "../i18n/index.ts";
import { ts } from "../i18n/seguimiento.ts";
import { useCarga } from "../lib/carga.ts";
import { nombrar } from "../lib/nombrar.ts";
import { usePublico } from "../state/publico.ts";
import type { ReclamoVivo } from "../state/reclamo.ts";
import { ingresarYVolver, sesion } from "../state/sesion.ts";
import { avisar } from "../state/toasts.ts";

const cargarPropio = () => import("#despues/components/reclamo/propio.tsx");
const cargarSeguir = () => cargarPropio().then((m) => m.Seguir);
const cargarMapa = () => import("#despues/components/mapa/lugar.tsx").then((m) => m.MapaLugar);
const cargarAcciones = () => cargarPropio().then((m) => m.AccionesVecino);

/** What both views share: the public one, and the one of who takes part in it. */
type Visto = Omit<ReclamoPublico, "historial" | "cuadrilla">;

async function compartir(r: Visto): Promise<void> {
  const url = `${location.origin}/r/${r.codigo}`;
  try {
    if (navigator.share) return await navigator.share({ title: r.titulo, url });
    await navigator.clipboard.writeText(url);
    avisar(t.comun.copiado, { tono: "bien" });
  } catch {
    // The person closed the sheet.
  }
}

function Cabecera({ r, mio }: { r: Visto; mio: boolean }) {
  return (
    <header class="seguimiento-cabeza">
      <div class="fila entre">
        <p class="fila chico suave">
          <Insignia estado={r.estado} /> #{r.numero} · {r.categoria.nombre}
        </p>
        <button type="button" class="boton-icono" onClick={() => void compartir(r)}>
          <Icono d={iconoCompartir} />
          <span class="oculto">{t.comun.compartir}</span>
        </button>
      </div>
      <h1>{r.titulo}</h1>
      <p class="suave">
        {r.direccion}
        {r.seguidores > 0 ? ` · ${ts.seguimiento.siguen(r.seguidores)}` : null}
        {mio ? ` · ${ts.seguimiento.tuyo}` : null}
      </p>
    </header>
  );
}

type Vista = {
  r: Visto;
  pasos: readonly (Paso | ReclamoPublico["historial"][number])[];
  vivo: ReclamoVivo | null;
  propio: Reclamo | null;
};

function Vista({ r, pasos, vivo, propio }: Vista) {
  const { url } = useLocation();
  const calificacion = propio?.calificacion;
  const AccionesVecino = useCarga(cargarAcciones, propio !== null);
  const MapaLugar = useCarga(cargarMapa, r.lat !== null);
  return (
    <article class={`seguimiento${vivo?.recien ? " recien" : ""}`}>
      <Cabecera r={r} mio={propio?.es_mio ?? false} />
      <div class="seguimiento-cuerpo">
        <div class="pila">
          <Promesa estado={r.estado} vence_en={r.vence_en} cerrado_en={r.cerrado_en} />
          {propio && vivo && AccionesVecino ? (
            <AccionesVecino vivo={vivo} reclamo={propio} />
          ) : null}
          {calificacion ? (
            <p class="suave">{ts.seguimiento.calificaste(calificacion.estrellas)}</p>
          ) : null}
          {sesion.value === null ? (
            <p>
              <a href={ingresarYVolver(url)}>{ts.seguimiento.ingresa}</a>
            </p>
          ) : null}
          {r.lat !== null && r.lng !== null ? (
            <div class="mapa-hueco">
              {MapaLugar ? (
                <MapaLugar
                  punto={{ lat: r.lat, lng: r.lng }}
                  estado={r.estado}
                  direccion={r.direccion}
                />
              ) : null}
            </div>
          ) : null}
          <p class="descripcion">{r.descripcion}</p>
          <Galeria fotos={r.fotos} titulo={r.titulo} />
        </div>
        <section>
          <h2>{ts.seguimiento.historial}</h2>
          <Historial pasos={pasos} />
        </section>
      </div>
      <p class="oculto" role="status" aria-live="polite">
        {vivo?.recien ? `${t.comun.actualizado}: ${t.estados[r.estado]}` : ""}
      </p>
    </article>
  );
}

export default function Seguimiento() {
  const codigo = (useRoute().params.codigo ?? "").toUpperCase();
  const { route } = useLocation();
  const datos = useDatos().publico;
  const porId = /^\d{1,9}$/.test(codigo);
  const inicial = !porId && (datos === null || datos?.codigo === codigo) ? datos : undefined;
  const publico = usePublico(porId ? null : codigo, inicial);
  const yo = sesion.value;
  const [vivo, setVivo] = useState<ReclamoVivo | null>(null);
  const Seguir = useCarga(cargarSeguir, yo != null);
  const leido = vivo?.reclamo;
  const propio = yo && leido && [leido.codigo, String(leido.id)].includes(codigo) ? leido : null;
  const r = propio ?? publico.datos;

  useEffect(() => {
    if (r) nombrar("/r/", { publico: { ...r, historial: [], cuadrilla: null } });
  }, [r]);
  useEffect(() => {
    if (porId && propio) route(`/r/${propio.codigo}`, true);
    if (porId && yo === null) route(ingresarYVolver(`/r/${codigo}`), true);
  }, [porId, propio, yo, codigo, route]);

  const seguir = yo && Seguir ? <Seguir codigo={codigo} alLeer={setVivo} /> : null;
  if (r)
    return (
      <div class="pagina">
        {seguir}
        <Vista
          r={r}
          pasos={
            propio && vivo && vivo.pasos.length > 0 ? vivo.pasos : (publico.datos?.historial ?? [])
          }
          vivo={vivo}
          propio={propio}
        />
      </div>
    );
  const noEsta = porId ? vivo?.error : publico.datos === null;
  return (
    <div class="pagina angosta">
      {seguir}
      {noEsta ? (
        <Vacio solo titulo={ts.seguimiento.noEsta} texto={ts.seguimiento.noEstaTexto}>
          <a class="boton" href="/">
            {t.nav.inicio}
          </a>
        </Vacio>
      ) : publico.error ? (
        <Falla error={publico.error} />
      ) : (
        <Esqueleto />
      )}
    </div>
  );
}
