import * as Sentry from "@sentry/cloudflare";
import type { Variables } from "./env.ts";

/** A path as the routes name it: neither codes, tokens nor ids leave for Sentry. */
const sinNombres = (ruta: string): string =>
  ruta
    .replace(/^\/ws\/[^/]+/, "/ws/:token")
    .replace(/^\/r\/[^/]+/, "/r/:codigo")
    .replace(/^\/api\/publico\/reclamos\/[^/]+/, "/api/publico/reclamos/:codigo")
    .replace(/\/(\d+|[0-9A-HJKMNP-TV-Z]{10})(?=\/|$)/gi, "/:ref");

/** The address without its query, which may hold what a person searched for. */
export function direccionSinDatos(url: string): string {
  if (!URL.canParse(url)) return "";
  const { origin, pathname } = new URL(url);
  return origin + sinNombres(pathname);
}

/** The database layer quotes a failed query's values. They are people's. */
const sinValores = (mensaje: string): string => mensaje.replace(/\nparams: [\s\S]*/, "");

/** Takes out of a report what could be a person's. */
function limpiar<E extends Sentry.Event>(evento: E): E {
  if (evento.request)
    evento.request = {
      ...(evento.request.method ? { method: evento.request.method } : {}),
      url: direccionSinDatos(evento.request.url ?? ""),
    };
  delete evento.user;
  for (const e of evento.exception?.values ?? []) if (e.value) e.value = sinValores(e.value);
  if (evento.transaction)
    evento.transaction = evento.transaction.replace(/\/\S*/, (ruta) => sinNombres(ruta));
  return evento;
}

/** What Sentry is told, for every door. Without a SENTRY_DSN it stays silent. */
export function opcionesSentry(
  env: Variables & { VERSION?: { id: string }; SENTRY_RELEASE?: string },
): Sentry.CloudflareOptions {
  const release = env.SENTRY_RELEASE || env.VERSION?.id;
  return {
    dsn: env.SENTRY_DSN ?? "",
    enabled: Boolean(env.SENTRY_DSN),
    environment: env.ENVIRONMENT ?? "development",
    ...(release ? { release } : {}),
    tracesSampleRate: Number(env.SENTRY_TRACES_SAMPLE_RATE || "0"),
    // Its defaults send cookies, headers, bodies and query strings.
    dataCollection: {
      userInfo: false,
      cookies: false,
      httpHeaders: false,
      httpBodies: [],
      urlQueryParams: false,
      databaseQueryData: false,
      queues: false,
      stackFrameVariables: false,
    },
    beforeSend: limpiar,
    beforeSendTransaction: limpiar,
    // Breadcrumbs would carry queries and log lines.
    maxBreadcrumbs: 0,
  };
}

/** An error's message without a person's data, for the log. */
export const decirError = (error: unknown): string =>
  error instanceof Error
    ? `${error.name}: ${sinValores(error.message)}`
    : "algo que no es un Error";

/** One JSON line a request or a job. Ids, roles, routes and figures; nothing personal. */
export function anotar(linea: Record<string, string | number | boolean | null | undefined>): void {
  console.log(JSON.stringify(linea));
}

/** An error nobody foresaw: to the log, and to Sentry when there is one. */
export function denunciar(error: unknown, pedido: string | null = null): void {
  anotar({ que: "error", id: pedido, error: decirError(error) });
  Sentry.captureException(error, pedido ? { tags: { pedido } } : undefined);
}
