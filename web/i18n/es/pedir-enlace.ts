/** Asking for a link by mail: to sign in, or to choose another password. */
export const pedirEnlace = {
  codigo: {
    titulo: "Enlace del correo",
    pegar: "Pegá el código que te llegó por correo.",
    codigo: "Código",
    seguir: "Seguir",
  },
  ingresar: {
    titulo: "Ingresar sin contraseña",
    bajada: "Te mandamos un correo con un enlace que te deja ingresar. Sirve 15 minutos.",
    enviar: "Mandame el enlace",
  },
  recuperar: {
    titulo: "Olvidé mi contraseña",
    bajada: "Te mandamos un correo con un enlace para elegir otra. Sirve una hora.",
    enviar: "Mandame el enlace",
  },
  correo: "Correo electrónico",
  hecho: "Revisá tu correo",
  hechoTexto: (email: string) =>
    `Si ${email} tiene cuenta, ya le mandamos el enlace. Puede tardar un minuto; fijate también en el correo no deseado.`,
  personal:
    "Si trabajás en la municipalidad o ingresás en dos pasos, entrás siempre con tu contraseña.",
  otra: "Probar con otra dirección",
  volver: "Volver a ingresar",
};
