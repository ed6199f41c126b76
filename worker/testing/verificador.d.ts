import "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the tests' Turnstile verifier (verificador.mjs). */
    verificador: string;
  }
}
