import type { Context } from "hono";
import type { Sesion } from "../auth/sesion.ts";
import type { Consumo, Ctx, Db } from "../domain/contexto.ts";
import type { Entorno } from "../env.ts";

/** What the middleware leaves for a route. */
export type AppEnv = {
  Bindings: Env;
  Variables: {
    requestId: string;
    entorno: Entorno;
    consumo: Consumo;
    db: Db;
    /** The request's actor, clock and database, for a domain verb. */
    ctx: Ctx;
    /** The session that it came with; null for nobody's. */
    sesion?: Sesion | null;
    /** The answer is a document shown inside a page of ours, and may do nothing there but be read. */
    enMarco?: true;
    /** Who asks still has to set up the second factor of their role. */
    sinSegundo?: true;
  };
};

export type C = Context<AppEnv>;
