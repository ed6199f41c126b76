import { HTTPException } from "hono/http-exception";
import { type CodigoError, ERRORES, type Problema } from "../../contract/errores.ts";
import { Fallo } from "../domain/fallo.ts";
import type { C } from "./app-env.ts";

const POR_STATUS: Partial<Record<number, [CodigoError, string]>> = {
  400: ["json_invalido", "El cuerpo del pedido no es JSON válido."],
  404: ["no_encontrado", "Acá no hay nada."],
  413: ["cuerpo_grande", "Lo que mandaste es demasiado grande."],
  415: ["tipo_no_admitido", "Mandá el cuerpo como application/json."],
};

/** Whatever was thrown, as something we may say out loud. Null for what nobody foresaw. */
export function comoFallo(error: unknown): Fallo | null {
  if (error instanceof Fallo) return error;
  if (error instanceof HTTPException) {
    const [codigo, detalle] = POR_STATUS[error.status] ?? [];
    if (codigo && detalle) return new Fallo(codigo, detalle);
  }
  return null;
}

/** To who is signed in, but not far enough, it says what is missing. */
const explicado = (c: C, fallo: Fallo | null): Fallo | null =>
  fallo?.codigo === "sin_sesion" && c.get("sinSegundo")
    ? new Fallo(
        "segundo_factor_pendiente",
        "Tu rol pide la verificación en dos pasos. Activala en tu perfil para seguir.",
      )
    : fallo;

/** An error answer, RFC 9457. A 500 says nothing of its cause. */
export function responderProblema(c: C, error: unknown): Response {
  const fallo =
    explicado(c, comoFallo(error)) ??
    new Fallo(
      "interno",
      "Algo falló de nuestro lado. Probá de nuevo en un rato; ya lo estamos viendo.",
    );
  const { status, title } = ERRORES[fallo.codigo];
  const requestId = c.get("requestId");
  const cuerpo: Problema = {
    type: `/api/docs#${fallo.codigo}`,
    title,
    status,
    detail: fallo.message,
    codigo: fallo.codigo,
    ...(fallo.mas.errores ? { errores: fallo.mas.errores } : {}),
    requestId,
  };
  const headers = new Headers({
    "Content-Type": "application/problem+json; charset=utf-8",
    "Cache-Control": "no-store",
  });
  if (fallo.mas.reintentarEnSegundos !== undefined)
    headers.set("Retry-After", String(Math.ceil(fallo.mas.reintentarEnSegundos)));
  return c.newResponse(JSON.stringify(cuerpo), { status, headers });
}
