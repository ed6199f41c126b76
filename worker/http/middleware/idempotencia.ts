import type { MiddlewareHandler } from "hono";
import { LIMITES } from "../../../contract/limites.ts";
import { soltarClave, tomarClave } from "../../domain/claves.ts";
import { falloDeCampo } from "../../domain/fallo.ts";
import type { AppEnv, C } from "../app-env.ts";
import { digerir } from "../digesto.ts";
import { cambia } from "./cuerpo.ts";

/** What the request asks, digested. A multipart's boundary differs from one sending to the next, so its files count alone. */
async function huellaDe(c: C): Promise<string> {
  const partes: (string | ArrayBuffer)[] = [`${c.req.method} ${c.req.path}\n`];
  if ((c.req.header("Content-Type") ?? "").startsWith("multipart/")) {
    for (const [nombre, valor] of await c.req.formData())
      partes.push(`${nombre}\n`, typeof valor === "string" ? valor : await valor.arrayBuffer());
  } else partes.push(await c.req.text());
  return digerir("SHA-256", await new Blob(partes).arrayBuffer());
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

/**
 * Areas whose changes write an evento, which keeps the key itself (a lote is several, so that its answer as a whole is kept
 * here); the doors to an account, where nobody is signed in yet; and a search, which changes nothing and must not leave what
 * it found behind.
 */
const CON_CLAVE_PROPIA = /^\/api\/(reclamos(?!\/lote$)|anuncios|auth|personas\/buscar)(\/|$)/;

/** Carries out once every other change. */
export const unaSolaVez = (): MiddlewareHandler<AppEnv> => async (c, next) => {
  const ctx = c.get("ctx");
  if (!ctx.clave || ctx.actor.tipo !== "usuario" || CON_CLAVE_PROPIA.test(c.req.path))
    return next();
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
