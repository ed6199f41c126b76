import { MailChannelsClient, Suppressions, Webhooks } from "mailchannels-sdk";
import * as z from "zod/mini";
import type { Novedad } from "../domain/correos/novedades.ts";
import type { Entorno } from "../env.ts";
import { firmadoPor, OCUPADO } from "./claves.ts";

/** A call is good for so long (RFC 9421, 3.2.1), and a clock may be so much ahead of ours. */
const VIDA_SEGUNDOS = 300;
const ADELANTE_SEGUNDOS = 60;

const evento = z.object({
  event: z.string(),
  timestamp: z.int(),
  campaign_id: z.optional(z.nullable(z.string())),
  reason: z.optional(z.nullable(z.string())),
  status: z.optional(z.nullable(z.union([z.string(), z.number()]))),
});
const eventos = z.array(evento);

const ENTRADA =
  /^(sig_\d{1,12})=\("content-digest"\);created=(\d{1,12});alg="ed25519";keyid="([\w.-]{1,100})"$/;
const FIRMA = /^(sig_\d{1,12})=:[\w+/]{86}==:$/;
const DIGESTO = /^sha-256=:([\w+/]{43}=):$/;

const sha256 = async (texto: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(texto)));

/** What can be seen of a call without a key: its headers' shape, its age, and that the digest is its body's. */
async function bienFormada(cuerpo: string, cabeceras: Headers, ahora: number) {
  const dicho = (nombre: string) => cabeceras.get(nombre) ?? "";
  const [, sello, creado, clave] = ENTRADA.exec(dicho("signature-input")) ?? [];
  const [, delSello] = FIRMA.exec(dicho("signature")) ?? [];
  const [, digesto] = DIGESTO.exec(dicho("content-digest")) ?? [];
  if (!creado || !clave || !digesto || sello !== delSello) return null;
  if (Number(creado) > ahora + ADELANTE_SEGUNDOS || Number(creado) < ahora - VIDA_SEGUNDOS)
    return null;
  if (btoa(String.fromCharCode(...(await sha256(cuerpo)))) !== digesto) return null;
  return {
    clave,
    headers: {
      "content-digest": dicho("content-digest"),
      signature: dicho("signature"),
      "signature-input": dicho("signature-input"),
    },
  };
}

/**
 * Reads a call of the provider: an HTTP message signature (RFC 9421, Ed25519) over the digest of its body, which the SDK
 * checks, and with it that it is no older than five minutes. What is cheap is looked at first: only a call that could be
 * genuine makes us ask the provider for its key.
 * @param permiso throws when who calls has made us ask often enough
 * @returns what it tells, and a digest that names this very call; null when it is not the provider's; OCUPADO when that
 *   cannot be known just now
 */
export async function leerNovedades(
  entorno: Entorno,
  cuerpo: string,
  cabeceras: Headers,
  ahora: number,
  permiso: () => Promise<void>,
): Promise<{ huella: string; novedades: Novedad[] } | typeof OCUPADO | null> {
  const llamada = await bienFormada(cuerpo, cabeceras, ahora);
  if (!llamada) return null;
  const { clave, headers } = llamada;
  const vale = (publicKey: string) => Webhooks.verify({ payload: cuerpo, headers, publicKey });
  const suya = await firmadoPor(entorno, clave, ahora, vale, permiso);
  if (suya === OCUPADO) return OCUPADO;
  if (!suya) return null;
  const huella = [...(await sha256(`${headers["signature-input"]}\n${headers["content-digest"]}`))]
    .map((b) => b.toString(16).padStart(2, "0"))
    .join("");
  const leidos = eventos.safeParse(JSON.parse(cuerpo));
  return {
    huella,
    novedades: (leidos.data ?? []).map((e) => ({
      evento: e.event,
      referencia: e.campaign_id ?? null,
      en: e.timestamp,
      motivo: [e.status, e.reason].filter(Boolean).join(" ") || null,
    })),
  };
}

const LEVANTAR_MS = 10_000;

/**
 * Takes an address off the provider's own list, so that the next mail is tried; best effort: if the provider still keeps it,
 * that mail says so. Without a provider there is no list.
 * @param de what it is on the list for; the SDK's own default is only what we would have put there
 */
export async function levantarEnProveedor(
  { mail }: Entorno,
  email: string,
  de: "all" | "spam_complaint",
): Promise<void> {
  if (!mail.apiKey) return;
  const cliente = new MailChannelsClient(
    mail.apiKey,
    mail.baseUrl ? { baseUrl: mail.baseUrl } : {},
  );
  await Promise.race([
    new Suppressions(cliente).delete(encodeURIComponent(email), de).catch(() => undefined),
    new Promise((listo) => setTimeout(listo, LEVANTAR_MS)),
  ]);
}
