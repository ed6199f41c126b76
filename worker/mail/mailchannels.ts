import { Emails, MailChannelsClient } from "mailchannels-sdk";
import { renglonDeCabecera } from "./templates/palabras.ts";
import type { Mensaje, Resultado, Transporte } from "./transporte.ts";

/** The seed's task_time_limit (its section 5.1). */
export const LIMITE_DE_ENVIO_MS = 300_000;

export type OpcionesMailChannels = {
  apiKey: string;
  /** Null for the real provider. */
  baseUrl: string | null;
  de: { email: string; nombre: string };
  /** How mail is signed; null leaves it to the provider's own settings of the domain. */
  dkim?: { domain: string; selector: string; privateKey?: string } | null;
  limiteMs?: number;
};

/**
 * The SDK's client, for one request: with a time limit, without retries of its own, and remembering how far the request
 * came, which the SDK's answer does not tell (a message that it refuses itself looks like a lost connection).
 */
class ClienteConLimite extends MailChannelsClient {
  readonly #limiteMs: number;
  pedido = false;
  falla: unknown = null;

  constructor(apiKey: string, baseUrl: string | null, limiteMs: number) {
    super(apiKey, baseUrl ? { baseUrl } : {});
    this.#limiteMs = limiteMs;
  }

  protected override async _fetch<T>(
    ruta: string,
    opciones?: Parameters<MailChannelsClient["post"]>[1],
  ): Promise<T> {
    this.pedido = true;
    try {
      return await super._fetch<T>(ruta, {
        ...opciones,
        method: "POST",
        retry: false,
        signal: AbortSignal.timeout(this.#limiteMs),
      });
    } catch (error) {
      this.falla = error;
      throw error;
    }
  }
}

function conCausas(error: unknown): string {
  let texto = "";
  for (let e = error; e instanceof Error; e = e.cause) texto += `${e.name} ${e.message}\n`;
  return texto;
}

/**
 * No answer: the runtime tells a refused connection and one lost after sending in the same words, so it may have been
 * taken. (Deployed, a provider that cannot be reached is a 521 to 523 or a 530 of the edge's, which is certain.)
 */
const sinRespuesta = (falla: unknown): Resultado => ({
  tipo: "incierto",
  motivo: /timeout|abort/i.test(conCausas(falla))
    ? "El proveedor no contestó a tiempo."
    : "La conexión con el proveedor se cortó.",
});

/** Statuses of a gateway that handed the request on and does not know what became of it. */
const SIN_SABER = [504, 520, 524];

/** 429 and 5xx pass; any other refusal stays. */
function porStatus(status: number, detalle: string): Resultado {
  const motivo = `${status}: ${detalle}`;
  if (SIN_SABER.includes(status)) return { tipo: "incierto", motivo };
  return { tipo: status === 429 || status >= 500 ? "reintentar" : "rechazado", motivo };
}

/**
 * MailChannels' Email API. It keeps the Message-ID for itself (a reserved header) and knows no idempotency: what stays the
 * same when a message is sent twice is our own reference, in a header and as the campaign that its webhooks name.
 */
export function transporteMailChannels(o: OpcionesMailChannels): Transporte {
  return {
    async enviar(m: Mensaje): Promise<Resultado> {
      const cliente = new ClienteConLimite(o.apiKey, o.baseUrl, o.limiteMs ?? LIMITE_DE_ENVIO_MS);
      const { data, error } = await new Emails(cliente).send({
        from: {
          email: o.de.email,
          name: renglonDeCabecera(m.remitente.nombre || o.de.nombre),
        },
        ...(m.remitente.responderA ? { replyTo: { email: m.remitente.responderA } } : {}),
        ...(o.dkim ? { dkim: o.dkim } : {}),
        to: [{ email: m.para.email, name: renglonDeCabecera(m.para.nombre, 80) }],
        subject: m.asunto,
        html: m.html,
        text: m.texto,
        campaignId: m.referencia,
        headers: {
          "X-Baldosa-Ref": m.referencia,
          ...(m.desuscribir
            ? {
                "List-Unsubscribe": `<${m.desuscribir}>`,
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
              }
            : {}),
        },
      });
      if (error) {
        const motivo = renglonDeCabecera(error.message, 300);
        if (error.statusCode !== null) return porStatus(error.statusCode, motivo);
        return cliente.pedido ? sinRespuesta(cliente.falla) : { tipo: "rechazado", motivo };
      }
      const [primero] = data.results ?? [];
      if (primero?.status === "failed")
        return {
          tipo: "rechazado",
          motivo: renglonDeCabecera(primero.reason ?? "sin motivo", 300),
        };
      return {
        tipo: "enviado",
        proveedorId: data.requestId ?? null,
        messageId: primero?.messageId ?? null,
      };
    },
  };
}
