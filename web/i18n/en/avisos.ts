import type { avisos as es } from "../es/avisos.ts";

export const avisos = {
  casilla: {
    titulo: "Our mail does not reach you",
    porque: {
      rebote: (email: string) => `Your mailbox ${email} sent our last one back, so we stopped.`,
      queja: (email: string) =>
        `At ${email} one of our mails was marked as unwanted, so we stopped.`,
    },
    mientras: "Meanwhile, all that we tell you is here, among your notices.",
    probar: "It works now: send me mail again",
    cambiar: "Check my details",
    hecho: "Done: the next mail goes to your mailbox.",
  },
  avisos: {
    titulo: "Notices",
    vacio: "No notices",
    vacioTexto: "Here we tell you every step of the reports you follow.",
    marcar: "Mark all as read",
    hoy: "Today",
    ayer: "Yesterday",
    anteriores: "Show earlier ones",
    elegir: "Choose what to receive",
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
    ver: "Which ones to see",
    vistas: { abiertos: "Open", cerrados: "Closed", todos: "All" },
    vacio: "You have not reported anything yet",
    vacioTexto: "When you report a problem or join one, you will find it here.",
    vacioAbiertos: "You have no open reports",
    vacioAbiertosTexto: "Those already closed are under Closed.",
    vacioCerrados: "You have no closed reports",
    vacioCerradosTexto: "When one of yours is repaired, it will stay here.",
    seguis: "you follow it",
  },
} satisfies typeof es;
