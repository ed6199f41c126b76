/** Links that come by mail: asking for one, and what its page says. */
export const enlaces = {
  pagina: {
    muerto: "Este enlace ya no sirve",
    muertoAyuda: "Los enlaces sirven una sola vez y por un rato. Podés pedir otro.",
    pedirOtro: "Pedir otro enlace",
    para: (email: string) => `Para ${email}`,
    ingresar: {
      titulo: "Ingresar",
      texto: "Tocá el botón y entrás a tu cuenta.",
      boton: "Ingresar",
      hecho: "",
    },
    recuperar: {
      titulo: "Elegí otra contraseña",
      texto: "Al cambiarla se cierran todas tus sesiones, en todos los aparatos.",
      boton: "Cambiar la contraseña",
      hecho: "Listo, ya tenés otra contraseña",
    },
    correo: {
      titulo: "Usar esta dirección",
      texto: "Desde ahora vas a ingresar y recibir los avisos con esta dirección.",
      boton: "Usar esta dirección",
      hecho: "Listo, tu cuenta usa esta dirección",
    },
    verificar: {
      titulo: "Confirmar tu dirección",
      texto: "Confirmá que esta dirección es tuya, así nadie más la puede usar.",
      boton: "Confirmar",
      hecho: "Listo, tu dirección quedó confirmada",
    },
    invitacion: {
      titulo: "Te invitaron a trabajar con nosotros",
      texto: "Decinos cómo te llamás y elegí una contraseña. Vas a tener este rol:",
      boton: "Aceptar la invitación",
      hecho: "Listo, ya tenés tu cuenta",
    },
    reporte: {
      titulo: "Confirmar tu reclamo",
      texto: "Todavía no lo ve nadie. Al confirmarlo recibe su número y empieza a correr el plazo.",
      boton: "Confirmar el reclamo",
      hecho: "Listo, recibimos tu reclamo",
    },
    nueva: "Contraseña nueva",
    nuevaAyuda: "Al menos 8 caracteres.",
    password: "La contraseña con que abriste la cuenta",
    passwordAyuda:
      "Si no la abriste vos, o no te acordás, dejalo vacío: cerramos las sesiones que haya y la cuenta queda solo tuya, sin esa contraseña.",
    passwordCorreo: "La contraseña de tu cuenta",
    passwordCorreoAyuda: "Si no pediste este cambio, cerrá la página: no pasa nada.",
    cuenta: "Quiero una cuenta para seguir mis reclamos (no hace falta contraseña)",
    ingresarYa: "Ingresar",
    irAlPerfil: "Ir a mi perfil",
    seguirlo: (numero: number) => `Seguir el reclamo #${numero}`,
    inicio: "Ir al inicio",
    elegiUna: "Ya entraste. En tu perfil podés elegir una contraseña nueva.",
  },
};
