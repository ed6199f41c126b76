/** The front page. */
export const inicio = {
  titulo: "¿Qué hay que arreglar?",
  bajada: "Contalo en un minuto y seguí cada paso hasta que quede bien.",
  codigo: "Seguir con tu código",
  codigoAyuda: "Son 10 letras y números, como 7K3F9QXM2A.",
  codigoMal: "Ese código no es de los nuestros. Son 10 letras y números.",
  seguir: "Seguir",
  categorias: "¿De qué se trata?",
  tuyos: "Lo último tuyo",
  verTodos: "Ver todos",
  comoTitulo: "Cómo funciona",
  como: [
    ["Contás qué pasa", "Con una foto y una dirección alcanza."],
    ["Te prometemos una fecha", "Cada tipo de problema tiene su plazo, y lo ves siempre."],
    ["Ves cada paso", "Te avisamos cuando una cuadrilla va, empieza y termina."],
    ["Vos decís si quedó bien", "Si sigue igual, se reabre."],
  ] as [string, string][],
};
