import { Hono } from "hono";
import { describeRoute, resolver } from "hono-openapi";
import { problema } from "../../../contract/errores.ts";
import { filtroExportar } from "../../../contract/esquemas/pedidos.ts";
import { exportarReclamos } from "../../domain/reclamos/exportar.ts";
import { fechaLocal } from "../../domain/tiempo.ts";
import type { AppEnv } from "../app-env.ts";
import { validar } from "../validar.ts";

/** Pieces of text as a body that asks for the next one only when the last has been taken. */
function cuerpoDe(primera: string, resto: AsyncGenerator<string, void>): ReadableStream {
  const bytes = new TextEncoder();
  return new ReadableStream(
    {
      start: (salida) => salida.enqueue(bytes.encode(primera)),
      pull: async (salida) => {
        const { value, done } = await resto.next();
        if (done) salida.close();
        else salida.enqueue(bytes.encode(value));
      },
      cancel: () => void resto.return(),
    },
    { highWaterMark: 1 },
  );
}

/** Mounted at /api/exportar. */
export const rutasExportar = new Hono<AppEnv>().get(
  "/reclamos.csv",
  describeRoute({
    tags: ["Reclamos"],
    summary: "Una lista filtrada, entera, como CSV para planilla de cálculo",
    responses: {
      200: { description: "Bien", content: { "text/csv": { schema: { type: "string" } } } },
      default: {
        description: "Problema (RFC 9457)",
        content: { "application/problem+json": { schema: resolver(problema) } },
      },
    },
  }),
  validar("query", filtroExportar),
  async (c) => {
    const ctx = c.get("ctx");
    const trozos = exportarReclamos(ctx, c.req.valid("query"));
    // The first page before the headers: what is refused is still a problem document.
    const primera = await trozos.next();
    return c.body(cuerpoDe(primera.value ?? "", trozos), 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="reclamos-${fechaLocal(ctx.ahora)}.csv"`,
    });
  },
);
