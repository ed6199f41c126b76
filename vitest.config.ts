import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// wrangler.toml names dist as the assets' folder and refuses to start without one;
// before the first build an empty folder will do.
mkdirSync(here("dist"), { recursive: true });

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // As wrangler.toml defines it.
  define: { CON_MUESTRAS: "true" },
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: here("wrangler.toml") },
      miniflare: {
        bindings: {
          TEST_MIGRATIONS: await readD1Migrations(here("migrations")),
          ENVIRONMENT: "test",
          BETTER_AUTH_SECRET: "a-secret-only-for-tests-0123456789abcdef",
          // Whatever somebody's .dev.vars says, tests reach nobody.
          MAILCHANNELS_API_KEY: "",
          MAILCHANNELS_BASE_URL: "",
          SENTRY_DSN: "",
          TILES_URL: "",
          TURNSTILE_SITE_KEY: "",
          TURNSTILE_SECRET: "",
          TURNSTILE_VERIFY_URL: "",
          // Tests change things behind the doors, where no edge hears of it; its own test turns it on.
          EDGE_SECONDS: "0",
          // `todo`: the whole size of worker/faults (npm run faults).
          FALLAS: process.env.FALLAS ?? "",
        },
      },
    })),
  ],
  test: {
    include: ["worker/**/*.test.{ts,tsx}", "contract/**/*.test.ts", "web/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "web/e2e/**"],
    globalSetup: [
      "./worker/testing/proveedor.mjs",
      "./worker/testing/sumidero.mjs",
      "./worker/testing/verificador.mjs",
    ],
    setupFiles: ["./worker/testing/setup.ts"],
    // Sentry and the session library as one file each: module by module they take each test file that opens the Worker's
    // doors ten seconds to load.
    deps: {
      optimizer: {
        ssr: {
          enabled: true,
          include: [
            "@sentry/cloudflare",
            "better-auth/adapters/drizzle",
            "better-auth/api",
            "better-auth/minimal",
            "better-auth/plugins/bearer",
            "better-auth/cookies",
            "drizzle-orm",
            "drizzle-orm/batch",
            "drizzle-orm/d1",
            "drizzle-orm/sqlite-core",
            "hono",
            "hono-openapi",
            "hono/http-exception",
            "hono/route",
            "hono/secure-headers",
            "zod/mini",
            "preact",
            "preact/hooks",
            "preact-iso",
            "preact-iso/router",
            "preact-render-to-string",
            "@preact/signals",
            "mailchannels-sdk",
            "polyclip-ts",
          ],
          rolldownOptions: { external: [/^node:/, /^cloudflare:/] },
        },
      },
    },
    // The log lines of what passed are of no use.
    silent: "passed-only",
    // One for each core of the smallest machine that this runs on; the default leaves one idle.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    coverage: {
      provider: "istanbul",
      include: ["worker/**/*.{ts,tsx}", "contract/**/*.ts"],
      exclude: ["**/*.test.{ts,tsx}", "worker/testing/**", "**/*.d.ts"],
      reporter: ["text-summary", "json-summary", "html"],
      thresholds: { lines: 90, branches: 85 },
    },
  },
});
