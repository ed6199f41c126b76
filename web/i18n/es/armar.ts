/** Said by the Worker where nobody has set the city up, apart from what the browser takes over; and the doors to do it. */
export const armar = {
  texto: "Esta ciudad todavía no está configurada: por ahora no recibe reclamos.",
  enlace: "Si la administrás, empezá por acá",
  secciones: {
    empezar: "Primeros pasos",
    municipio: "Municipio",
    categorias: "Categorías",
    zonas: "Zonas",
    cuadrillas: "Cuadrillas",
    personas: "Personas",
    respuestas: "Respuestas",
    anuncios: "Anuncios",
    correos: "Correos",
    auditoria: "Auditoría",
    salud: "Salud del sistema",
  },
};
