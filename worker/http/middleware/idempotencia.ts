import type { MiddlewareHandler } from "hono";
import { LIMITES } from "../../../contract/limites.ts";
import { soltarClave, tomarClave } from "../../domain/claves.ts";
import { falloDeCampo } from "../../domain/fallo.ts";
import type { AppEnv, C } from "../app-env.ts";
import { cambia } from "./cuerpo.ts";

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (b) => b.toString(16).padStart(2, "0")).join("");

/** What the request asks, digested. A multipart's boundary differs from one sending to the next, so its files count alone. */
async function huellaDe(c: C): Promise<string> {
  const partes: (string | ArrayBuffer)[] = [`${c.req.method} ${c.req.path}\n`];
  if ((c.req.header("Content-Type") ?? "").startsWith("multipart/")) {
    for (const [nombre, valor] of await c.req.formData())
      partes.push(`${nombre}\n`, typeof valor === "string" ? valor : await valor.arrayBuffer());
  } else partes.push(await c.req.text());
  return hex(await crypto.subtle.digest("SHA-256", await new Blob(partes).arrayBuffer()));
}

/** Reads the Idempotency-Key into the context. @throws Fallo datos_invalidos */
export const clave = (): MiddlewareHandler<AppEnv> => async (c, next) => {
  const valor = c.req.header("Idempotency-Key");
  if (valor !== undefined && cambia(c)) {
    if (!/^[\x21-\x7e]+$/.test(valor) || valor.length > LIMITES.idempotencyKeyMax)
      throw falloDeCampo(
        "Idempotency-Key",
        `Usá hasta ${LIMITES.idempotencyKeyMax} letras y números, por ejemplo un UUID.`,
      );
    c.get("ctx").clave = { valor, huella: await huellaDe(c) };
  }
  await next();
};

/** Carries out once a change that writes no evento (those that do keep the key on it). */
export const unaSolaVez = (): MiddlewareHandler<AppEnv> => async (c, next) => {
  const ctx = c.get("ctx");
  if (!ctx.clave || ctx.actor.tipo !== "usuario") return next();
  const previa = await tomarClave(ctx);
  if (previa)
    return new Response(previa.cuerpo || null, {
      status: previa.status,
      headers: { "Content-Type": "application/json" },
    });
  await next();
  const bien = c.res.ok && !c.error;
  await soltarClave(
    ctx,
    bien ? { status: c.res.status, cuerpo: await c.res.clone().text() } : null,
  );
};
