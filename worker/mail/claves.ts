import { MailChannelsClient, Webhooks } from "mailchannels-sdk";
import type { Entorno } from "../env.ts";

/** An id that the provider does not know is not asked again for so long: a signature is good for as long. */
const NADIE_SEGUNDOS = 300;
/** A key that stopped fitting may have been changed under its id, which is asked no more often than this. */
const VIEJA_SEGUNDOS = 600;
const PROBADAS_MAX = 10;
const VISTAS_MAX = 50;
/** Questions to the provider in a minute, by this isolate, whoever makes it ask. */
const PREGUNTAS_MAX = 10;
const VENTANA_SEGUNDOS = 60;

/** A public key, or null for an id that is nobody's. */
type Clave = { clave: string | null; en: number };

/** Keys that a genuine call was signed with. Nobody but the provider can put one here, so nobody can crowd them out. */
const probadas = new Map<string, Clave>();
/** Whatever else was asked for: strangers fill it with ids of their own, and the oldest gives way. */
const vistas = new Map<string, Clave>();
let preguntas: number[] = [];

/** No answer could be had just now: it is not known whether the call is genuine. */
export const OCUPADO = "ocupado";

function guardar(donde: Map<string, Clave>, max: number, id: string, clave: Clave): void {
  donde.delete(id);
  const [primera] = donde.keys();
  if (donde.size >= max && primera !== undefined) donde.delete(primera);
  donde.set(id, clave);
}

async function preguntar({ mail }: Entorno, id: string, ahora: number) {
  preguntas = preguntas.filter((en) => en > ahora - VENTANA_SEGUNDOS);
  if (preguntas.length >= PREGUNTAS_MAX) return OCUPADO;
  preguntas.push(ahora);
  const cliente = new MailChannelsClient(
    mail.apiKey ?? "sin-clave",
    mail.baseUrl ? { baseUrl: mail.baseUrl } : {},
  );
  const { data, error } = await new Webhooks(cliente).getSigningKey(id);
  if (data) return data.key;
  // The id is wrong, and not the provider's day.
  return error.statusCode === 400 || error.statusCode === 404 ? null : OCUPADO;
}

/**
 * Whether a call that is well formed was signed with the provider's key of that id. The provider is asked for a key once, and
 * again when one that used to fit no longer does; what it does not know is remembered for a while, and of all questions a
 * minute has but a few. Keys that fitted once need no question, so those never keep out a genuine call.
 * @param vale whether the call's signature is this key's
 * @param permiso throws when who calls has made us ask often enough
 */
export async function firmadoPor(
  entorno: Entorno,
  id: string,
  ahora: number,
  vale: (clave: string) => Promise<boolean>,
  permiso: () => Promise<void>,
): Promise<boolean | typeof OCUPADO> {
  if (entorno.mail.claveNovedades) return vale(entorno.mail.claveNovedades);
  const conocida = probadas.get(id) ?? vistas.get(id);
  if (conocida?.clave && (await vale(conocida.clave))) {
    if (vistas.delete(id)) guardar(probadas, PROBADAS_MAX, id, conocida);
    return true;
  }
  const aguanta = conocida?.clave ? VIEJA_SEGUNDOS : NADIE_SEGUNDOS;
  if (conocida && conocida.en > ahora - aguanta) return false;
  await permiso();
  const clave = await preguntar(entorno, id, ahora);
  if (clave === OCUPADO) return OCUPADO;
  const suya = clave !== null && (await vale(clave));
  if (suya) {
    vistas.delete(id);
    guardar(probadas, PROBADAS_MAX, id, { clave, en: ahora });
  } else if (conocida && probadas.has(id))
    // One that fitted once stays until another fits.
    guardar(probadas, PROBADAS_MAX, id, { ...conocida, en: ahora });
  else guardar(vistas, VISTAS_MAX, id, { clave, en: ahora });
  return suya;
}
