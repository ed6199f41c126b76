import type { avisos as es } from "../es/avisos.ts";

export const avisos = {
  avisos: {
    titulo: "Notices",
    vacio: "No notices",
    vacioTexto: "Here we tell you every step of the reports you follow.",
    marcar: "Mark all as read",
    sinLeer: "Unread",
    nuevo: (numero: number, titulo: string) => `New report #${numero}: ${titulo}`,
    comentario: (numero: number) => `There is a new comment on report #${numero}`,
    actualizado: (numero: number) => `Report #${numero} updated`,
    evento: {
      asignado: (n: number) => `Report #${n} has a crew now`,
      iniciado: (n: number) => `Work began on report #${n}`,
      resuelto: (n: number) => `Report #${n} is resolved`,
      rechazado: (n: number) => `Report #${n} was closed unrepaired`,
      devuelto: (n: number) => `Report #${n} went back to the inbox`,
      reabierto: (n: number) => `Report #${n} was opened again`,
      confirmado: (n: number) => `They said how report #${n} turned out`,
      demorado: (n: number) => `Report #${n} is past its promised date`,
    },
  },
  misReclamos: {
    titulo: "My reports",
    vacio: "You have not reported anything yet",
    vacioTexto: "When you report a problem or join one, you will find it here.",
  },
} satisfies typeof es;
