// What `@better-auth/telemetry` means inside the Worker (wrangler.toml, [alias]): nothing is reported.
export const createTelemetry = async () => ({ publish: async () => {} });
export const getTelemetryAuthConfig = async () => ({});
