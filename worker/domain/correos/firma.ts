import { sellar, selloValido } from "../../auth/cifrado.ts";

/** 132 bits in base64url: short enough for an address. */
const LARGO = 22;

/** What a signature is good for: one made for a use proves nothing for another. */
export type Uso = "baja" | "referencia";

/** A signature with the installation's secret. @returns 22 characters of base64url */
export const firmar = async (secreto: string, uso: Uso, texto: string): Promise<string> =>
  (await sellar(secreto, uso, texto)).slice(0, LARGO);

/** Whether the signature is ours. */
export const firmaValida = (
  secreto: string,
  uso: Uso,
  texto: string,
  dada: string,
): Promise<boolean> => selloValido(secreto, uso, texto, dada, LARGO);
