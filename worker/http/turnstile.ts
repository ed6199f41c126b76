import * as z from "zod/mini";
import { Fallo } from "../domain/fallo.ts";
import type { Entorno } from "../env.ts";
import { anotar, denunciar } from "../observar.ts";
import type { C } from "./app-env.ts";
import { direccionDe } from "./middleware/limites.ts";

/** Where the page puts what the widget gave it. */
export const CABECERA = "Turnstile-Token";
/** The widget's `action`: a token made for one form is of no use in the other. */
export type Accion = "registro" | "reporte";

/** https://developers.cloudflare.com/turnstile/get-started/server-side-validation/ */
const TOKEN_MAX = 2048;
const ESPERA_MS = 3000;
const INTENTOS = 2;

const veredicto = z.object({
  success: z.boolean(),
  "error-codes": z._default(z.array(z.string()), []),
  hostname: z.optional(z.string()),
  action: z.optional(z.string()),
});
type Veredicto = z.infer<typeof veredicto>;

/** Its own faults and ours, not the person's: nothing was said about the token. */
const AJENOS = ["internal-error", "missing-input-secret", "invalid-input-secret", "bad-request"];

const sinPrueba = (detalle: string) => new Fallo("persona_sin_probar", detalle);

async function preguntar(url: string, cuerpo: object): Promise<Veredicto | string> {
  try {
    const r = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(cuerpo),
      signal: AbortSignal.timeout(ESPERA_MS),
    });
    const leido = veredicto.safeParse(await r.json());
    if (!leido.success) return `status ${r.status}`;
    return leido.data["error-codes"].find((x) => AJENOS.includes(x)) ?? leido.data;
  } catch (error) {
    return error instanceof Error ? error.name : "error";
  }
}

/** Once more when no answer came, with the same key: the first may have spent the token. */
async function verificar(
  t: NonNullable<Entorno["turnstile"]>,
  response: string,
  remoteip: string,
): Promise<Veredicto | string> {
  const cuerpo = {
    secret: t.secreto,
    response,
    remoteip,
    idempotency_key: crypto.randomUUID(),
  };
  let dicho: Veredicto | string = "";
  for (let i = 0; i < INTENTOS && typeof dicho === "string"; i++)
    dicho = await preguntar(t.url, cuerpo);
  return dicho;
}

/** How many went by unasked in this isolate since the last answer. The first of them is reported. */
let sinRespuesta = 0;

function dejarPasar(c: C, accion: Accion, porque: string): void {
  sinRespuesta++;
  const id = c.get("requestId");
  anotar({ que: "turnstile", id, accion, resultado: "sin_respuesta", porque, sinRespuesta });
  if (sinRespuesta === 1) denunciar(new Error(`Turnstile gave no verdict: ${porque}`), id);
}

/**
 * Where the city asks for it, that a person and not a program sends this form. While the verifier does not answer everybody
 * goes by, behind the limits (docs/decisions/0019).
 * @throws Fallo persona_sin_probar
 */
export async function exigirPersona(c: C, accion: Accion): Promise<void> {
  const { turnstile, appUrl } = c.get("entorno");
  if (!turnstile) return;
  const token = c.req.header(CABECERA) ?? "";
  if (!token || token.length > TOKEN_MAX)
    throw sinPrueba(
      "Falta comprobar que sos una persona. Esperá a que termine la comprobación, al pie del formulario, y enviá de nuevo: lo que escribiste sigue acá.",
    );
  const dicho = await verificar(turnstile, token, direccionDe(c));
  if (typeof dicho === "string") return dejarPasar(c, accion, dicho);
  sinRespuesta = 0;
  const deAca =
    turnstile.dePrueba || (dicho.hostname === new URL(appUrl).hostname && dicho.action === accion);
  if (dicho.success && deAca) return;
  const vencida = dicho["error-codes"].includes("timeout-or-duplicate");
  anotar({
    que: "turnstile",
    id: c.get("requestId"),
    accion,
    resultado: dicho.success ? "de_otro_lado" : vencida ? "vencida" : "no",
  });
  throw sinPrueba(
    vencida
      ? "La comprobación de que sos una persona venció o ya se usó. Esperá la nueva, al pie del formulario, y enviá de nuevo: lo que escribiste sigue acá."
      : "No pudimos comprobar que sos una persona. Hacé de nuevo la comprobación, al pie del formulario, y enviá otra vez: lo que escribiste sigue acá.",
  );
}
