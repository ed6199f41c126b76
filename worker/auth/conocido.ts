import { sellar, selloValido } from "./cifrado.ts";
import { claveDe } from "./intentos.ts";

/**
 * A browser that has signed in to this account once its address was proved, or brought a link of its mailbox, counts its own failures: so who guesses
 * from elsewhere makes nobody wait at home. https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
 */
export const GALLETA_CONOCIDO = "__Host-conocido";
const ANIO_SEGUNDOS = 31_536_000;

const USO = "navegador conocido";

/** The `Set-Cookie` that makes this browser known to the account of this address. It opens nothing. */
export async function galletaConocido(secreto: string, email: string): Promise<string> {
  const nonce = crypto.randomUUID();
  const valor = `${nonce}.${await sellar(secreto, USO, `${await claveDe(email)} ${nonce}`)}`;
  return `${GALLETA_CONOCIDO}=${valor}; Max-Age=${ANIO_SEGUNDOS}; Path=/; HttpOnly; Secure; SameSite=Lax`;
}

/** Under which the tries of this address from this browser count. */
export async function claveDelIntento(
  secreto: string,
  email: string,
  headers: Headers,
): Promise<{ clave: string; conocido: boolean }> {
  const clave = await claveDe(email);
  const [, nonce = "", firma = ""] =
    /(?:^|; ?)__Host-conocido=([0-9a-f-]{36})\.([\w-]{43})(?:;|$)/.exec(
      headers.get("Cookie") ?? "",
    ) ?? [];
  if (!nonce || !(await selloValido(secreto, USO, `${clave} ${nonce}`, firma)))
    return { clave, conocido: false };
  return { clave: await claveDe(`${clave} ${nonce}`), conocido: true };
}
