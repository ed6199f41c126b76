import { defineConfig } from "drizzle-kit";

/** Only `npm run db:generate` reads this: it writes migrations/NNNN_name.sql from the schema. */
export default defineConfig({
  dialect: "sqlite",
  schema: "./worker/db/schema/index.ts",
  out: "./migrations",
});
