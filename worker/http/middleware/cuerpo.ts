import type { MiddlewareHandler } from "hono";
import { LIMITES } from "../../../contract/limites.ts";
import { Fallo } from "../../domain/fallo.ts";
import type { AppEnv, C } from "../app-env.ts";

const CAMBIAN = new Set(["POST", "PUT", "PATCH", "DELETE"]);
export const cambia = (c: C): boolean => CAMBIAN.has(c.req.method);

/** A report with its photos, as the camera made them when nobody made them small first. */
export const REPORTE_BYTES_MAX = 25 * 1024 * 1024;

/** Doors that take something other than JSON, and how much of it. The margin is for a multipart's own lines. */
const OTROS: Record<string, { tipo: string; bytes: number }> = {
  "/api/auth/login": { tipo: "application/x-www-form-urlencoded", bytes: LIMITES.cuerpoBytesMax },
  "/api/reportes": { tipo: "multipart/form-data", bytes: REPORTE_BYTES_MAX },
  "/api/fotos": { tipo: "multipart/form-data", bytes: LIMITES.fotoBytesMax + 4096 },
};

const grande = (bytes: number): Fallo =>
  new Fallo("cuerpo_grande", `Lo que mandaste pasa de ${Math.floor(bytes / 1024)} kB.`);

/**
 * The whole body, read no further than the limit: a body may come without a declared length, or with a false one.
 * @throws Fallo cuerpo_grande
 */
export async function leerHasta(cuerpo: ReadableStream<Uint8Array>, bytes: number): Promise<Blob> {
  const trozos: Uint8Array<ArrayBuffer>[] = [];
  let leidos = 0;
  for await (const trozo of cuerpo) {
    leidos += trozo.byteLength;
    if (leidos > bytes) throw grande(bytes);
    trozos.push(new Uint8Array(trozo));
  }
  return new Blob(trozos);
}

/** Size and content type of what a change brings. @throws Fallo cuerpo_grande, tipo_no_admitido */
export const cuerpo = (): MiddlewareHandler<AppEnv> => async (c, next) => {
  if (cambia(c) && c.req.raw.body) {
    const { tipo, bytes } = OTROS[c.req.path] ?? {
      tipo: "application/json",
      bytes: LIMITES.cuerpoBytesMax,
    };
    if (Number(c.req.header("Content-Length") ?? 0) > bytes) throw grande(bytes);
    const recibido = (c.req.header("Content-Type") ?? "").split(";")[0]?.trim().toLowerCase();
    if (recibido !== tipo) throw new Fallo("tipo_no_admitido", `Mandá el cuerpo como ${tipo}.`);
    c.req.raw = new Request(c.req.raw, {
      body: await (await leerHasta(c.req.raw.body, bytes)).arrayBuffer(),
    });
  }
  await next();
};
