import { LIMITES } from "../../../contract/limites.ts";
import { cuentaEs } from "./cuenta.es.ts";

/** What the mails say. English beside it (en.ts) has the same shape, or does not compile. */
export const es = {
  lengua: "es-AR",
  hola: (nombre: string) => (nombre ? `Hola ${nombre}:` : "Hola:"),
  estado: "Estado",
  estados: {
    nuevo: "Nuevo",
    asignado: "Asignado",
    en_proceso: "En proceso",
    resuelto: "Resuelto",
    rechazado: "Rechazado",
  },
  preferencias: "Elegí qué avisos recibir",
  baja: "No recibir más correos como este",
  tuReclamo: "tu reclamo",
  elQueSeguis: "el reclamo que seguís",
  elReclamo: "el reclamo",
  cuadrilla: (nombre: string | null) =>
    !nombre
      ? "una cuadrilla"
      : /^cuadrilla\b/i.test(nombre)
        ? `la ${nombre}`
        : `la cuadrilla ${nombre}`,
  porque: {
    interesado: "Te escribimos porque hiciste o seguís este reclamo.",
    equipo: "Te escribimos porque sos parte de la cuadrilla que lo tiene.",
    supervision: "Te escribimos porque supervisás los reclamos de la ciudad.",
    creador: "Te escribimos porque hiciste este reclamo.",
    anuncio: "Te escribimos porque elegiste recibir los anuncios de la ciudad por correo.",
    resumen: "Te escribimos porque pediste el resumen de cada mañana.",
  },
  donde: "Dónde",
  tema: "Tema",
  ahora: (estado: string) => `Después cambió: ahora está «${estado}».`,
  verComoVa: "Ver cómo va",
  verElReclamo: "Ver el reclamo",
  creado: {
    // Subject and first sentence are the seed's own words (its section 5.2).
    asunto: (n: number) => `Reclamo #${n} creado exitosamente`,
    titulo: (n: number) => `Recibimos tu reclamo #${n}`,
    registrado: (titulo: string, n: number) =>
      `Tu reclamo '${titulo}' ha sido registrado con el número ${n}.`,
    prometido: "Prometido para el",
    sigue: "Te vamos a avisar de cada paso. También podés seguirlo cuando quieras:",
    boton: "Seguir mi reclamo",
  },
  asignado: {
    asunto: (n: number) => `Reclamo #${n}: ya tiene quien lo arregle`,
    titulo: (suyo: string) => `${suyo} ya tiene cuadrilla`,
    quien: (titulo: string, n: number, cuadrilla: string) =>
      `De '${titulo}' (#${n}) se ocupa ${cuadrilla}.`,
    cuando: (fecha: string) => ` Tiene previsto ir el ${fecha}.`,
    prometido: (fecha: string) => `Lo prometemos para el ${fecha}.`,
  },
  trabajo: {
    asunto: (n: number, titulo: string) => `Trabajo nuevo: reclamo #${n}, ${titulo}`,
    titulo: (cuadrilla: string) => `${cuadrilla} tiene un trabajo nuevo`,
    toca: (n: number, titulo: string) => `Les toca el reclamo #${n}: ${titulo}.`,
    vence: "Vence el",
    programado: "Programado para el",
    boton: "Ver el trabajo",
  },
  iniciado: {
    asunto: (n: number) => `Reclamo #${n}: empezaron a trabajar`,
    titulo: "Empezaron a trabajar",
    quien: (cuadrilla: string, titulo: string, n: number, direccion: string) =>
      `${cuadrilla} empezó a trabajar en '${titulo}' (#${n}), en ${direccion}.`,
  },
  resuelto: {
    asunto: (n: number) => `Reclamo #${n} resuelto: ¿quedó bien?`,
    titulo: "Está resuelto. ¿Quedó bien?",
    hecho: (titulo: string, n: number) =>
      `Terminamos con '${titulo}' (#${n}). Esto es lo que se hizo:`,
    fotos: (cuantas: number) =>
      cuantas === 1 ? "Ver la foto del arreglo" : `Ver las ${cuantas} fotos del arreglo`,
    reabrir: `Si sigue igual, podés reabrirlo durante ${LIMITES.reabrirDias} días.`,
    toque: "¿Quedó bien? Decinos con un toque. ",
    boton: "¿Quedó bien? Contanos",
    reabierto: {
      asunto: (n: number) => `Reclamo #${n}: se reabrió`,
      titulo: "Lo dimos por resuelto y se reabrió",
    },
  },
  comentado: {
    asunto: (n: number) => `Reclamo #${n}: hay un comentario nuevo`,
    titulo: "Hay un comentario nuevo",
    autores: { vecino: "Un vecino", municipalidad: "La municipalidad" },
    escribio: (quien: string, donde: string, n: number, titulo: string) =>
      `${quien} escribió en ${donde} #${n}, '${titulo}':`,
    noRespondas: "No respondas a este correo: contestá en el reclamo, así lo lee quien lo tiene.",
    boton: "Ver y contestar",
  },
  rechazado: {
    asunto: (n: number, que: string) => `Reclamo #${n}: ${que}`,
    revisamos: (titulo: string, n: number, porque: string) =>
      `Revisamos '${titulo}' (#${n}). ${porque}`,
    seOcupa: "Se ocupa",
    duplicado: {
      asunto: "ya estaba reportado",
      titulo: "Ya lo había reportado otra persona",
      porque: (n: number | null) =>
        n === null
          ? "Es el mismo problema que otro reclamo, así que seguimos con ese."
          : `Es el mismo problema que el reclamo #${n}, así que seguimos con ese.`,
      ahora: "No hace falta que hagas nada: te sumamos al otro y te vamos a avisar de cada paso.",
      boton: (n: number) => `Seguir el reclamo #${n}`,
    },
    fuera_de_jurisdiccion: {
      asunto: "le toca a otro organismo",
      titulo: "Le toca a otro organismo",
      porque:
        "Ese lugar o ese servicio no depende de la municipalidad, así que no lo podemos arreglar.",
      ahora:
        "El paso que sigue es hacerles el reclamo a ellos. Si no te responden, contanos con un comentario.",
    },
    no_corresponde: {
      asunto: "no lo podemos tomar",
      titulo: "No lo podemos tomar",
      porque: "No es algo que la municipalidad arregle con un reclamo.",
      ahora: "Si te parece que nos equivocamos, dejanos un comentario y lo volvemos a mirar.",
    },
    informacion_insuficiente: {
      asunto: "nos faltan datos",
      titulo: "Nos faltan datos para arreglarlo",
      porque: "Con lo que sabemos no pudimos encontrar el problema.",
      ahora: "Hacelo de nuevo con la calle y la altura, y si podés una foto: así lo encontramos.",
      boton: "Reportar de nuevo",
    },
    otro: {
      asunto: "lo cerramos sin arreglo",
      titulo: "Lo cerramos sin arreglo",
      porque: "No lo vamos a arreglar. Abajo te explicamos por qué.",
      ahora: "Si te parece que nos equivocamos, dejanos un comentario y lo volvemos a mirar.",
    },
  },
  cuenta: cuentaEs,
  anuncio: {
    asunto: (municipio: string) => `Aviso de ${municipio}`,
    boton: "Ver mis avisos",
  },
  grupo: {
    asunto: (n: number, cuantas: number) => `Reclamo #${n}: ${cuantas} novedades`,
    titulo: (cuantas: number, n: number) => `${cuantas} novedades del reclamo #${n}`,
    intro: "Pasaron varias cosas en poco rato, así que te las contamos juntas:",
  },
  bajaPagina: {
    titulo: "Correos que recibís",
    pregunta: "¿Querés dejar de recibir correos de esto?",
    estos: "Sí, dejar de recibirlos",
    todos: "No quiero ningún correo",
    hecho: {
      estos: "Listo: no te mandamos más correos de esto.",
      todos: "Listo: no te mandamos más correos.",
    },
    seguridad: "Los que cuidan tu cuenta llegan igual.",
    volver: "Me arrepentí: quiero recibirlos",
    vuelto: "Listo: te los vamos a mandar.",
    mal: "Ese enlace no está entero. Abrilo otra vez desde el correo.",
    inicio: "Ir al inicio",
    tipos: {
      creado: "El recibo de un reclamo nuevo",
      asignado: "Ya tiene cuadrilla",
      iniciado: "Empiezan a trabajar",
      resuelto: "Quedó resuelto",
      rechazado: "Se cierra sin arreglo",
      comentado: "Comentarios nuevos",
      anuncio: "Anuncios de la municipalidad",
      resumen: "El resumen de cada mañana",
    } as Record<string, string>,
  },
  resumen: {
    asunto: (fecha: string, vencidos: number) =>
      vencidos > 0
        ? `Resumen del ${fecha}: ${vencidos} ${vencidos === 1 ? "vencido" : "vencidos"}`
        : `Resumen del ${fecha}`,
    titulo: (fecha: string) => `Así empieza el ${fecha}`,
    sinAsignar: "Sin cuadrilla",
    vencidos: "Vencidos",
    vencenHoy: "Vencen hoy",
    nuevos: "Entraron ayer",
    resueltos: "Resueltos ayer",
    losMasVencidos: "Los que más esperan:",
    fila: (n: number, titulo: string, dias: number) =>
      `#${n} ${titulo}: vencido hace ${dias} ${dias === 1 ? "día" : "días"}`,
    nada: "No hay nada vencido. Buen día.",
    boton: "Abrir la bandeja",
  },
};

export type Palabras = typeof es;
