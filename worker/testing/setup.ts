import { applyD1Migrations } from "cloudflare:test";
import { env } from "cloudflare:workers";

// Every test file starts on the real migrations; the storage is its own.
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
