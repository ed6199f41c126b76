import type { Entorno } from "../env.ts";
import { transporteLog } from "./log.ts";
import { transporteMailChannels } from "./mailchannels.ts";

/** A message as a transport takes it. Nothing in it holds a line end where a header comes of it. */
export type Mensaje = {
  para: { email: string; nombre: string };
  /** As whom the municipality writes, and where an answer goes; null for what the settings say, and for nowhere else. */
  remitente: { nombre: string | null; responderA: string | null };
  asunto: string;
  html: string;
  texto: string;
  /** Our own name for it: the same each time that it is sent. */
  referencia: string;
  /** Page where the reader turns this kind off, for mail that nobody has to get: by GET it asks, by POST it does (RFC 8058). */
  desuscribir: string | null;
};

/** What became of one attempt to send. Only `enviado` says that the provider took it. */
export type Resultado =
  | { tipo: "enviado"; proveedorId: string | null; messageId: string | null }
  /** Nothing left the house: there is no provider. */
  | { tipo: "simulado" }
  /** It was certainly not taken, and may be later. */
  | { tipo: "reintentar"; motivo: string }
  /** It was certainly not taken, and never will be. */
  | { tipo: "rechazado"; motivo: string }
  /** Nobody knows whether it was taken. */
  | { tipo: "incierto"; motivo: string };

export type Transporte = { enviar(mensaje: Mensaje): Promise<Resultado> };

/** The provider's, when there is a key; else the one that sends nothing and says so. */
export const transporteDe = ({ mail }: Entorno): Transporte =>
  mail.apiKey
    ? transporteMailChannels({
        apiKey: mail.apiKey,
        baseUrl: mail.baseUrl,
        de: { email: mail.from, nombre: mail.fromName },
        dkim: mail.dkim,
      })
    : transporteLog();
