import { useCallback, useEffect, useState } from "preact/hooks";
import type { Paso, Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { esErrorApi, mensajeDe } from "../../api/error.ts";
import { verHistorial, verReclamo } from "../../api/reclamos.ts";
import { Insignia } from "../../components/base/estado.tsx";
import { Icono } from "../../components/base/icono.tsx";
import { Cuando } from "../../components/base/tiempo.tsx";
import { atencion } from "../../components/iconos.ts";
import { tk } from "../../i18n/campo.ts";
import { tg } from "../../i18n/gestion.ts";
import { t as comun } from "../../i18n/index.ts";
import { conCuadrilla, frase } from "../../lib/frases.ts";
import { cola } from "../../state/cola.ts";
import { type Replanteo, replantear, type Trabajo } from "./hecho.ts";
import { Pendiente } from "./pendiente.tsx";
import { enLinea } from "./trabajo.ts";

/** `ahora` is null when this person may no longer know of it. */
type Otra = { ahora: Reclamo | null; pasos: Paso[] };

/** How the reclamo stands, read by its codigo: by its id another crew's is not to be known of. */
async function leerOtra(codigo: string): Promise<Otra> {
  try {
    const [ahora, pasos] = await Promise.all([verReclamo(codigo), verHistorial(codigo)]);
    return { ahora, pasos };
  } catch (e) {
    if (esErrorApi(e) && e.status === 404) return { ahora: null, pasos: [] };
    throw e;
  }
}

function useOtra(codigo: string) {
  const [otra, setOtra] = useState<Otra | null>(null);
  const [error, setError] = useState<unknown>(null);
  const leer = useCallback(async () => {
    try {
      setOtra(await leerOtra(codigo));
      setError(null);
    } catch (e) {
      setError(e);
    }
  }, [codigo]);
  const conSenal = enLinea.value;
  useEffect(() => {
    if (conSenal) void leer();
  }, [leer, conSenal]);
  return { otra, error, leer };
}

/** What others did since the person saw it, oldest first. */
const desdeEntonces = (t: Trabajo, pasos: readonly Paso[]): Paso[] => {
  const visto = Date.parse(t.hechos[0]?.asunto.fila.actualizado_en ?? t.fila.actualizado_en);
  return conCuadrilla([...pasos].sort((a, b) => a.id - b.id)).filter(
    (p) => !p.mio && Date.parse(p.en) > visto,
  );
};

function Mientras({ t, otra }: { t: Trabajo; otra: Otra }) {
  const pasos = desdeEntonces(t, otra.pasos);
  return (
    <>
      <h3>{tk.conflicto.deOtros}</h3>
      {pasos.length > 0 ? (
        <ul class="mientras">
          {pasos.map((p) => (
            <li key={p.id}>
              {frase(p)}{" "}
              <span class="chico suave">
                · <Cuando iso={p.en} />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p>{otra.ahora ? tk.conflicto.sinCambios : tk.conflicto.noSeVe}</p>
      )}
      {otra.ahora ? (
        <p class="fila envuelve">
          {tk.conflicto.ahora}: <Insignia estado={otra.ahora.estado} />
          <span>{otra.ahora.cuadrilla?.nombre ?? tg.sinCuadrilla}</span>
        </p>
      ) : null}
    </>
  );
}

/** In words, what can be done about it. */
function consejo(otra: Otra, r: Replanteo): string {
  const c = tk.conflicto;
  if (r.sirven.length > 0) return c.sePuede;
  if (!otra.ahora) return c.noEsTuyo;
  return otra.ahora.acciones.includes("comentar") ? c.noSePuede : c.noEsTuyo;
}

/** Asks once more before what was written is lost. */
function Descartar({ alDescartar }: { alDescartar: () => void }) {
  const [seguro, preguntar] = useState(false);
  if (!seguro)
    return (
      <button type="button" class="boton contorno" onClick={() => preguntar(true)}>
        {tk.conflicto.descartar}
      </button>
    );
  return (
    <div class="pila">
      <p role="status">{tk.conflicto.seguro}</p>
      <div class="fila envuelve">
        <button type="button" class="boton contorno" onClick={() => preguntar(false)}>
          {tk.conflicto.conservar}
        </button>
        <button type="button" class="boton" onClick={alDescartar}>
          {tk.conflicto.siDescartar}
        </button>
      </div>
    </div>
  );
}

/** Both versions of a job that changed meanwhile: what was done here, and what others did; and what to do about it. */
export function Conflicto({ t, alDecidir }: { t: Trabajo; alDecidir: () => void }) {
  const { otra, error, leer } = useOtra(t.fila.codigo);
  const nada: Replanteo = { sirven: [], sobran: [] };
  const r = otra?.ahora ? replantear(t.hechos, otra.ahora) : nada;
  const problema = t.hechos.find((h) => h.estado === "conflicto")?.problema;
  // Ours to mend, or a datum to correct: the reclamo itself did not move.
  const deOtraClase = problema && ![403, 404, 409].includes(problema.status);
  const enviar = async () => {
    for (const id of r.sobran) await cola.olvidar(id);
    for (const x of r.sirven) await cola.reenviar(x.id, x.cuerpo);
    alDecidir();
  };
  const descartar = async () => {
    for (const h of t.hechos) await cola.olvidar(h.id);
    alDecidir();
  };
  return (
    <section class="conflicto" aria-label={`${tk.conflicto.titulo}: ${t.fila.titulo}`}>
      <p class="conflicto-titulo">
        <Icono d={atencion} /> <strong>{tk.conflicto.titulo}</strong>
      </p>
      {deOtraClase ? <p>{problema.detail}</p> : null}
      <h3>{tk.conflicto.tuyo}</h3>
      <Pendiente t={t} />
      {otra && !deOtraClase ? <Mientras t={t} otra={otra} /> : null}
      {otra ? (
        <p role="status">{consejo(otra, r)}</p>
      ) : error || !enLinea.value ? (
        <div class="pila">
          <p>{enLinea.value ? mensajeDe(error) : tk.conflicto.sinSenal}</p>
          <button type="button" class="boton contorno" onClick={() => void leer()}>
            {tk.conflicto.reintentar}
          </button>
        </div>
      ) : (
        <p aria-busy="true">{comun.comun.cargando}</p>
      )}
      <div class="fila envuelve">
        {r.sirven.length > 0 ? (
          <button type="button" class="boton" onClick={() => void enviar()}>
            {tk.conflicto.enviarIgual}
          </button>
        ) : null}
        <Descartar alDescartar={() => void descartar()} />
      </div>
    </section>
  );
}
