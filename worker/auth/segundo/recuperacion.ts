import { sellar } from "../cifrado.ts";

const CUANTOS = 10;
const LARGO = 10;
/** No l, o, 0 or 1, which read like one another. 32 of them: 50 bits a code. */
const LETRAS = "abcdefghijkmnpqrstuvwxyz23456789";

/** Ten ways in without the app, as they are shown: `abcde-fghjk`. */
export const codigosNuevos = (): string[] =>
  Array.from({ length: CUANTOS }, () => {
    const azar = crypto.getRandomValues(new Uint8Array(LARGO));
    const letras = Array.from(azar, (b) => LETRAS[b % 32]).join("");
    return `${letras.slice(0, 5)}-${letras.slice(5)}`;
  });

/** However it was typed: without spaces, hyphens or capitals. */
const plano = (codigo: string): string => codigo.toLowerCase().replace(/[^a-z0-9]/g, "");

/** What is kept of one: nothing that the database alone could be asked to guess. */
export const hashDe = (secreto: string, usuarioId: number, codigo: string): Promise<string> =>
  sellar(secreto, "codigo de recuperacion", `${usuarioId} ${plano(codigo)}`);
