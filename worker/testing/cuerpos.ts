/** What one types to an office's forms: as good as any where what is asked is something else. */
export const CATEGORIA = {
  nombre: "Plazas",
  icono: "trees",
  color: "#1b6b3a",
  horas_normal: 360,
  horas_urgente: 120,
};

const poligono = (...puntos: [number, number][]) => ({
  type: "Polygon" as const,
  coordinates: [puntos],
});

export const TRIANGULO = poligono(
  [-58.4, -34.6],
  [-58.39, -34.6],
  [-58.39, -34.59],
  [-58.4, -34.6],
);

/** Round what `crearMunicipio` has. */
export const LIMITE = poligono(
  [-58.4, -34.6],
  [-58.38, -34.6],
  [-58.38, -34.58],
  [-58.4, -34.58],
  [-58.4, -34.6],
);
