// What `@opentelemetry/api` means inside the Worker (wrangler.toml, [alias]): nobody listens to its traces. Sentry has its own
// and leaves this one alone unless asked (enableOpenTelemetrySetup); better-auth brings all of it by a dynamic import() that
// no bundler can shake. What both call does here what the library does without a listener: nothing.
const nadie = { traceId: "0".repeat(32), spanId: "0".repeat(16), traceFlags: 0 };
const tramo = {
  spanContext: () => nadie,
  isRecording: () => false,
  setAttribute: () => tramo,
  setAttributes: () => tramo,
  setStatus: () => tramo,
  updateName: () => tramo,
  addEvent: () => tramo,
  recordException: () => {},
  end: () => {},
};
const trazador = {
  startSpan: () => tramo,
  startActiveSpan: (_nombre, ...mas) => mas.at(-1)(tramo),
};
const nada = { getValue: () => undefined, setValue: () => nada, deleteValue: () => nada };

export const ROOT_CONTEXT = nada;
export const TraceFlags = { NONE: 0, SAMPLED: 1 };
export const SpanStatusCode = { UNSET: 0, OK: 1, ERROR: 2 };
export const createContextKey = (nombre) => Symbol.for(nombre);
export const isSpanContextValid = () => false;
export const trace = {
  getTracer: () => trazador,
  getActiveSpan: () => undefined,
  getSpan: () => undefined,
  getSpanContext: () => undefined,
  setSpan: (contexto) => contexto,
  setSpanContext: (contexto) => contexto,
  deleteSpan: (contexto) => contexto,
  setGlobalTracerProvider: () => false,
};
export const context = {
  ...nada,
  active: () => nada,
  with: (_contexto, hacer, esto, ...con) => hacer.call(esto, ...con),
  setGlobalContextManager: () => false,
};
