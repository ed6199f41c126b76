import type { armar as es } from "../es/armar.ts";

export const armar: typeof es = {
  texto: "This city has not been set up yet: for now it takes no reports.",
  enlace: "If you run it, begin here",
  secciones: {
    empezar: "First steps",
    municipio: "Municipality",
    categorias: "Categories",
    zonas: "Zones",
    cuadrillas: "Crews",
    personas: "People",
    respuestas: "Replies",
    anuncios: "Announcements",
    correos: "E-mail",
    auditoria: "Audit",
    salud: "System health",
  },
};
