import type { humano as es } from "../es/humano.ts";

export const humano: typeof es = {
  titulo: "Check that you are a person",
  cargando: "Checking that you are a person…",
  pide: "Tick the box to show that you are a person.",
  lista: "Done: it was checked that you are a person.",
  falla:
    "The check that you are a person could not be loaded. A blocker may be holding it back, or the signal is missing.",
  otraVez: "Try again",
};
