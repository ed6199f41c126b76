import type { puerta as es } from "../es/puerta.ts";

export const puerta = {
  enlace: "Send me a link by mail",
  olvide: "I forgot my password",
} satisfies typeof es;
