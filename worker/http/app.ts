import { Hono, type MiddlewareHandler } from "hono";
import { noEncontrado } from "../domain/fallo.ts";
import type { AppEnv } from "./app-env.ts";
import { privadoSiNoSeDice } from "./middleware/cache.ts";
import { cambia, cuerpo } from "./middleware/cuerpo.ts";
import { clave, unaSolaVez } from "./middleware/idempotencia.ts";
import { limiteGeneral } from "./middleware/limites.ts";
import { origen } from "./middleware/origen.ts";
import { pedido } from "./middleware/pedido.ts";
import { registro } from "./middleware/registro.ts";
import { seguridad } from "./middleware/seguridad.ts";
import { sesion } from "./middleware/sesion.ts";
import { documentar } from "./openapi.ts";
import { comoFallo, responderProblema } from "./problema.ts";
import { rutasAnuncios } from "./routes/anuncios.ts";
import { rutasAuditoria } from "./routes/auditoria.ts";
import { auth } from "./routes/auth.ts";
import { rutasAvisos } from "./routes/avisos.ts";
import { rutasCategorias, rutasCuadrillas, rutasPlazos, rutasZonas } from "./routes/catalogos.ts";
import { rutasConocidas } from "./routes/conocidas.ts";
import { rutasCorreos } from "./routes/correos.ts";
import { rutasEnlaces } from "./routes/enlaces.ts";
import { rutasEstadisticas, rutasEstadisticasPublicas } from "./routes/estadisticas.ts";
import { rutasExportar } from "./routes/exportar.ts";
import { rutasFotos } from "./routes/fotos.ts";
import { rutasGestion } from "./routes/gestion.ts";
import { rutasInvitaciones } from "./routes/invitaciones.ts";
import { rutasMapa } from "./routes/mapa.ts";
import { rutasMisDatos } from "./routes/misDatos.ts";
import { rutasMunicipio, rutasMunicipioPublico } from "./routes/municipio.ts";
import { rutasPersonas } from "./routes/personas.ts";
import { rutasPlantillas } from "./routes/plantillas.ts";
import { rutasPortada } from "./routes/portada.ts";
import { rutasPublicas } from "./routes/publico.ts";
import { rutasReclamos } from "./routes/reclamos.ts";
import { rutasReportes } from "./routes/reportes.ts";
import { rutaSalud, rutasSalud } from "./routes/salud.ts";
import { rutasSegundo } from "./routes/segundo.ts";
import { rutasUsuarios } from "./routes/usuarios.ts";
import { rutasWs } from "./routes/ws.ts";

/** What the API hands to the rest of the Worker, wired in index.ts. */
export type Salidas = {
  /** Tells everyone of these eventos, after the answer. */
  despachar(env: Env, ctx: ExecutionContext, eventos: number[]): void;
  /** An error nobody foresaw, with the request's id. */
  denunciar(error: unknown, requestId: string): void;
};

/** Only for a form that is sent: the page itself is the same for everybody, and reads no session. */
const alMandar = (...todos: MiddlewareHandler<AppEnv>[]): MiddlewareHandler<AppEnv>[] =>
  todos.map((uno) => (c, next) => (cambia(c) ? uno(c, next) : next()));

/** The API: every route under /api and the seed's /ws. */
export function crearApp({ despachar, denunciar }: Salidas) {
  const avisar: MiddlewareHandler<AppEnv> = async (c, next) => {
    await next();
    const { hechos } = c.get("ctx");
    if (hechos.length > 0) despachar(c.env, c.executionCtx as ExecutionContext, [...hechos]);
  };
  const app = new Hono<AppEnv>()
    .use(pedido())
    .use(registro())
    .use(seguridad())
    .use("/api/*", privadoSiNoSeDice())
    .use("/api/*", origen())
    .use("/api/*", sesion())
    .use("/api/*", limiteGeneral())
    .use("/api/*", cuerpo())
    .use("/api/*", clave())
    .use("/api/*", avisar)
    .use("/api/*", unaSolaVez())
    // The forms that a page without JavaScript sends; pages.tsx answers them.
    .use("/reportar", ...alMandar(origen(), sesion(), avisar))
    .use("/ingresar", ...alMandar(origen(), avisar))
    .use("/ingresar/enlace", ...alMandar(origen()))
    .use("/recuperar", ...alMandar(origen()))
    .use("/enlace", ...alMandar(origen(), sesion(), avisar));
  const rutas = app
    .route("/api/auth", auth)
    .route("/api/auth/segundo-factor", rutasSegundo)
    .route("/api/auth", rutasEnlaces)
    .route("/api/reclamos", rutasGestion)
    .route("/api/reclamos", rutasReclamos)
    .route("/api/exportar", rutasExportar)
    .route("/api/reportes", rutasReportes)
    .route("/api/fotos", rutasFotos)
    .route("/api/avisos", rutasAvisos)
    .route("/api/anuncios", rutasAnuncios)
    .route("/api/categorias", rutasCategorias)
    .route("/api/zonas", rutasZonas)
    .route("/api/cuadrillas", rutasCuadrillas)
    .route("/api/plazos", rutasPlazos)
    .route("/api/personas", rutasPersonas)
    .route("/api/usuarios", rutasUsuarios)
    .route("/api/invitaciones", rutasInvitaciones)
    .route("/api/correos", rutasCorreos)
    .route("/api/mis-datos", rutasMisDatos)
    .route("/api/auditoria", rutasAuditoria)
    .route("/api/estadisticas", rutasEstadisticas)
    .route("/api/mapa", rutasMapa)
    .route("/api/municipio", rutasMunicipio)
    .route("/api/plantillas", rutasPlantillas)
    .route("/api/publico/municipio", rutasMunicipioPublico)
    .route("/api/publico", rutasEstadisticasPublicas)
    .route("/api/publico", rutasPortada)
    .route("/api/publico", rutasPublicas)
    .route("/.well-known", rutasConocidas)
    .route("/api/health", rutaSalud)
    .route("/api/salud", rutasSalud)
    .route("/", rutasWs);
  documentar(app);
  app.all("/api/*", () => {
    throw noEncontrado("Acá no hay nada.");
  });
  app.onError((error, c) => {
    if (!comoFallo(error)) denunciar(error, c.get("requestId"));
    return responderProblema(c, error);
  });
  return rutas;
}

export type AppType = ReturnType<typeof crearApp>;
