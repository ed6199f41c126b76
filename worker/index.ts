import * as Sentry from "@sentry/cloudflare";
import { Hono } from "hono";
import { programado } from "./cron/index.ts";
import { abrirDb } from "./db/client.ts";
import { listarCategorias } from "./domain/categorias/listar.ts";
import { leerPeriodo } from "./domain/estadisticas/leerPeriodo.ts";
import { Fallo } from "./domain/fallo.ts";
import { verPaginaMapa } from "./domain/mapa/pagina.ts";
import { verPortada } from "./domain/portada/ver.ts";
import { verPublico } from "./domain/reclamos/publico.ts";
import { hayAdmin } from "./domain/usuarios/hay-admin.ts";
import { entornoDe, puedeSerPrimerAdmin } from "./env.ts";
import { codigosDe } from "./events/codigos.ts";
import { consumirMultitud, enterrarMultitud } from "./events/crowd.ts";
import { depsDe } from "./events/deps.ts";
import { dispatch } from "./events/dispatch.ts";
import { crearApp } from "./http/app.ts";
import type { AppEnv } from "./http/app-env.ts";
import { rutasBaja } from "./http/baja.ts";
import { etiquetaDe, LISTAS, olvidar, porElBorde } from "./http/borde.ts";
import { ciudadDe } from "./http/ciudad.ts";
import { paginas } from "./http/pages.tsx";
import { consumirCorreo, enterrarCorreo, type TrabajoCorreo } from "./mail/job.ts";
import { anotar, denunciar, opcionesSentry } from "./observar.ts";
import { Presencia as Presentes } from "./realtime/Presencia.ts";
import { UserChannel as Canal } from "./realtime/UserChannel.ts";

/** After the answer: each evento to everyone who is to hear of it. What fails is the sweep's to finish. */
function despachar(env: Env, ctx: ExecutionContext, eventos: number[]): void {
  const deps = depsDe(env, abrirDb(env.DB), Math.floor(Date.now() / 1000));
  const todos = eventos.map(async (id) => {
    const inicio = Date.now();
    try {
      const { estado, entregados, correos } = await dispatch(deps, id);
      anotar({ que: "despacho", evento: id, estado, entregados, correos, ms: Date.now() - inicio });
    } catch (error) {
      denunciar(error);
    }
  });
  ctx.waitUntil(Promise.all([...todos, olvidarLoViejo(env, eventos).catch(denunciar)]));
}

/** What the edge keeps of what these eventos changed. */
async function olvidarLoViejo(env: Env, eventos: number[]): Promise<void> {
  const codigos = await codigosDe(abrirDb(env.DB), eventos);
  await olvidar(entornoDe(env), [LISTAS, ...codigos.map(etiquetaDe)]);
}

/** wrangler.toml: what is deployed carries no samples of the mails. */
declare const CON_MUESTRAS: boolean;
const muestras = CON_MUESTRAS ? (await import("./http/routes/dev.ts")).rutasDev : null;

/** The API and, after it, the site's pages. */
const sitio = crearApp({ despachar, denunciar })
  .route("/baja", rutasBaja)
  .route("/dev/correos", muestras ?? new Hono<AppEnv>())
  .route(
    "/",
    paginas({
      verPublico: (c, codigo) =>
        verPublico(c.get("ctx"), codigo).catch((error: unknown) => {
          if (error instanceof Fallo && error.codigo === "no_encontrado") return null;
          throw error;
        }),
      mapa: async (c, q) => {
        const { lat, lng } = await ciudadDe(c);
        return verPaginaMapa(c.get("ctx"), q, lat === null || lng === null ? null : { lat, lng });
      },
      ciudad: ciudadDe,
      // Asked only where nobody has set the city up, so that it costs a city nothing.
      esPrimera: async (c) =>
        puedeSerPrimerAdmin(c.get("entorno")) &&
        (await ciudadDe(c)).nombre === "" &&
        !(await hayAdmin(c.get("ctx"))),
      portada: (c) => verPortada(c.get("ctx")),
      estadisticas: (c) => leerPeriodo(c.get("ctx"), c.req.query()),
      catalogos: async (c) => {
        const { items } = await listarCategorias(c.get("ctx"));
        return { categorias: items.filter((categoria) => categoria.activa) };
      },
    }),
  );

/** Which consumer reads which queue; the names carry the environment, the ends do not. */
async function atenderCola(batch: MessageBatch, env: Env, ctx: ExecutionContext): Promise<unknown> {
  const correo = batch as MessageBatch<TrabajoCorreo>;
  if (batch.queue.endsWith("correo-muertas")) return enterrarCorreo(correo, env);
  if (batch.queue.endsWith("multitud-muertas")) return enterrarMultitud(batch, env);
  if (batch.queue.endsWith("correo")) return consumirCorreo(correo, env, ctx);
  return consumirMultitud(batch, env, ctx);
}

async function trabajar(que: string, cual: string, hacer: () => Promise<unknown>): Promise<void> {
  const inicio = Date.now();
  let bien = true;
  try {
    await hacer();
  } catch (error) {
    bien = false;
    throw error;
  } finally {
    anotar({ que, cual, bien, ms: Date.now() - inicio });
  }
}

export const UserChannel = Sentry.instrumentDurableObjectWithSentry(opcionesSentry, Canal);
export const Presencia = Sentry.instrumentDurableObjectWithSentry(opcionesSentry, Presentes);

export default Sentry.withSentry(opcionesSentry, {
  fetch: (request: Request, env: Env, ctx: ExecutionContext) =>
    porElBorde(request, env, ctx, (r) => sitio.fetch(r, env, ctx)),
  queue: (batch: MessageBatch, env: Env, ctx: ExecutionContext) =>
    trabajar("cola", batch.queue, () => atenderCola(batch, env, ctx)),
  scheduled: (controller: ScheduledController, env: Env, ctx: ExecutionContext) =>
    trabajar("cron", controller.cron, () => programado(controller, env, ctx)),
} satisfies ExportedHandler<Env>);
