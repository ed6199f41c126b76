import type { Hono } from "hono";
import { openAPIRouteHandler } from "hono-openapi";
import type { AppEnv } from "./app-env.ts";
import { publico } from "./middleware/cache.ts";

const DOCUMENTO_SEGUNDOS = 300;

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
