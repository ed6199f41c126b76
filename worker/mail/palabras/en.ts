import { LIMITES } from "../../../contract/limites.ts";
import { cuentaEn } from "./cuenta.en.ts";
import type { Palabras } from "./es.ts";

export const en: Palabras = {
  lengua: "en",
  hola: (nombre) => (nombre ? `Hello ${nombre},` : "Hello,"),
  estado: "Status",
  estados: {
    nuevo: "New",
    asignado: "Assigned",
    en_proceso: "In progress",
    resuelto: "Fixed",
    rechazado: "Closed without a fix",
  },
  preferencias: "Choose what you hear about",
  baja: "No more mail like this",
  tuReclamo: "your report",
  elQueSeguis: "the report you follow",
  elReclamo: "report",
  cuadrilla: (nombre) => (nombre ? `the crew ${nombre}` : "a crew"),
  porque: {
    interesado: "We write to you because you made or follow this report.",
    equipo: "We write to you because you are in the crew that has it.",
    supervision: "We write to you because you supervise the city's reports.",
    creador: "We write to you because you made this report.",
    anuncio: "We write to you because you chose to get the city's announcements by mail.",
    resumen: "We write to you because you asked for the morning summary.",
  },
  donde: "Where",
  tema: "About",
  ahora: (estado) => `It has changed since: it is now “${estado}”.`,
  verComoVa: "See how it goes",
  verElReclamo: "See the report",
  creado: {
    asunto: (n) => `Report #${n} received`,
    titulo: (n) => `We have your report #${n}`,
    registrado: (titulo, n) => `Your report '${titulo}' was registered under number ${n}.`,
    prometido: "Promised for",
    sigue: "We will tell you of each step. You can also follow it whenever you like:",
    boton: "Follow my report",
  },
  asignado: {
    asunto: (n) => `Report #${n}: someone is going to fix it`,
    titulo: (suyo) => `${suyo} has a crew`,
    quien: (titulo, n, cuadrilla) => `'${titulo}' (#${n}) is in the hands of ${cuadrilla}.`,
    cuando: (fecha) => ` They plan to go on ${fecha}.`,
    prometido: (fecha) => `We promise it for ${fecha}.`,
  },
  trabajo: {
    asunto: (n, titulo) => `New work: report #${n}, ${titulo}`,
    titulo: (cuadrilla) => `${cuadrilla} has new work`,
    toca: (n, titulo) => `Report #${n} is yours: ${titulo}.`,
    vence: "Due on",
    programado: "Planned for",
    boton: "See the work",
  },
  iniciado: {
    asunto: (n) => `Report #${n}: work has begun`,
    titulo: "Work has begun",
    quien: (cuadrilla, titulo, n, direccion) =>
      `${cuadrilla} began to work on '${titulo}' (#${n}), at ${direccion}.`,
  },
  resuelto: {
    asunto: (n) => `Report #${n} fixed: is it all right?`,
    titulo: "It is fixed. Is it all right?",
    hecho: (titulo, n) => `We are done with '${titulo}' (#${n}). This is what was done:`,
    fotos: (cuantas) =>
      cuantas === 1 ? "See the photo of the repair" : `See the ${cuantas} photos of the repair`,
    reabrir: `If nothing changed, you can open it again within ${LIMITES.reabrirDias} days.`,
    toque: "Is it all right? Tell us with one tap. ",
    boton: "Is it all right? Tell us",
    reabierto: {
      asunto: (n) => `Report #${n}: it was opened again`,
      titulo: "We took it for fixed, and it was opened again",
    },
  },
  comentado: {
    asunto: (n) => `Report #${n}: there is a new comment`,
    titulo: "There is a new comment",
    autores: { vecino: "A resident", municipalidad: "The municipality" },
    escribio: (quien, donde, n, titulo) => `${quien} wrote on ${donde} #${n}, '${titulo}':`,
    noRespondas: "Please do not answer this mail: answer in the report, where who has it reads it.",
    boton: "See and answer",
  },
  rechazado: {
    asunto: (n, que) => `Report #${n}: ${que}`,
    revisamos: (titulo, n, porque) => `We looked at '${titulo}' (#${n}). ${porque}`,
    seOcupa: "In charge",
    duplicado: {
      asunto: "it had been reported",
      titulo: "Somebody else had reported it",
      porque: (n) =>
        n === null
          ? "It is the same problem as another report, so we go on with that one."
          : `It is the same problem as report #${n}, so we go on with that one.`,
      ahora:
        "There is nothing for you to do: you now follow the other one, and will hear of each step.",
      boton: (n) => `Follow report #${n}`,
    },
    fuera_de_jurisdiccion: {
      asunto: "it is another body's",
      titulo: "It is another body's to fix",
      porque: "That place or service is not the municipality's, so we cannot fix it.",
      ahora: "The next step is to report it to them. If they do not answer, tell us in a comment.",
    },
    no_corresponde: {
      asunto: "we cannot take it",
      titulo: "We cannot take it",
      porque: "It is not something that the municipality fixes by way of a report.",
      ahora: "If you think we are wrong, leave us a comment and we will look again.",
    },
    informacion_insuficiente: {
      asunto: "we need to know more",
      titulo: "We need to know more to fix it",
      porque: "With what we know we could not find the problem.",
      ahora:
        "Please report it again with street and number, and a photo if you can: so we find it.",
      boton: "Report again",
    },
    otro: {
      asunto: "we closed it without a fix",
      titulo: "We closed it without a fix",
      porque: "We are not going to fix it. Below we say why.",
      ahora: "If you think we are wrong, leave us a comment and we will look again.",
    },
  },
  cuenta: cuentaEn,
  anuncio: {
    asunto: (municipio) => `News from ${municipio}`,
    boton: "See my notices",
  },
  grupo: {
    asunto: (n, cuantas) => `Report #${n}: ${cuantas} updates`,
    titulo: (cuantas, n) => `${cuantas} updates on report #${n}`,
    intro: "Several things happened in a short while, so here they are together:",
  },
  bajaPagina: {
    titulo: "Mail that you get",
    pregunta: "Do you want to stop getting mail about this?",
    estos: "Yes, stop it",
    todos: "I want no mail at all",
    hecho: { estos: "Done: no more mail about this.", todos: "Done: no more mail." },
    seguridad: "Mail that guards your account still comes.",
    volver: "I changed my mind: send it again",
    vuelto: "Done: you will get it again.",
    mal: "That link is not whole. Please open it again from the mail.",
    inicio: "Go to the front page",
    tipos: {
      creado: "The receipt of a new report",
      asignado: "It has a crew",
      iniciado: "Work begins",
      resuelto: "It was fixed",
      rechazado: "It is closed without a fix",
      comentado: "New comments",
      anuncio: "The municipality's announcements",
      resumen: "The morning summary",
    },
  },
  resumen: {
    asunto: (fecha, vencidos) =>
      vencidos > 0 ? `Summary for ${fecha}: ${vencidos} overdue` : `Summary for ${fecha}`,
    titulo: (fecha) => `How ${fecha} begins`,
    sinAsignar: "Without a crew",
    vencidos: "Overdue",
    vencenHoy: "Due today",
    nuevos: "Came in yesterday",
    resueltos: "Fixed yesterday",
    losMasVencidos: "Those that wait longest:",
    fila: (n, titulo, dias) =>
      `#${n} ${titulo}: overdue for ${dias} ${dias === 1 ? "day" : "days"}`,
    nada: "Nothing is overdue. Good morning.",
    boton: "Open the inbox",
  },
};
