/** Signing in, signing up, and one's account. */
export const cuentas = {
  ingresar: {
    titulo: "Ingresar",
    correo: "Correo electrónico",
    contrasena: "Contraseña",
    enviar: "Ingresar",
    sinCuenta: "¿No tenés cuenta?",
    registrarse: "Creá una",
    paraEso: "Ingresá y seguís donde estabas.",
    mostrar: "Mostrar la contraseña",
    codigo: "Código de tu app",
    codigoAyuda: "Los seis números que muestra ahora. Sin el teléfono, un código de recuperación.",
    otraCuenta: "Ingresar con otra cuenta",
  },
  registrarse: {
    titulo: "Crear una cuenta",
    primera:
      "Esta instalación todavía no tiene a nadie. La primera cuenta que se cree la administra: elegí una contraseña que no uses en otro lado.",
    bajada: "Para reportar y recibir novedades de tus reclamos.",
    nombre: "Nombre",
    apellido: "Apellido",
    telefono: "Teléfono",
    contrasenaAyuda: "Al menos 8 caracteres.",
    enviar: "Crear la cuenta",
    conCuenta: "¿Ya tenés cuenta?",
    ingresar: "Ingresá",
  },
  cuenta: {
    titulo: "Tu cuenta",
    perfil: "Tu perfil",
    avisos: "Avisos y correos",
    salir: "Salir",
    tema: "Colores",
    temas: { auto: "Como el teléfono", light: "Claro", dark: "Oscuro" },
    roles: {
      vecino: "Vecino",
      cuadrilla: "Cuadrilla",
      supervisor: "Supervisión",
      admin: "Administración",
    },
  },
};
