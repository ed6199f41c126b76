import type { zona as es } from "../es/zona.ts";

export const zona = {
  titulo: "Map of reports",
  filtros: "What to show",
  estado: { abiertos: "Open", resueltos: "Solved", todos: "All" },
  categoria: "Category",
  todas: "All categories",
  cuando: "When",
  siempre: "Of all time",
  dias: (n: string) => (n === "365" ? "Last year" : `${n} days`),
  enEstaZona: (n: number) =>
    n === 0 ? "Nothing in this area" : `${n.toLocaleString("en")} in this area`,
  verLista: "See as a list",
  verMapa: "See the map",
  vacio: "There are no such reports here. Zoom out, or change what is shown.",
  bajada:
    "What needs fixing in the city, and what has been fixed. Tap a pin to see how it is going.",
  cargandoZona: "Looking in this area…",
  vacioTitulo: "Nothing here with those filters",
  verTodo: "Show all, from ever",
  vecinos: (n: number) => (n === 1 ? "1 neighbour" : `${n} neighbours`),
  masEnLista: "Show more",
  desdeElPrincipio: "Back to the top of the list",
  sinCentro: "The map will be here when the municipality has finished setting up the site.",
  aplicar: "Show",
} satisfies typeof es;
