/** The second factor: setting it up, and what it takes to be without the phone. */
export const segundo = {
  titulo: "Verificación en dos pasos",
  que: "Además de la contraseña, al ingresar se pide un código que muestra una app de tu teléfono. Quien adivine tu contraseña no entra.",
  loPide: "Tu rol la pide: activala para seguir. Lleva dos minutos.",
  activar: "Activar la verificación en dos pasos",
  contrasena: "Confirmá con tu contraseña",
  activaDesde: (cuando: string) => `Activa desde ${cuando}.`,
  quedan: (n: number) =>
    n === 0
      ? "No te quedan códigos de recuperación: pedí otros."
      : n === 1
        ? "Te queda 1 código de recuperación."
        : `Te quedan ${n} códigos de recuperación.`,
  paso1: "1. Escaneá este dibujo con una app de autenticación",
  paso1Ayuda:
    "Google Authenticator, Microsoft Authenticator, Aegis, 2FAS: cualquiera sirve. El dibujo se hace en tu navegador; no sale de acá.",
  dibujo: "Código QR para la app de autenticación",
  oEscribi: "¿No podés escanear? Escribí esta clave en la app:",
  paso2: "2. Escribí los seis números que muestra",
  codigo: "Código",
  codigoAyuda: "Cambia cada 30 segundos.",
  confirmar: "Confirmar",
  guardalos: "Guardá estos códigos de recuperación",
  guardalosQue:
    "Si perdés el teléfono, cada uno te deja entrar una vez. Se muestran solo ahora: imprimilos o guardalos donde guardes tus contraseñas.",
  copiar: "Copiar",
  descargar: "Descargar",
  archivo: "codigos-de-recuperacion.txt",
  sinCopiar: "No se pudo copiar. Seleccionalos y copialos a mano.",
  yaLosGuarde: "Ya los guardé",
  nuevosCodigos: "Códigos de recuperación nuevos",
  nuevosCodigosQue: "Los que tenías dejan de servir.",
  otroTelefono: "Cambiar de teléfono",
  otroTelefonoQue:
    "Mostrá primero que sos vos, con la app de ahora o con un código de recuperación.",
  quitar: "Quitar la verificación",
  quitarQue: "Vas a ingresar solo con tu contraseña.",
  codigoODeRecuperacion: "Código de la app, o uno de recuperación",
  quitada: "Quitamos la verificación en dos pasos.",
};
