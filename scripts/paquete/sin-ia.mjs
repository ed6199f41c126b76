// What `@sentry/server-utils` means inside the Worker (wrangler.toml, [alias]): its watchers of calls to language models and of
// Node's own libraries stay out. Nobody here calls a model, yet Sentry wraps every binding through one door that knows how to.
// What it uses of the rest is how it names a query. With a new version read again what @sentry/cloudflare imports from there.
export {
  getSqlQuerySummary,
  sanitizeSqlQuery,
} from "../../node_modules/@sentry/server-utils/build/esm/utils/sql.js";

/** A binding of Workers AI goes by as it is. */
export const instrumentWorkersAiClient = (enlace) => enlace;

const falta = () => {
  throw new Error(
    "El Worker no lleva lo demás de @sentry/server-utils: scripts/paquete/sin-ia.mjs.",
  );
};

export {
  falta as createFlueInstrumentation,
  falta as createLangChainCallbackHandler,
  falta as eveConversationHook,
  falta as eveIntegration,
  falta as getInstrumentedModuleNames,
  falta as getOtlpTracesEndpoint,
  falta as instrumentAnthropicAiClient,
  falta as instrumentCreateReactAgent,
  falta as instrumentGoogleGenAIClient,
  falta as instrumentLangChainEmbeddings,
  falta as instrumentMistralAiClient,
  falta as instrumentOpenAiClient,
  falta as instrumentPostgresJsSql,
  falta as instrumentStateGraph,
  falta as openTelemetryIntegration,
  falta as prismaIntegration,
  falta as vercelAIIntegration,
};
