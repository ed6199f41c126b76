import type { Hono } from "hono";
import { openAPIRouteHandler } from "hono-openapi";
import { ERRORES } from "../../contract/errores.ts";
import type { AppEnv } from "./app-env.ts";
import { publico } from "./middleware/cache.ts";

const DOCUMENTO_SEGUNDOS = 300;

const PROBLEMA = {
  type: "object",
  required: ["type", "title", "status", "detail", "codigo", "requestId"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string", description: "Una frase para la persona" },
    codigo: {
      type: "string",
      enum: Object.keys(ERRORES),
      description: "Una palabra para programas",
    },
    errores: {
      type: "array",
      items: {
        type: "object",
        required: ["campo", "mensaje"],
        properties: { campo: { type: "string" }, mensaje: { type: "string" } },
      },
    },
    requestId: { type: "string" },
  },
} as const;

/** The page that shows the document; its script and style are built assets, for the policy against inline code. */
const PAGINA = `<!doctype html>
<html lang="es-AR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API de Baldosa</title>
<link rel="stylesheet" href="/assets/docs/swagger-ui.css">
</head>
<body>
<div id="docs"><p>La API de Baldosa está descripta en <a href="/api/openapi.json">/api/openapi.json</a>.</p></div>
<script src="/assets/docs/swagger-ui-bundle.js"></script>
<script src="/assets/docs/docs.js"></script>
</body>
</html>`;

/** Serves the OpenAPI document, generated from the schemas that validate, and a page to read it. */
export function documentar(app: Hono<AppEnv>): void {
  app.get(
    "/api/openapi.json",
    publico(DOCUMENTO_SEGUNDOS),
    openAPIRouteHandler(app, {
      documentation: {
        openapi: "3.1.0",
        info: {
          title: "Baldosa",
          version: "1",
          description:
            "Reclamos de un municipio. Fechas en ISO-8601 UTC; listas por cursor; errores según RFC 9457; todo cambio acepta Idempotency-Key.",
        },
        components: {
          schemas: { Problema: PROBLEMA },
          securitySchemes: {
            bearer: {
              type: "http",
              scheme: "bearer",
              description: "El access_token de POST /api/auth/login",
            },
          },
        },
        security: [{ bearer: [] }],
      },
    }),
  );
  app.get("/api/docs", publico(DOCUMENTO_SEGUNDOS), (c) => c.html(PAGINA));
}
