import { abrirDb, type Db } from "../db/client.ts";
import { fichaDeBaja } from "../domain/correos/baja.ts";
import { firmar } from "../domain/correos/firma.ts";
import { type Entorno, entornoDe } from "../env.ts";
import { deAPocos } from "../events/deps.ts";
import { denunciar } from "../observar.ts";
import type { Leido } from "./datos.ts";
import { casaDe } from "./enlace.ts";
import { levantarEnProveedor } from "./novedades.ts";
import { rendirLeidos } from "./render.ts";
import { anotar, apartar, enterrar, tomar } from "./tomar.ts";
import { type Mensaje, type Resultado, type Transporte, transporteDe } from "./transporte.ts";

/** One job: the id of a row in `correos`. */
export type TrabajoCorreo = { correo_id: number };

/** The seed's 60 s (its section 5.1), growing. One wait for each of its 3 retries. */
const ESPERAS_SEGUNDOS = [60, 120, 240] as const;
/** A provider's queue calls back when it can: an unknown outcome waits longer before it is sent again. */
const ESPERA_INCIERTO_SEGUNDOS = 300;

export type DepsCorreo = {
  db: Db;
  transporte: Transporte;
  entorno: Entorno;
  /** Epoch seconds. */
  ahora: () => number;
};

/** What the queue is to do with the message. */
export type Seguir = { hacer: "ack" } | { hacer: "retry"; segundos: number };

const ACK: Seguir = { hacer: "ack" };
const esperaDe = (intento: number): number =>
  ESPERAS_SEGUNDOS[Math.min(intento, ESPERAS_SEGUNDOS.length) - 1] ?? ESPERAS_SEGUNDOS[0];

/** The same for the same row, each time that it is sent, and nobody else's to make. At most 48 characters (the provider's campaign id). */
const referenciaDe = async (secreto: string, id: number): Promise<string> =>
  `correo-${id}-${await firmar(secreto, "referencia", String(id))}`;

/** The page where this reader turns these kinds off, without signing in; null for mail about their account, which is none. */
async function bajaDe(
  { appUrl, authSecret }: Entorno,
  leidos: readonly Leido[],
): Promise<string | null> {
  const personaId = leidos[0]?.correo.persona_id ?? 0;
  const tipos = leidos.flatMap(({ datos }) =>
    datos && "resumen" in datos ? "resumen" : datos && "evento" in datos ? datos.evento.tipo : [],
  );
  if (tipos.length === 0) return null;
  return `${appUrl}/baja/${await fichaDeBaja(authSecret, { personaId, tipos })}`;
}

/** Why nothing goes out. */
function porQueNada(leido: Leido | undefined): { estado: "fallido" | "suprimido"; error: string } {
  if (!leido?.datos) return { estado: "fallido", error: "Ya no está lo que contaba." };
  if (leido.suprimido) return { estado: "suprimido", error: leido.suprimido };
  return { estado: "fallido", error: `No hay una plantilla «${leido.correo.plantilla}».` };
}

/**
 * Sends one mail, once: claims its row, renders it from the truth of now, hands it to the transport, writes what became of
 * it.
 * @param intento which delivery of the queue's message this is, from 1
 */
export async function atenderCorreo(
  deps: DepsCorreo,
  id: number,
  intento: number,
): Promise<Seguir> {
  const { db, entorno } = deps;
  const tomado = await tomar(db, id, deps.ahora(), casaDe(entorno));
  if (tomado.tipo === "terminado") return ACK;
  if (tomado.tipo === "ocupado") return { hacer: "retry", segundos: tomado.segundos };
  const { leidos, intentos } = tomado;
  const vivos = leidos.filter((l) => l.datos && !l.suprimido);
  const [uno] = vivos;
  const fuera = leidos.slice(1).filter((l) => !vivos.includes(l));
  await apartar(
    db,
    fuera.map((l) => ({ id: l.correo.id, ...porQueNada(l) })),
    deps.ahora(),
  );
  const baja = await bajaDe(entorno, vivos);
  const rendido = rendirLeidos(vivos, baja);
  if (!uno || !rendido) {
    const asunto = rendirLeidos(leidos)?.asunto;
    await anotar(db, id, intentos, {
      ...porQueNada(leidos[0]),
      ...(asunto && { asunto }),
      ahora: deps.ahora(),
    });
    return ACK;
  }
  if (uno.aunqueQueja) await levantarEnProveedor(entorno, uno.correo.para, "spam_complaint");
  const resultado = await deps.transporte.enviar({
    ...rendido,
    para: { email: uno.correo.para, nombre: uno.nombre },
    remitente: uno.remitente,
    referencia: await referenciaDe(entorno.authSecret, id),
    desuscribir: baja,
  } satisfies Mensaje);
  const { desenlace, seguir } = desenlaceDe(resultado, {
    ahora: deps.ahora(),
    intento,
    segundaVez: tomado.segundaVez,
  });
  await conPaciencia(() =>
    anotar(db, id, intentos, { ...desenlace, ahora: deps.ahora(), asunto: rendido.asunto }),
  );
  return seguir;
}

type Momento = { ahora: number; intento: number; segundaVez: boolean };

/** The state that each result leads to, and what the queue is to do. */
export function desenlaceDe(r: Resultado, { ahora, intento, segundaVez }: Momento) {
  const espera = esperaDe(intento);
  switch (r.tipo) {
    case "enviado":
      return {
        desenlace: {
          estado: "enviado" as const,
          proveedor_id: r.proveedorId,
          message_id: r.messageId,
          enviado_en: ahora,
        },
        seguir: ACK,
      };
    case "simulado":
      return { desenlace: { estado: "simulado" as const }, seguir: ACK };
    case "rechazado":
      return { desenlace: { estado: "fallido" as const, error: r.motivo }, seguir: ACK };
    case "reintentar":
      // A refused second send says nothing of the first: it stays uncertain, and keeps its one more send.
      return {
        desenlace: segundaVez
          ? { estado: "incierto" as const, error: r.motivo, reclamado_hasta: ahora }
          : { estado: "reintentando" as const, error: r.motivo },
        seguir: { hacer: "retry" as const, segundos: espera },
      };
    case "incierto":
      return segundaVez
        ? { desenlace: { estado: "incierto" as const, error: r.motivo }, seguir: ACK }
        : {
            desenlace: {
              estado: "incierto" as const,
              error: r.motivo,
              reclamado_hasta: ahora + ESPERA_INCIERTO_SEGUNDOS - 30,
              segunda_en: ahora,
            },
            // The queue delivers no more after its last: the sweep asks for the second send.
            seguir:
              intento > ESPERAS_SEGUNDOS.length
                ? ACK
                : { hacer: "retry" as const, segundos: ESPERA_INCIERTO_SEGUNDOS },
          };
  }
}

/** The message is out: not to write that down would send it twice. So this write is tried a few times. */
async function conPaciencia(escribir: () => Promise<void>): Promise<void> {
  const PAUSAS_MS = [100, 500, 2000];
  for (const pausa of PAUSAS_MS) {
    try {
      return await escribir();
    } catch {
      await new Promise((listo) => setTimeout(listo, pausa));
    }
  }
  return escribir();
}

/** How many messages of a batch ended how, for the log line. */
export type Cuenta = { ack: number; retry: number };

async function repartir<T>(
  batch: MessageBatch<T>,
  atender: (mensaje: Message<T>) => Promise<Seguir>,
): Promise<Cuenta> {
  const cuenta: Cuenta = { ack: 0, retry: 0 };
  const uno = async (mensaje: Message<T>) => {
    // A failure of ours (the database away) is this message's alone.
    const seguir = await atender(mensaje).catch((error: unknown): Seguir => {
      denunciar(error);
      return { hacer: "retry", segundos: esperaDe(mensaje.attempts) };
    });
    cuenta[seguir.hacer] += 1;
    if (seguir.hacer === "ack") mensaje.ack();
    else mensaje.retry({ delaySeconds: seguir.segundos });
  };
  await deAPocos(batch.messages, uno);
  return cuenta;
}

const idDe = (cuerpo: unknown): number | null => {
  const id = (cuerpo as Partial<TrabajoCorreo> | null)?.correo_id;
  return Number.isSafeInteger(id) ? (id as number) : null;
};

const segundos = (): number => Math.floor(Date.now() / 1000);

/** Consumer of the queue of mail. Each message is acked or retried on its own. */
export async function consumirCorreo(
  batch: MessageBatch<TrabajoCorreo>,
  env: Env,
  _ctx?: ExecutionContext,
): Promise<Cuenta> {
  const entorno = entornoDe(env);
  const deps: DepsCorreo = {
    db: abrirDb(env.DB),
    transporte: transporteDe(entorno),
    entorno,
    ahora: segundos,
  };
  return repartir(batch, async ({ body, attempts }) => {
    const id = idDe(body);
    return id === null ? ACK : atenderCorreo(deps, id, attempts);
  });
}

/** Consumer of its dead letters: what the queue gave up on is `fallido`, and an admin can send it again. */
export async function enterrarCorreo(
  batch: MessageBatch<TrabajoCorreo>,
  env: Env,
): Promise<Cuenta> {
  const db = abrirDb(env.DB);
  return repartir(batch, async ({ body }) => {
    const id = idDe(body);
    if (id !== null) await enterrar(db, id);
    return ACK;
  });
}
