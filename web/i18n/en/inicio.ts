import type { inicio as es } from "../es/inicio.ts";

export const inicio = {
  titulo: "What needs fixing?",
  bajada: "Tell us in a minute and follow every step until it is right.",
  codigo: "Follow with your code",
  codigoAyuda: "It has 10 letters and digits, like 7K3F9QXM2A.",
  codigoMal: "That is not one of our codes. They have 10 letters and digits.",
  seguir: "Follow",
  categorias: "What is it about?",
  tuyos: "Your latest",
  verTodos: "See all",
  comoTitulo: "How it works",
  como: [
    ["You tell us what is wrong", "A photo and an address are enough."],
    ["We promise a date", "Every kind of problem has its time, and you always see it."],
    ["You see every step", "We tell you when a crew goes, starts and finishes."],
    ["You say whether it is right", "If it is not, it opens again."],
  ],
} satisfies typeof es;
