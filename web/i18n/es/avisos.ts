/** Avisos, toasts, and a vecino's own list. */
export const avisos = {
  avisos: {
    titulo: "Avisos",
    vacio: "No hay avisos",
    vacioTexto: "Acá te contamos cada novedad de los reclamos que seguís.",
    marcar: "Marcar todo como leído",
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
    vacio: "Todavía no reportaste nada",
    vacioTexto: "Cuando reportes un problema o te sumes a uno, lo vas a encontrar acá.",
  },
};
