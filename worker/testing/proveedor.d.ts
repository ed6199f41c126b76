import "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the tests' mail provider (proveedor.mjs). */
    proveedor: string;
  }
}
