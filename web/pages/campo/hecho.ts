import { TRANSICIONES } from "../../../contract/acciones.ts";
import type { Reclamo, ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import { type Estado, estaAbierto } from "../../../contract/estados.ts";
import { ZONA_HORARIA } from "../../i18n/index.ts";
import type { Envio } from "../../state/envio.ts";

/** What a crew does in the street. */
export type AccionCampo = "iniciar" | "resolver" | "devolver" | "comentar";

/** What the queue keeps beside the request: which action, and the reclamo as the person saw it. */
export type Asunto = { tipo: "campo"; accion: AccionCampo; fila: ReclamoFila };
export type Hecho = Envio & { asunto: Asunto };

/** A reclamo of the crew's, with what was done here and the server does not know yet. */
export type Trabajo = {
  fila: ReclamoFila;
  /** As it is with all that was done here. */
  estado: Estado;
  /** The version that the next action goes on. */
  version: number;
  /** Not sent yet, oldest first. */
  hechos: readonly Hecho[];
  /** The server refused something of it: the person decides before anything else is done. */
  parado: boolean;
};

const esDeCampo = (e: Envio): e is Hecho => (e.asunto as Asunto | null)?.tipo === "campo";
/** Those of the queue that are a crew's actions. */
export const deCampo = (envios: readonly Envio[]): Hecho[] => envios.filter(esDeCampo);

/** Whether the table allows it from that estado; who may is the server's to say. */
export const puede = (a: AccionCampo, estado: Estado): boolean =>
  TRANSICIONES[a].reglas.some((r) => (r.desde as readonly Estado[]).includes(estado));

/** The newest that is known of it: an answer may be newer than the list. */
function masNueva(fila: ReclamoFila, suyos: readonly Hecho[]): ReclamoFila {
  const respuestas = suyos.flatMap((h) =>
    h.estado === "enviado" && h.respuesta ? [h.respuesta as Reclamo] : [],
  );
  return respuestas.reduce<ReclamoFila>((a, b) => (b.version > a.version ? b : a), fila);
}

/** One reclamo with what was done to it here. */
export function conLoHecho(vista: ReclamoFila, todos: readonly Hecho[]): Trabajo {
  const suyos = todos.filter((h) => h.asunto.fila.id === vista.id);
  const fila = masNueva(vista, suyos);
  const hechos = suyos.filter((h) => h.estado !== "enviado");
  let { estado, version } = fila;
  for (const { asunto, cuerpo } of hechos) {
    const { hacia, mueveVersion } = TRANSICIONES[asunto.accion];
    estado = hacia ?? estado;
    if (mueveVersion) version = (cuerpo.version as number) + 1;
  }
  return { fila, estado, version, hechos, parado: hechos.some((h) => h.estado === "conflicto") };
}

/** The list, and what was done here to reclamos that are no longer in it. */
export function trabajos(filas: readonly ReclamoFila[], hechos: readonly Hecho[]): Trabajo[] {
  const enLista = new Set(filas.map((f) => f.id));
  const fuera = new Map<number, ReclamoFila>();
  for (const h of hechos)
    if (h.estado !== "enviado" && !enLista.has(h.asunto.fila.id))
      fuera.set(h.asunto.fila.id, h.asunto.fila);
  return [...filas, ...fuera.values()].map((f) => conLoHecho(f, hechos));
}

export type Jornada = {
  paraRevisar: Trabajo[];
  hoy: Trabajo[];
  masAdelante: Trabajo[];
  /** Done as far as the crew goes; the server does not know. */
  faltaEnviar: Trabajo[];
};

const diaDe = new Intl.DateTimeFormat("en-CA", { timeZone: ZONA_HORARIA });
const cuando = ({ fila }: Trabajo): string => fila.programado_para ?? fila.vence_en ?? "9999";
const enCurso = (t: Trabajo): number => (t.estado === "en_proceso" ? 0 : 1);
const porTurno = (a: Trabajo, b: Trabajo): number =>
  enCurso(a) - enCurso(b) || cuando(a).localeCompare(cuando(b)) || a.fila.id - b.fila.id;

/**
 * The day in its order: what was begun, then by the hour it is planned for or promised by.
 * @param ahora epoch milliseconds
 */
export function jornada(todos: readonly Trabajo[], ahora: number): Jornada {
  const hoy = diaDe.format(ahora);
  const j: Jornada = { paraRevisar: [], hoy: [], masAdelante: [], faltaEnviar: [] };
  for (const t of [...todos].sort(porTurno)) {
    const terminado = t.hechos.some((h) => h.asunto.accion !== "comentar" && cierra(h));
    if (t.parado) j.paraRevisar.push(t);
    else if (terminado) j.faltaEnviar.push(t);
    else if (!estaAbierto(t.estado)) continue;
    else if (t.fila.programado_para && diaDe.format(new Date(t.fila.programado_para)) > hoy)
      j.masAdelante.push(t);
    else j.hoy.push(t);
  }
  return j;
}
const cierra = (h: Hecho): boolean =>
  h.asunto.accion === "resolver" || h.asunto.accion === "devolver";

/** What can still be sent of what was done, on the reclamo as it is now. */
export type Replanteo = {
  sirven: { id: number; cuerpo: Record<string, unknown> }[];
  /** Ids of what has no place any more. */
  sobran: number[];
};

/** @param hechos of one reclamo, oldest first */
export function replantear(hechos: readonly Hecho[], ahora: Reclamo): Replanteo {
  const r: Replanteo = { sirven: [], sobran: [] };
  // Whoever may act on it may comment on it, whatever its estado.
  let esSuyo = ahora.acciones.includes("comentar");
  let { estado, version } = ahora;
  for (const h of hechos) {
    const { accion } = h.asunto;
    if (!esSuyo || !puede(accion, estado)) {
      r.sobran.push(h.id);
      continue;
    }
    const { hacia, mueveVersion } = TRANSICIONES[accion];
    r.sirven.push({ id: h.id, cuerpo: mueveVersion ? { ...h.cuerpo, version } : h.cuerpo });
    estado = hacia ?? estado;
    if (mueveVersion) version += 1;
    if (accion === "devolver") esSuyo = false;
  }
  return r;
}
