import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describeRoute, resolver } from "hono-openapi";
import { problema } from "../../contract/errores.ts";

/**
 * A route's entry in the OpenAPI document.
 * @param que one sentence on what it does
 * @param area the tag under which it stands
 * @param respuesta schema of the success answer
 */
export function describir(
  area: string,
  que: string,
  respuesta?: StandardSchemaV1,
  status: 200 | 201 | 204 = 200,
) {
  return describeRoute({
    tags: [area],
    summary: que,
    responses: {
      [status]: respuesta
        ? { description: "Bien", content: { "application/json": { schema: resolver(respuesta) } } }
        : { description: "Bien" },
      default: {
        description: "Problema (RFC 9457)",
        content: {
          "application/problem+json": { schema: resolver(problema) },
        },
      },
    },
  });
}
