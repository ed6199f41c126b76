import { useEffect, useState } from "preact/hooks";
import type { Anuncio } from "../../../../contract/esquemas/avisos.ts";
import type { Zona } from "../../../../contract/esquemas/catalogos.ts";
import * as api from "../../../api/ciudad.ts";
import { mensajeDe } from "../../../api/error.ts";
import { Alerta, Vacio } from "../../../components/base/avisos.tsx";
import { Dialogo } from "../../../components/base/dialogo.tsx";
import { Icono } from "../../../components/base/icono.tsx";
import { Cuando } from "../../../components/base/tiempo.tsx";
import { FichaDeAnuncio } from "../../../components/gestion/ciudad/anuncio.tsx";
import { FichaDelFinal } from "../../../components/gestion/ciudad/anuncio-final.tsx";
import { CuerpoCiudad, soloAdmin } from "../../../components/gestion/ciudad/pagina.tsx";
import { Mostrar } from "../../../components/gestion/ciudad/piezas.tsx";
import { mas } from "../../../components/iconos.ts";
import { tan } from "../../../i18n/anuncios.ts";
import { t } from "../../../i18n/index.ts";
import { exacta } from "../../../lib/fechas.ts";
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

type PropsFila = { a: Anuncio; zona: string | null; releer: () => void; alEditar: () => void };

function Fila({ a, zona, releer, alEditar }: PropsFila) {
  const [editar, cual] =
    a.estado === "programado" ? [tan.editar, tan.editarCual] : [tan.extender, tan.extenderCual];
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
        {a.estado === "programado" ? (
          <>
            {tan.sale} <Exacta iso={a.publicar_en} />
          </>
        ) : (
          <>
            {tan.salio} <Cuando iso={a.publicar_en} />
          </>
        )}
        {" · "}
        {vivo ? (
          <>
            {tan.termina} <Exacta iso={a.vence_en} />
          </>
        ) : (
          <>
            {tan.termino} <Cuando iso={a.terminado_en ?? a.vence_en} />
          </>
        )}
      </p>
      <Avance a={a} />
      {vivo ? (
        <div class="fila derecha envuelve">
          <button
            type="button"
            class="boton contorno chica"
            aria-label={cual(a.titulo)}
            onClick={alEditar}
          >
            {editar}
          </button>
          <Terminar a={a} alTerminar={releer} />
        </div>
      ) : null}
    </li>
  );
}

/** A moment that is to come: the day and the hour. */
const Exacta = ({ iso }: { iso: string }) => <time datetime={iso}>{exacta(iso)}</time>;

/** How the saving of one is told. */
function dichoDe(a: Anuncio, antes: Anuncio | 0) {
  if (a.estado === "programado") return antes === 0 ? tan.programado : tan.editado;
  return antes === 0 || antes.estado === "programado" ? tan.publicado : tan.editado;
}

type PropsFicha = {
  fila: Anuncio | 0;
  zonas: readonly Zona[];
  alGuardar: (a: Anuncio) => void;
  alCerrar: () => void;
};

/** The form of a new one and of one that waits; of one that is out, only its end. */
function Ficha({ fila, zonas, ...resto }: PropsFicha) {
  if (fila === 0 || fila.estado === "programado")
    return <FichaDeAnuncio fila={fila || null} zonas={zonas} {...resto} />;
  return <FichaDelFinal fila={fila} {...resto} />;
}

function Anuncios() {
  const leido = useLeido(leer);
  const { datos, releer } = leido;
  /** What is being written: null nothing, 0 a new one, or that one as it was when its form was opened. */
  const [ficha, setFicha] = useState<Anuncio | 0 | null>(null);
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
        <button type="button" class="boton" onClick={() => setFicha(0)}>
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
                      alEditar={() => setFicha(a)}
                    />
                  ))}
                </ul>
                <p class="chico suave">{tan.menos}</p>
              </>
            )}
            {ficha === null ? null : (
              <Ficha
                fila={ficha}
                zonas={zonas}
                alGuardar={(a) => {
                  setFicha(null);
                  avisar(dichoDe(a, ficha)(a.titulo), { tono: "bien" });
                  void releer();
                }}
                alCerrar={() => {
                  setFicha(null);
                  // It may have gone out, or be another's by now.
                  void releer();
                }}
              />
            )}
          </>
        )}
      </Mostrar>
    </CuerpoCiudad>
  );
}

export default soloAdmin(Anuncios);
