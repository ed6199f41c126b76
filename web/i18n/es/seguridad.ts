/** One's account in one's own hands: address, sessions. */
export const seguridad = {
  correo: {
    titulo: "Tu correo",
    sinConfirmar: "Todavía no confirmaste esta dirección: abrí el enlace que te mandamos.",
    mandar: "Mandame el enlace otra vez",
    enviado: (email: string) => `Te mandamos el enlace a ${email}.`,
    nuevo: "Correo nuevo",
    nuevoAyuda: "Te mandamos un enlace a esa dirección. El correo cambia al confirmarlo desde ahí.",
    contrasena: "Tu contraseña",
    cambiar: "Cambiar el correo",
    pedido: (email: string) => `Te mandamos un enlace a ${email}. Abrilo para confirmar el cambio.`,
  },
  sesiones: {
    titulo: "Dónde tenés la cuenta abierta",
    bajada: "Si no reconocés alguna, cerrala y cambiá tu contraseña.",
    en: " en ",
    otro: "Otro programa",
    esta: "Este navegador",
    usada: (hace: string) => `Último uso: ${hace}`,
    cerrar: "Cerrar",
    cerrarTodas: "Cerrar todas las demás",
    sola: "Solo está abierta acá.",
  },
  primera: {
    titulo: "Elegí una contraseña",
    que: "Ingresás con enlaces por correo. Si querés, elegí una contraseña.",
    elegir: "Elegir la contraseña",
  },
};
