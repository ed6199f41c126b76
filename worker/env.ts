/** Bindings and variables, parsed once. A missing or wrong one is named, with what to do about it. */

export type Entorno = {
  environment: "development" | "test" | "staging" | "production";
  appUrl: string;
  authSecret: string;
  mail: {
    from: string;
    fromName: string;
    apiKey: string | null;
    baseUrl: string | null;
    /** The sender's signature; without a key of ours the provider's own one by that selector. */
    dkim: { domain: string; selector: string; privateKey?: string } | null;
    /** Public key of the provider's webhooks; null: the provider is asked for it. */
    claveNovedades: string | null;
  };
  sentry: { dsn: string | null; tracesSampleRate: number };
  /** Map tiles: the pattern of their addresses, and whom the page may therefore load pictures from. */
  teselas: { url: string; origen: string } | null;
  /** The check that a person sends a form; `dePrueba`: with Cloudflare's test keys, which know neither site nor form. */
  turnstile: { sitio: string; secreto: string; url: string; dePrueba: boolean } | null;
  /** The site's service worker is being taken away from every browser. */
  sinServiceWorker: boolean;
  /** How long public answers are kept at the edge, 0 for not at all, and how to purge them everywhere. */
  borde: { segundos: number; purga: { zona: string; token: string } | null };
  /** Whose account runs an install where nobody does yet. */
  primerAdmin: string | null;
  /** Whether the roles that run the city must sign in with a second factor. */
  segundoObligatorio: boolean;
  /** Where to write of a security hole: an address with its scheme. */
  contactoSeguridad: string;
};

const ENTORNOS = ["development", "test", "staging", "production"] as const;

export class EntornoInvalido extends Error {
  readonly faltas: string[];

  constructor(faltas: string[]) {
    super(`Configuration is not valid:\n- ${faltas.join("\n- ")}`);
    this.name = "EntornoInvalido";
    this.faltas = faltas;
  }
}

/** Variables that may be absent from wrangler's generated `Env`: secrets come from .dev.vars or `wrangler secret put`. */
export type Variables = {
  ENVIRONMENT?: string;
  APP_URL?: string;
  BETTER_AUTH_SECRET?: string;
  MAIL_FROM?: string;
  MAIL_FROM_NAME?: string;
  MAILCHANNELS_API_KEY?: string;
  MAILCHANNELS_BASE_URL?: string;
  MAILCHANNELS_WEBHOOK_KEY?: string;
  MAIL_DKIM_DOMAIN?: string;
  MAIL_DKIM_SELECTOR?: string;
  MAIL_DKIM_PRIVATE_KEY?: string;
  SENTRY_DSN?: string;
  SENTRY_TRACES_SAMPLE_RATE?: string;
  TILES_URL?: string;
  TURNSTILE_SITE_KEY?: string;
  TURNSTILE_SECRET?: string;
  TURNSTILE_VERIFY_URL?: string;
  SERVICE_WORKER?: string;
  EDGE_SECONDS?: string;
  CACHE_ZONE_ID?: string;
  CACHE_PURGE_TOKEN?: string;
  BOOTSTRAP_ADMIN_EMAIL?: string;
  TWO_FACTOR?: string;
  SECURITY_CONTACT?: string;
};

const BORDE_SEGUNDOS = "30";
const BORDE_SEGUNDOS_MAX = 60;

/** `{s}` stands for any of the server's names: https://leafletjs.com/reference.html#tilelayer-url-template */
function leerTeselas(patron: string): Entorno["teselas"] {
  const url = patron.replaceAll("{s}", "a");
  if (!esUrl(url) || !["{z}", "{x}", "{y}"].every((x) => patron.includes(x))) return null;
  const { protocol, host } = new URL(url);
  return {
    url: patron,
    origen: `${protocol}//${patron.includes("{s}.") ? host.replace(/^a\./, "*.") : host}`,
  };
}

function leerDkim(v: Variables): Entorno["mail"]["dkim"] | "mal" {
  const [domain, selector] = [v.MAIL_DKIM_DOMAIN || null, v.MAIL_DKIM_SELECTOR || null];
  const privateKey = v.MAIL_DKIM_PRIVATE_KEY || null;
  if (!domain && !selector && !privateKey) return null;
  if (!domain || !selector) return "mal";
  return { domain, selector, ...(privateKey ? { privateKey } : {}) };
}

const SITEVERIFY = "https://challenges.cloudflare.com/turnstile/v0/siteverify";
/** https://developers.cloudflare.com/turnstile/troubleshooting/testing/ */
const TURNSTILE_DE_PRUEBA = /^[123]x0{10}/;

function leerTurnstile(v: Variables, faltas: string[]): Entorno["turnstile"] {
  const [sitio, secreto] = [v.TURNSTILE_SITE_KEY || null, v.TURNSTILE_SECRET || null];
  const url = v.TURNSTILE_VERIFY_URL || SITEVERIFY;
  if (!esUrl(url))
    faltas.push("TURNSTILE_VERIFY_URL is not an address: leave it empty for Cloudflare's.");
  if ((sitio === null) !== (secreto === null))
    faltas.push("TURNSTILE_SITE_KEY and TURNSTILE_SECRET go together: set both, or neither.");
  if (!sitio || !secreto) return null;
  const dePrueba = TURNSTILE_DE_PRUEBA.test(secreto);
  if (v.ENVIRONMENT === "production" && dePrueba)
    faltas.push("TURNSTILE_SECRET is one of Cloudflare's test keys: production needs a real one.");
  return { sitio, secreto, url, dePrueba };
}

const esUrl = (s: string): boolean => URL.canParse(s) && /^https?:/.test(s);

/**
 * @throws EntornoInvalido naming everything that is missing or wrong at once
 */
export function leerEntorno(v: Variables): Entorno {
  const faltas: string[] = [];
  const environment = ENTORNOS.find((e) => e === v.ENVIRONMENT);
  if (!environment)
    faltas.push(
      `ENVIRONMENT is "${v.ENVIRONMENT ?? ""}": set it to ${ENTORNOS.join(", ")} in wrangler.toml [vars].`,
    );
  const appUrl = v.APP_URL ?? "";
  if (!esUrl(appUrl))
    faltas.push(
      "APP_URL is not an http(s) address: set the site's public address, e.g. https://reclamos.example.gob.ar.",
    );
  if (environment === "production" && appUrl.startsWith("http:"))
    faltas.push("APP_URL must start with https:// in production.");
  const authSecret = v.BETTER_AUTH_SECRET ?? "";
  if (authSecret.length < 32)
    faltas.push(
      "BETTER_AUTH_SECRET is missing or under 32 characters: `openssl rand -base64 32`, then .dev.vars or `wrangler secret put BETTER_AUTH_SECRET`.",
    );
  const from = v.MAIL_FROM ?? "";
  if (!/^[^\s@]+@[^\s@]+$/.test(from))
    faltas.push("MAIL_FROM is not an e-mail address: set the sender of the municipality's mail.");
  const dsn = v.SENTRY_DSN || null;
  if (dsn && !esUrl(dsn))
    faltas.push(
      "SENTRY_DSN is not an address: copy it from Sentry, or leave it empty to send nothing.",
    );
  const tracesSampleRate = Number(v.SENTRY_TRACES_SAMPLE_RATE || "0");
  if (!(tracesSampleRate >= 0 && tracesSampleRate <= 1))
    faltas.push("SENTRY_TRACES_SAMPLE_RATE must lie between 0 and 1.");
  const baseUrl = v.MAILCHANNELS_BASE_URL || null;
  if (baseUrl && !esUrl(baseUrl))
    faltas.push("MAILCHANNELS_BASE_URL is not an address: leave it empty for the real provider.");
  const dkim = leerDkim(v);
  if (dkim === "mal")
    faltas.push(
      "MAIL_DKIM_DOMAIN and MAIL_DKIM_SELECTOR go together, and MAIL_DKIM_PRIVATE_KEY needs both: set them, or none.",
    );
  const teselas = v.TILES_URL ? leerTeselas(v.TILES_URL) : null;
  if (v.TILES_URL && !teselas)
    faltas.push(
      "TILES_URL is not an address with {z}, {x} and {y} in it: leave it empty for the built-in streets.",
    );
  const turnstile = leerTurnstile(v, faltas);
  const trabajador = v.SERVICE_WORKER || "si";
  if (trabajador !== "si" && trabajador !== "no")
    faltas.push('SERVICE_WORKER must be "si" or "no": leave it empty to have one.');
  const segundos = Number(v.EDGE_SECONDS || BORDE_SEGUNDOS);
  if (!(Number.isInteger(segundos) && segundos >= 0 && segundos <= BORDE_SEGUNDOS_MAX))
    faltas.push(`EDGE_SECONDS must be a whole number of seconds, 0 to ${BORDE_SEGUNDOS_MAX}.`);
  const [zona, token] = [v.CACHE_ZONE_ID || null, v.CACHE_PURGE_TOKEN || null];
  if ((zona === null) !== (token === null))
    faltas.push("CACHE_ZONE_ID and CACHE_PURGE_TOKEN go together: set both, or neither.");
  const primerAdmin = v.BOOTSTRAP_ADMIN_EMAIL?.trim().toLowerCase() || null;
  if (primerAdmin && !/^[^\s@]+@[^\s@]+$/.test(primerAdmin))
    faltas.push(
      "BOOTSTRAP_ADMIN_EMAIL is not an e-mail address: set the address of who is to run this install, or leave it empty.",
    );
  const segundo = v.TWO_FACTOR || "";
  if (!["", "required"].includes(segundo))
    faltas.push(
      'TWO_FACTOR must be "required" or empty. Empty asks for it in staging and production; there is no way to ask for less.',
    );
  const contacto = v.SECURITY_CONTACT || `mailto:${from}`;
  if (!/^(mailto|https|tel):\S+$/.test(contacto))
    faltas.push(
      "SECURITY_CONTACT must start with mailto:, https: or tel:, as RFC 9116 asks; empty, it is mailto: and MAIL_FROM.",
    );
  if (faltas.length > 0 || !environment) throw new EntornoInvalido(faltas);
  return {
    environment,
    appUrl: appUrl.replace(/\/+$/, ""),
    authSecret,
    mail: {
      from,
      fromName: v.MAIL_FROM_NAME || "Municipalidad",
      apiKey: v.MAILCHANNELS_API_KEY || null,
      baseUrl,
      dkim: dkim === "mal" ? null : dkim,
      claveNovedades: v.MAILCHANNELS_WEBHOOK_KEY || null,
    },
    sentry: { dsn, tracesSampleRate },
    teselas,
    turnstile,
    sinServiceWorker: trabajador === "no",
    borde: { segundos, purga: zona && token ? { zona, token } : null },
    primerAdmin,
    contactoSeguridad: contacto,
    segundoObligatorio:
      segundo === "required" || environment === "staging" || environment === "production",
  };
}

const DE_ESTA_MAQUINA = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Whether an account just opened may run this install, where nobody does yet. On this machine: the first that comes, or the
 * one of BOOTSTRAP_ADMIN_EMAIL when it is set. Anywhere else never: an address that was only typed proves nothing.
 * @param email absent: whether anybody's may
 */
export function puedeSerPrimerAdmin(e: Entorno, email?: string): boolean {
  if (e.environment !== "development" || !DE_ESTA_MAQUINA.test(new URL(e.appUrl).hostname))
    return false;
  return email === undefined || e.primerAdmin === null || e.primerAdmin === email;
}

const leidos = new WeakMap<object, Entorno>();

/** The same, once per isolate. */
export function entornoDe(env: Variables): Entorno {
  let e = leidos.get(env);
  if (!e) {
    e = leerEntorno(env);
    leidos.set(env, e);
  }
  return e;
}
