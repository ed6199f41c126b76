/** The city's own map. */
export const mapaGestion = {
  titulo: "Mapa",
  calor: "Calor",
  elegirArea: "Elegir un área",
  arrastra: "Arrastrá sobre el mapa para marcar el área.",
  loQueSeVe: "Elegir lo que se ve",
  total: (n: number, completo: boolean) =>
    `${n} ${n === 1 ? "abierto" : "abiertos"} en esta parte del mapa${completo ? "" : ", entre los primeros del filtro: acercate para ver todos"}`,
  grupo: (n: number) => `${n} reclamos juntos`,
  acercarse: "ver de cerca",
  elegidos: "En el área",
  hayMas: (n: number) => `Hay más de ${n}: se toman los primeros ${n}.`,
  ninguno: "No hay reclamos abiertos en esa área.",
  volver: "Volver a todo el mapa",
  vacio: "Acá no hay reclamos así. Alejate, o cambiá los filtros.",
  incluir: (numero: number) => `Incluir el #${numero}`,
};
