import "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the tests' Sentry (sumidero.mjs). */
    sumidero: string;
  }
}
