import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { AppEnv, C } from "../app-env.ts";

/** Map tiles are the one thing that may come from elsewhere, and only from where the city said. */
const teselas = (c: unknown): string => (c as C).get("entorno").teselas?.origen ?? "";

/** Where the city asks that a person be checked: its script, and the frame in which that happens. */
const comprobacion = (c: unknown): string =>
  (c as C).get("entorno").turnstile ? "https://challenges.cloudflare.com" : "";

/** What no page here asks for, nor may anything that got into one. */
const CERRADOS = [
  "accelerometer",
  "bluetooth",
  "displayCapture",
  "gyroscope",
  "hid",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
] as const;

/** A mail brings its colours inline. No script, no form, no window: and an origin of its own, so nothing of ours is in its reach. */
const DE_MARCO =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/**
 * The web's own guards on every answer of the Worker. No inline script and no foreign code but the check that a person is there, where a city asks for it: scripts, styles and fonts are
 * built assets; a photo's preview is a blob of the page's own.
 */
export const seguridad = (): MiddlewareHandler<AppEnv> => {
  const poner = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", comprobacion],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      frameSrc: ["'self'", comprobacion],
      imgSrc: ["'self'", "blob:", "data:", teselas],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: "DENY",
    referrerPolicy: "strict-origin-when-cross-origin",
    crossOriginOpenerPolicy: "same-origin",
    // A year, and no neighbours: a municipality's other sites are not ours to bind.
    strictTransportSecurity: "max-age=31536000",
    permissionsPolicy: {
      camera: ["self"],
      geolocation: ["self"],
      clipboardWrite: ["self"],
      ...Object.fromEntries(CERRADOS.map((x) => [x, []])),
    },
  });
  return async (c, next) => {
    await poner(c, next);
    if (!c.get("enMarco") || !c.res.ok) return;
    c.res.headers.set("Content-Security-Policy", DE_MARCO);
    c.res.headers.set("X-Frame-Options", "SAMEORIGIN");
  };
};
