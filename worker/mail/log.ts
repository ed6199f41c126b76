import type { Transporte } from "./transporte.ts";

/** Sends nothing: the row in `correos` says `simulado`, and the admin's screen shows the rendered message. */
export const transporteLog = (): Transporte => ({
  enviar: async () => ({ tipo: "simulado" }),
});
