import { unstable_readConfig } from "wrangler";

type Cola = { queue: string; max_batch_timeout?: number; dead_letter_queue?: string };

/** The parts of a wrangler configuration that scripts look at. */
export type Configuracion = {
  vars: Record<string, string>;
  d1_databases: { binding: string; database_id: string }[];
  durable_objects: { bindings: { name: string; class_name: string }[] };
  queues: { producers: { binding: string; queue: string }[]; consumers: Cola[] };
  r2_buckets: { binding: string; bucket_name: string }[];
  images?: { binding: string };
  ratelimits: { name: string; simple: { limit: number; period: number } }[];
  version_metadata?: { binding: string };
  assets?: { binding: string };
  triggers: { crons: string[] };
  placement?: { mode: string };
  observability?: { enabled: boolean; logs?: { invocation_logs: boolean } };
  migrations: unknown[];
};

/** wrangler.toml as wrangler itself reads it: the top level, or an environment with what it inherits. */
export function leerConfiguracion(ambiente?: string): Configuracion {
  const leida: unknown = unstable_readConfig({
    config: "wrangler.toml",
    ...(ambiente ? { env: ambiente } : {}),
  });
  return JSON.parse(JSON.stringify(leida));
}
