/** What can be done where no page comes. */
export const senal = {
  titulo: "No hay señal",
  texto: "Esta página no está guardada en este teléfono. Cuando vuelva la señal, se abre sola.",
  seguir: "Mientras tanto, esto funciona sin señal:",
  reportar: "Reportar un problema",
  reportarTexto: "Se guarda acá, con las fotos, y se envía solo después.",
  campo: "Mi trabajo",
  campoTexto: "Para las cuadrillas: el trabajo de hoy, como se vio por última vez.",
  guardada: (cuando: string) => `Sin señal. Esta página es de ${cuando}.`,
};
