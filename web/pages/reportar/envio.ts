import { effect } from "@preact/signals";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { ErrorApi, esErrorApi } from "../../api/error.ts";
import { crearReclamo } from "../../api/reclamos.ts";
import { subirTodas } from "../../components/fotos.tsx";
import { tf } from "../../i18n/fotos.ts";
import { tn } from "../../i18n/reporte.ts";
import type { Borrador } from "../../state/borrador.ts";
import { cola } from "../../state/cola.ts";
import type { Envio } from "../../state/envio.ts";

/** How far a sending is: each photo is a step, and the report the last. */
export type Progreso = { texto: string; hecho: number; de: number };

/** How a report ended; what the last screen tells. */
export type Fin =
  | { tipo: "enviado"; r: Reclamo }
  | { tipo: "sumado"; r: Reclamo }
  /** Kept in this browser, to be sent by itself: the id of what waits. */
  | { tipo: "guardado"; id: number }
  /** With an e-mail address alone: it waits for its link. */
  | { tipo: "porConfirmar"; email: string; dias: number }
  /** Its key had been used: the first sending had arrived, though its answer was lost. */
  | { tipo: "yaEstaba" };

export const RUTA = "/api/reclamos";

/** What the API takes, without the photos, which get their ids on the way. */
export const cuerpoDe = (b: Borrador) => ({
  titulo: b.titulo,
  descripcion: b.descripcion,
  direccion: b.direccion,
  categoria_id: b.categoria_id,
  ...(b.punto ?? {}),
});

/** With a signal, how long one looks at what seems not to move before being told that it is kept. */
const PACIENCIA_MS = 2500;
const CADA_MS = 300;

function progresoDe(e: Envio): Progreso {
  const hecho = e.fotos.filter((f) => f.id !== undefined).length;
  const de = e.fotos.length + 1;
  const texto = hecho < e.fotos.length ? tf.subiendo(hecho + 1, e.fotos.length) : tn.guardando;
  return { texto, hecho, de };
}

/** Follows what was put in the queue until it is sent, refused, or plainly waiting for a signal. */
function seguirEnvio(id: number, alAvanzar: (p: Progreso) => void): Promise<Fin> {
  return new Promise((bien, mal) => {
    let quieto = Date.now();
    const terminar = (hacer: () => void) => {
      clearInterval(reloj);
      queueMicrotask(() => dejar());
      hacer();
    };
    const mirar = () => {
      const e = cola.envios.value.find((x) => x.id === id);
      if (!e) return;
      if (e.estado === "enviado")
        return terminar(() => bien({ tipo: "enviado", r: e.respuesta as Reclamo }));
      if (e.estado === "conflicto") {
        const repetido = e.problema?.codigo === "clave_reusada";
        const porque = new ErrorApi("problema", e.problema?.status ?? 0, e.problema, null);
        // The draft is still here, to be mended and sent again.
        return terminar(() => {
          void cola.olvidar(id);
          if (repetido) bien({ tipo: "yaEstaba" });
          else mal(porque);
        });
      }
      if (e.estado === "enviando") {
        quieto = Date.now();
        return alAvanzar(progresoDe(e));
      }
      const espero = Date.now() - quieto;
      if (!navigator.onLine || cola.sinSesion.value || espero > PACIENCIA_MS)
        terminar(() => bien({ tipo: "guardado", id }));
    };
    // The queue notes each photo in its store without saying so. First of all: looking may end it at once.
    const reloj = setInterval(() => void cola.releer().then(mirar), CADA_MS);
    const dejar = effect(mirar);
  });
}

/** For a browser that keeps nothing, as a private window: straight to the server. */
async function enviarDirecto(b: Borrador, alAvanzar: (p: Progreso) => void): Promise<Fin> {
  const de = b.fotos.length + 1;
  const fotos = await subirTodas(b.fotos, (n, cuantas) =>
    alAvanzar({ texto: tf.subiendo(n, cuantas), hecho: n - 1, de }),
  );
  alAvanzar({ texto: tn.guardando, hecho: fotos.length, de });
  try {
    const cuerpo = { ...cuerpoDe(b), fotos: fotos.map((f) => f.id) };
    return { tipo: "enviado", r: await crearReclamo(cuerpo, b.clave) };
  } catch (e) {
    if (esErrorApi(e) && e.es("clave_reusada")) return { tipo: "yaEstaba" };
    throw e;
  }
}

/**
 * Keeps the report to be sent, photos and all, with the draft's one key: whatever is repeated, one reclamo.
 * @returns once it is sent, or once it is plain that it waits for a signal
 * @throws ErrorApi when the server refused it; the draft is then as it was
 */
export async function enviar(b: Borrador, alAvanzar: (p: Progreso) => void): Promise<Fin> {
  let e: Envio;
  try {
    e = await cola.encolar({
      metodo: "POST",
      ruta: RUTA,
      cuerpo: cuerpoDe(b),
      fotos: b.fotos,
      grupo: null,
      asunto: b,
      clave: b.clave,
    });
  } catch {
    return enviarDirecto(b, alAvanzar);
  }
  return seguirEnvio(e.id, alAvanzar);
}
