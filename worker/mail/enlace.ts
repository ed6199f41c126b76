import { enlaceDe, tokenDe } from "../auth/enlaces.ts";
import type { Entorno } from "../env.ts";

/** What a mail's link is made of. Without the secret it is shown, and opens nothing. */
export type Casa = { appUrl: string; secreto: string | null };

/** For who is to get the mail. */
export const casaDe = ({ appUrl, authSecret }: Entorno): Casa => ({ appUrl, secreto: authSecret });

/** For an admin who looks at the log of mail: in production a link is its reader's alone. */
export const casaDeVista = (e: Entorno): Casa =>
  e.environment === "production" ? { appUrl: e.appUrl, secreto: null } : casaDe(e);

/** Where the button goes, and the code for who cannot press it. */
export function linkDe({ appUrl, secreto }: Casa, semilla: string) {
  const codigo = secreto === null ? "XXXX-XXXX" : tokenDe(secreto, semilla);
  return { url: enlaceDe(appUrl, codigo), codigo };
}
