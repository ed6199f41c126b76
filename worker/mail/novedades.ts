import { MailChannelsClient, Suppressions, Webhooks } from "mailchannels-sdk";
import * as z from "zod/mini";
import type { Novedad } from "../domain/correos/novedades.ts";
import type { Entorno } from "../env.ts";

/** A call is good for so long (RFC 9421, 3.2.1), and a clock may be so much ahead of ours. */
const ADELANTE_SEGUNDOS = 60;
const CLAVES_MAX = 10;

const evento = z.object({
  event: z.string(),
  timestamp: z.int(),
  campaign_id: z.optional(z.nullable(z.string())),
  reason: z.optional(z.nullable(z.string())),
  status: z.optional(z.nullable(z.union([z.string(), z.number()]))),
});
const eventos = z.array(evento);

/** The provider's public keys by their id, asked for once in this isolate. */
const claves = new Map<string, string>();

async function claveDe({ mail }: Entorno, id: string): Promise<string | null> {
  if (mail.claveNovedades) return mail.claveNovedades;
  const conocida = claves.get(id);
  if (conocida) return conocida;
  const cliente = new MailChannelsClient(
    mail.apiKey ?? "sin-clave",
    mail.baseUrl ? { baseUrl: mail.baseUrl } : {},
  );
  const { data } = await new Webhooks(cliente).getSigningKey(id);
  if (data && claves.size < CLAVES_MAX) claves.set(id, data.key);
  return data?.key ?? null;
}

const ENTRADA =
  /^\w+=\("content-digest"\);created=(\d{1,12});alg="ed25519";keyid="([\w.-]{1,100})"$/;

/**
 * Reads a call of the provider: an HTTP message signature (RFC 9421, Ed25519) over the digest of its body, which the SDK
 * checks, and with it that it is no older than five minutes.
 * @returns what it tells, and a digest that names this very call; null when it is not the provider's
 */
export async function leerNovedades(
  entorno: Entorno,
  cuerpo: string,
  cabeceras: Headers,
  ahora: number,
): Promise<{ huella: string; novedades: Novedad[] } | null> {
  const dicho = (nombre: string) => cabeceras.get(nombre) ?? "";
  const [, creado, clave] = ENTRADA.exec(dicho("signature-input")) ?? [];
  if (!creado || !clave || Number(creado) > ahora + ADELANTE_SEGUNDOS) return null;
  const publicKey = await claveDe(entorno, clave);
  if (!publicKey) return null;
  const headers = {
    "content-digest": dicho("content-digest"),
    signature: dicho("signature"),
    "signature-input": dicho("signature-input"),
  };
  if (!(await Webhooks.verify({ payload: cuerpo, headers, publicKey }))) return null;
  const firmado = new TextEncoder().encode(
    `${headers["signature-input"]}\n${headers["content-digest"]}`,
  );
  const huella = [...new Uint8Array(await crypto.subtle.digest("SHA-256", firmado))]
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

/** Takes an address off the provider's own list, so that the next mail is tried. Without a provider there is no list. */
export async function levantarEnProveedor({ mail }: Entorno, email: string): Promise<void> {
  if (!mail.apiKey) return;
  const cliente = new MailChannelsClient(
    mail.apiKey,
    mail.baseUrl ? { baseUrl: mail.baseUrl } : {},
  );
  await new Suppressions(cliente).delete(encodeURIComponent(email));
}
