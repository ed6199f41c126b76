import { secureHeaders } from "hono/secure-headers";
import type { C } from "../app-env.ts";

/** Map tiles are the one thing that may come from elsewhere, and only from where the city said. */
const teselas = (c: unknown): string => (c as C).get("entorno").teselas?.origen ?? "";

/**
 * The web's own guards on every answer of the Worker. No inline script and no foreign code: scripts, styles and fonts are
 * built assets; a photo's preview is a blob of the page's own.
 */
export const seguridad = () =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
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
    permissionsPolicy: { camera: ["self"], geolocation: ["self"], microphone: [], payment: [] },
  });
