export * from "./auditoria.ts";
export * from "./catalogos.ts";
export * from "./cifras.ts";
export * from "./enlaces.ts";
export * from "./eventos.ts";
export * from "./personal.ts";
export * from "./personas.ts";
export * from "./reclamos.ts";
