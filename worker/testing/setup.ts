import { env } from "cloudflare:workers";

// Every test file starts on the real migrations; the storage is its own. Not by applyD1Migrations: importing
// "cloudflare:test" loads the whole Worker, some seconds for each file that does not need it.
for (const { queries } of env.TEST_MIGRATIONS)
  await env.DB.batch(queries.map((query) => env.DB.prepare(query)));

// The Worker's own log lines, thousands in a run, stay here: each would be a message to the runner, and one that is still on
// its way when a file ends fails the run. A test that reads them spies on console.log, over this.
const consola: Pick<Console, "log"> = console;
const decir = consola.log;
consola.log = (...lo: unknown[]) => {
  if (!String(lo[0]).startsWith('{"que":')) decir(...lo);
};
