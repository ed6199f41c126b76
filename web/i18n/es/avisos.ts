/** Avisos, toasts, and a vecino's own list. */
export const avisos = {
  casilla: {
    titulo: "Nuestros correos no te llegan",
    porque: {
      rebote: (email: string) =>
        `Tu casilla ${email} nos devolvió el último, así que dejamos de mandarte.`,
      queja: (email: string) =>
        `Desde ${email} se marcó uno de nuestros correos como no deseado, así que dejamos de mandarte.`,
    },
    mientras: "Mientras tanto, todo lo que te contamos está acá, en tus avisos.",
    probar: "Ya anda: volver a mandarme",
    cambiar: "Revisar mis datos",
    hecho: "Listo: el próximo correo sale a tu casilla.",
  },
  avisos: {
    titulo: "Avisos",
    vacio: "No hay avisos",
    vacioTexto: "Acá te contamos cada novedad de los reclamos que seguís.",
    marcar: "Marcar todo como leído",
    hoy: "Hoy",
    ayer: "Ayer",
    anteriores: "Ver anteriores",
    elegir: "Elegir qué recibir",
    sinLeer: "Sin leer",
    nuevo: (numero: number, titulo: string) => `Nuevo reclamo #${numero}: ${titulo}`,
    comentario: (numero: number) => `Hay un comentario nuevo en el reclamo #${numero}`,
    actualizado: (numero: number) => `Reclamo #${numero} actualizado`,
    evento: {
      asignado: (n: number) => `El reclamo #${n} ya tiene cuadrilla`,
      iniciado: (n: number) => `Empezaron a trabajar en el reclamo #${n}`,
      resuelto: (n: number) => `El reclamo #${n} está resuelto`,
      rechazado: (n: number) => `El reclamo #${n} se cerró sin arreglo`,
      devuelto: (n: number) => `El reclamo #${n} volvió a la bandeja`,
      reabierto: (n: number) => `El reclamo #${n} se reabrió`,
      confirmado: (n: number) => `Dijeron cómo quedó el reclamo #${n}`,
      demorado: (n: number) => `El reclamo #${n} pasó su fecha prometida`,
    } as Record<string, (n: number) => string>,
  },
  misReclamos: {
    titulo: "Mis reclamos",
    ver: "Cuáles ver",
    vistas: { abiertos: "Abiertos", cerrados: "Cerrados", todos: "Todos" },
    vacio: "Todavía no reportaste nada",
    vacioTexto: "Cuando reportes un problema o te sumes a uno, lo vas a encontrar acá.",
    vacioAbiertos: "No tenés reclamos abiertos",
    vacioAbiertosTexto: "Los que ya se cerraron están en Cerrados.",
    vacioCerrados: "No tenés reclamos cerrados",
    vacioCerradosTexto: "Cuando se arregle uno de los tuyos, va a quedar acá.",
    seguis: "lo seguís",
  },
};
