/** What the office reads: export, ventanilla, panel de control. */
export const oficina = {
  exportar: {
    boton: "Exportar",
    titulo: "Exportar esta lista",
    que: "Se baja la lista entera, con los filtros que tenés puestos, lista para abrir en una planilla de cálculo.",
    sinPersonas: "Sin datos personales",
    conPersonas: "Con nombre, correo y teléfono de quien reportó",
    cuidado: "Tiene datos personales: compartila solo con quien los necesita para trabajar.",
  },
};
