/** The kinds of reclamo that nearly every city has, with the hours that it usually gives itself. */
export type Usual = {
  nombre: string;
  /** A name of web/components/categorias.tsx. */
  icono: string;
  color: string;
  horas_normal: number;
  horas_urgente: number;
};

const usual = (
  nombre: string,
  icono: string,
  color: string,
  horas_normal: number,
  horas_urgente: number,
): Usual => ({ nombre, icono, color, horas_normal, horas_urgente });

export const USUALES: readonly Usual[] = [
  usual("Alumbrado", "lightbulb", "#8a5200", 120, 48),
  usual("Bacheo", "traffic-cone", "#9a3412", 240, 72),
  usual("Limpieza", "trash-2", "#5b4b8a", 72, 24),
  usual("Arbolado", "trees", "#1b6b3a", 168, 24),
  usual("Tránsito", "traffic-light", "#b3261e", 120, 24),
  usual("Agua", "droplets", "#17518c", 72, 12),
  usual("Cloacas", "waves", "#545d69", 72, 12),
  usual("Espacios verdes", "sprout", "#4d6b17", 360, 120),
];
