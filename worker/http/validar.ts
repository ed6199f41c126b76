import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { ValidationTargets } from "hono";
import { validator } from "hono-openapi";
import type { ErrorDeCampo } from "../../contract/errores.ts";
import { Fallo } from "../domain/fallo.ts";

const ruta = (issue: StandardSchemaV1.Issue): string =>
  (issue.path ?? []).map((p) => (typeof p === "object" ? String(p.key) : String(p))).join(".");

/**
 * Parses one part of a request by its contract schema: same schema, same words as the form in the browser.
 * @throws Fallo datos_invalidos naming every wrong field; no_encontrado for a wrong path
 */
export function validar<T extends keyof ValidationTargets, S extends StandardSchemaV1>(
  target: T,
  schema: S,
) {
  return validator(target, schema, (resultado) => {
    if (resultado.success) return;
    if (target === "param") throw new Fallo("no_encontrado", "Eso no existe, o no es tuyo.");
    const errores: ErrorDeCampo[] = resultado.error.map((i) => ({
      campo: ruta(i),
      mensaje: i.message,
    }));
    throw new Fallo("datos_invalidos", "Revisá los datos marcados y volvé a enviar.", { errores });
  });
}
