/** A report in one form, as the Worker draws it without JavaScript; the steps say the same of the same. */
export const planilla = {
  direccion: "Dirección o referencia",
  direccionEjemplo: "Rivadavia 1240, esquina Mitre",
  que: "¿Qué es?",
  tituloCampo: "Título",
  descripcion: "¿Qué pasa?",
  descripcionEjemplo: "Desde cuándo, qué peligro hay, cómo llegar…",
  revisarBajada: "Lo puede leer cualquiera. Tu nombre, tu correo y tu teléfono no se muestran.",
  enviar: "Enviar el reclamo",
  sugerido: (categoria: string, calle: string) => `${categoria} en ${calle}`,
  bajada: "Completalo y envialo: con tu cuenta si ingresaste, o con tu correo y nada más.",
  tituloAyuda: "Si lo dejás vacío, lo ponemos por la dirección y lo que elegiste.",
  fotos: "Fotos",
  fotosAyuda: (n: number) => `Hasta ${n}, y hasta 25 MB entre todas.`,
  yaSubidas: (n: number) =>
    n === 1
      ? "Tu foto ya está: no hace falta elegirla de nuevo."
      : `Tus ${n} fotos ya están: no hace falta elegirlas de nuevo.`,
  sinIngresar: "Si no ingresaste",
  correo: "Tu correo",
  correoAyuda: "Te mandamos un enlace para confirmarlo: hasta entonces no lo ve nadie.",
  nombre: "Tu nombre",
  enCamino: "Revisá tu correo",
  enCaminoTexto: (email: string, dias: number) =>
    `Te mandamos un enlace a ${email}. Abrilo y confirmá tu reclamo: hasta entonces no lo ve nadie, y a los ${dias} días se borra.`,
};
