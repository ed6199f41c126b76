import { useEffect, useState } from "preact/hooks";
import type { Anuncio } from "../../../../contract/esquemas/avisos.ts";
import * as api from "../../../api/ciudad.ts";
import { mensajeDe } from "../../../api/error.ts";
import { Alerta, Vacio } from "../../../components/base/avisos.tsx";
import { Dialogo } from "../../../components/base/dialogo.tsx";
import { Icono } from "../../../components/base/icono.tsx";
import { Cuando } from "../../../components/base/tiempo.tsx";
import { FichaDeAnuncio } from "../../../components/gestion/ciudad/anuncio.tsx";
import { CuerpoCiudad, soloAdmin } from "../../../components/gestion/ciudad/pagina.tsx";
import { Mostrar } from "../../../components/gestion/ciudad/piezas.tsx";
import { mas } from "../../../components/iconos.ts";
import { tan } from "../../../i18n/anuncios.ts";
import { t } from "../../../i18n/index.ts";
import { useLeido } from "../../../lib/lista-viva.ts";
import { avisar } from "../../../state/toasts.ts";

const CADA_MS = 3000;
const CLASES = {
  programado: "e-asignado",
  enviando: "e-en_proceso",
  enviado: "e-resuelto",
  terminado: "neutro",
} as const;

/** All that an anuncio's list needs: itself, and the names of the zonas. */
const leer = async () => {
  const [anuncios, zonas] = await Promise.all([api.listarAnuncios(), api.zonas()]);
  return { anuncios, zonas };
};

function Avance({ a }: { a: Anuncio }) {
  if (a.destinatarios === null) return null;
  return (
    <div class="avance-anuncio">
      <progress max={Math.max(a.destinatarios, 1)} value={a.entregados + a.fallidos}>
        {a.entregados}
      </progress>
      <p class="chico suave">
        {[
          tan.avance(a.entregados, a.destinatarios),
          ...(a.leidos > 0 ? [tan.leidos(a.leidos)] : []),
          ...(a.fallidos > 0 ? [tan.fallidos(a.fallidos)] : []),
        ].join(" · ")}
      </p>
    </div>
  );
}

function Terminar({ a, alTerminar }: { a: Anuncio; alTerminar: () => void }) {
  const [pregunta, setPregunta] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const terminar = async () => {
    try {
      await api.terminarAnuncio(a.id);
      setPregunta(false);
      avisar(tan.terminado(a.titulo), { tono: "bien" });
      alTerminar();
    } catch (e) {
      setError(e);
    }
  };
  return (
    <>
      <button
        type="button"
        class="boton contorno chica"
        aria-label={tan.terminarCual(a.titulo)}
        onClick={() => setPregunta(true)}
      >
        {tan.terminar}
      </button>
      {pregunta ? (
        <Dialogo titulo={tan.terminarCual(a.titulo)} alCerrar={() => setPregunta(false)}>
          <div class="pila">
            <p>{tan.seguro}</p>
            {error ? <Alerta>{mensajeDe(error)}</Alerta> : null}
            <div class="fila derecha">
              <button type="button" class="boton contorno" onClick={() => setPregunta(false)}>
                {t.comun.cancelar}
              </button>
              <button type="button" class="boton" onClick={() => void terminar()}>
                {tan.siTerminar}
              </button>
            </div>
          </div>
        </Dialogo>
      ) : null}
    </>
  );
}

function Fila({ a, zona, releer }: { a: Anuncio; zona: string | null; releer: () => void }) {
  const vivo = a.estado !== "terminado";
  const quienes = a.rol ? tan.roles[a.rol] : tan.todos;
  return (
    <li class={`tarjeta pila${vivo ? "" : " apagada"}`}>
      <div class="fila entre arriba envuelve">
        <h2 class="titulo-anuncio">{a.titulo}</h2>
        <span class={`insignia ${CLASES[a.estado]}`}>{tan.estados[a.estado]}</span>
      </div>
      <p class="chico suave">
        {tan.aQuienes(quienes, zona)}
        {a.publico ? ` · ${tan.enPortada}` : null}
      </p>
      <p class="dos-renglones">{a.texto}</p>
      <p class="chico suave">
        {a.estado === "programado" ? tan.sale : tan.salio} <Cuando iso={a.publicar_en} /> ·{" "}
        {vivo ? tan.termina : tan.termino} <Cuando iso={a.terminado_en ?? a.vence_en} />
      </p>
      <Avance a={a} />
      {vivo ? (
        <div class="fila derecha">
          <Terminar a={a} alTerminar={releer} />
        </div>
      ) : null}
    </li>
  );
}

function Anuncios() {
  const leido = useLeido(leer);
  const { datos, releer } = leido;
  const [nuevo, setNuevo] = useState(false);
  const saliendo = datos?.anuncios.some((a) => a.estado === "enviando") ?? false;
  useEffect(() => {
    if (!saliendo) return;
    const reloj = setInterval(() => void releer(), CADA_MS);
    return () => clearInterval(reloj);
  }, [saliendo, releer]);
  return (
    <CuerpoCiudad
      titulo={tan.titulo}
      bajada={tan.bajada}
      accion={
        <button type="button" class="boton" onClick={() => setNuevo(true)}>
          <Icono d={mas} /> {tan.nuevo}
        </button>
      }
    >
      <Mostrar leido={leido}>
        {({ anuncios, zonas }) => (
          <>
            {anuncios.length === 0 ? (
              <Vacio titulo={tan.vacio} texto={tan.vacioTexto} />
            ) : (
              <>
                <ul class="lista-simple">
                  {anuncios.map((a) => (
                    <Fila
                      key={a.id}
                      a={a}
                      zona={zonas.find((z) => z.id === a.zona_id)?.nombre ?? null}
                      releer={() => void releer()}
                    />
                  ))}
                </ul>
                <p class="chico suave">{tan.menos}</p>
              </>
            )}
            {nuevo ? (
              <FichaDeAnuncio
                zonas={zonas}
                alGuardar={(a) => {
                  setNuevo(false);
                  const dicho = a.estado === "programado" ? tan.programado : tan.publicado;
                  avisar(dicho(a.titulo), { tono: "bien" });
                  void releer();
                }}
                alCerrar={() => setNuevo(false)}
              />
            ) : null}
          </>
        )}
      </Mostrar>
    </CuerpoCiudad>
  );
}

export default soloAdmin(Anuncios);
