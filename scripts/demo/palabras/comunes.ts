import type { MotivoRechazo } from "../../../contract/vocabulario.ts";

/** A last sentence that many people add, of their own accord. */
export const COLAS = [
  "Somos varios los vecinos de la cuadra que estamos igual.",
  "Ya lo habíamos avisado por teléfono y no tuvimos respuesta.",
  "Cualquier cosa estoy en casa a la tarde y les muestro.",
  "Gracias por ocuparse.",
  "Muchas gracias, quedo atento.",
  "Antes de que pase algo grave, por favor.",
  "Les dejo una foto para que vean cómo está.",
  "Con los días de calor se pone peor.",
  "Queda a media cuadra de la escuela.",
  "Pago mis tasas al día, lo mínimo es que lo arreglen.",
  "Disculpen la molestia, pero ya no sabemos a quién decirle.",
  "Está justo al lado del kiosco.",
  "Mi abuela vive sola y le da miedo salir.",
  "Es la segunda vez en el año.",
  "Ojalá esta vez lo solucionen de verdad.",
  "Por las dudas pusimos un tacho para marcarlo.",
] as const;

/** Questions and news of who reported or follows. */
export const COMENTARIOS_VECINO = [
  "¿Hay alguna novedad? Sigue todo igual.",
  "Hoy a la mañana pasó una camioneta y miraron, pero no hicieron nada.",
  "Con la lluvia de anoche empeoró bastante.",
  "Aclaro que es del lado de los números pares.",
  "Me sumo: vivo en la misma cuadra y es un peligro.",
  "Si hace falta, les abro el portón para que pase la máquina.",
  "Vi que empezaron. ¡Gracias!",
  "Se puede entrar por el pasillo de la derecha, el portón está sin llave.",
  "Mi mamá casi se cae ayer. ¿Se puede poner al menos una valla?",
  "Pasé recién y ya hay un agente ordenando el tránsito, buenísimo.",
] as const;

/** Answers of the municipality that everyone may read. */
export const COMENTARIOS_PERSONAL = [
  "Gracias por avisar. Ya lo tenemos agendado y vamos esta semana.",
  "Estuvimos en el lugar. Hace falta traer un equipo más grande: volvemos mañana.",
  "Vamos a cortar media calzada de 9 a 12. Les pedimos que no estacionen en la cuadra.",
  "Por la lluvia tuvimos que suspender. Se reprograma para el primer día seco.",
  "¿Podés decirnos a qué altura exacta está? Pasamos y no lo encontramos.",
  "Dejamos el lugar vallado hasta terminar el trabajo.",
  "Estamos esperando un repuesto; te avisamos apenas llegue.",
] as const;

/** A supervisor's note with an assignment. Most assign without one. */
export const NOTAS_ASIGNAR = [
  "Pasar a primera hora, antes de que haya tránsito.",
  "Coordinar con la vecina: avisar media hora antes.",
  "Juntar con el otro reclamo de la misma cuadra.",
  "Llevar vallas y cinta.",
  "Prioridad por la escuela de enfrente.",
] as const;

export const MOTIVOS_REASIGNAR = [
  "La otra cuadrilla está completa esta semana.",
  "Hace falta la hidrogrúa, que la tiene este equipo.",
  "Está fuera de la zona del equipo anterior.",
  "El equipo anterior tiene la camioneta en el taller.",
] as const;

export const MOTIVOS_DEVOLVER = [
  "No encontramos el problema en esa dirección. Falta una referencia más precisa.",
  "No nos corresponde: es un trabajo para otra cuadrilla.",
  "Hay un auto estacionado encima y no pudimos ubicar al dueño.",
  "Falta la autorización de la cooperativa para trabajar cerca de los cables.",
  "El lugar está inundado, no se puede trabajar hasta que baje el agua.",
] as const;

export const COMENTARIOS_REABRIR = [
  "Sigue igual: lo arreglaron el martes y el jueves ya estaba otra vez roto.",
  "Vinieron, pero lo dejaron a medio hacer. Falta la mitad de la cuadra.",
  "Volvió a pasar con la primera lluvia. Por favor, véanlo de nuevo.",
  "Figura como resuelto pero acá no vino nadie. Pueden preguntarle a cualquier vecino.",
  "Quedó peor que antes: ahora además hay escombros en la vereda.",
] as const;

export const MOTIVOS_REABRIR_GESTION = [
  "Nos llamaron dos vecinos para decir que el problema sigue. Se revisa de nuevo.",
  "En la recorrida de control se vio que el arreglo no aguantó.",
  "Se rechazó por error: el lugar sí es de la municipalidad.",
] as const;

export const MOTIVOS_RECLASIFICAR = [
  "Por la descripción corresponde a otra categoría.",
  "Lo vio el inspector: el origen del problema es otro.",
] as const;

export const CONFORME = [
  "Quedó muy bien, gracias a los muchachos.",
  "Rapidísimo. Excelente.",
  "Buen trabajo, prolijo y limpio.",
  "Tardaron un poco, pero quedó bien.",
  "¡Gracias! Se nota la diferencia.",
  "Vinieron con buena onda y dejaron todo barrido.",
] as const;

export const NO_CONFORME = [
  "Lo taparon así nomás, no creo que dure.",
  "Quedó mejor, pero no del todo.",
  "Dejaron los restos tirados en la vereda.",
] as const;

/** A rejection for the vecino: the reason in plain words and what to do next. */
export const RECHAZOS: Record<MotivoRechazo, readonly string[]> = {
  duplicado: [
    "Otro vecino ya lo había contado y lo estamos siguiendo ahí. Te sumamos a ese reclamo para que te llegue cada novedad.",
    "Es el mismo problema que otro reclamo abierto en la cuadra. Quedaste como seguidor de ese.",
  ],
  fuera_de_jurisdiccion: [
    "Ese tramo es ruta provincial y no podemos intervenir. Le pasamos tu reclamo al organismo a cargo.",
    "El poste es de la cooperativa eléctrica, no de la municipalidad. Ellos atienden las 24 horas y ya les avisamos.",
  ],
  no_corresponde: [
    "Es dentro de una propiedad privada y ahí no podemos entrar. Si hay un conflicto con el vecino, en Mediación te atienden gratis de lunes a viernes.",
    "Lo que pedís es una obra nueva, no un arreglo. Podés presentarlo en el Presupuesto Participativo, que abre en marzo.",
  ],
  informacion_insuficiente: [
    "Fuimos dos veces y no encontramos el lugar. Si sigue, contanos de nuevo con la altura exacta o una foto.",
    "No alcanzamos a entender qué hay que arreglar. Cargalo otra vez con un poco más de detalle y lo vemos enseguida.",
  ],
  otro: [
    "Cuando llegó la cuadrilla el problema ya no estaba. Si vuelve a pasar, avisanos.",
    "Esta cuadra entra en la obra de repavimentación que empieza el mes que viene, así que se resuelve ahí.",
  ],
};

export const ORGANISMOS = [
  "Vialidad Provincial",
  "Cooperativa Eléctrica",
  "Prefectura Naval",
  "Empresa de gas",
] as const;
