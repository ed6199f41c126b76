import { env } from "cloudflare:workers";

// Every test file starts on the real migrations; the storage is its own. Not by applyD1Migrations: importing
// "cloudflare:test" loads the whole Worker, some seconds for each file that does not need it.
for (const { queries } of env.TEST_MIGRATIONS)
  await env.DB.batch(queries.map((query) => env.DB.prepare(query)));
