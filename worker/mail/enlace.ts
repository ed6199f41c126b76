import { enlaceDe, tokenDe } from "../auth/enlaces.ts";
import type { Entorno } from "../env.ts";

/** What a mail's link is made of. Without the secret it is shown, and opens nothing. */
export type Casa = { appUrl: string; secreto: string | null };

/** For who is to get the mail. */
export const casaDe = ({ appUrl, authSecret }: Entorno): Casa => ({ appUrl, secreto: authSecret });

/** For an admin who looks at the log of mail: a link is its reader's alone, but on a machine from which no mail leaves. */
export const casaDeVista = (e: Entorno): Casa =>
  e.environment === "development" ? casaDe(e) : { appUrl: e.appUrl, secreto: null };

/** Where the button goes, and the code for who cannot press it; null for who is not to have it. */
export function linkDe({ appUrl, secreto }: Casa, semilla: string) {
  if (secreto === null) return null;
  const codigo = tokenDe(secreto, semilla);
  return { url: enlaceDe(appUrl, codigo), codigo };
}
