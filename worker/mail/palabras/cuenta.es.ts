/** Mails about one's account: each has a link with its code, or none. `email` is masked. */
export const cuentaEs = {
  codigo: "Si el botón no anda, copiá este código en",
  oculto: "[Acá va el enlace con su código. Lo ve solamente quien recibe el correo.]",
  vence: {
    minutos: (n: number) => `Sirve una sola vez, durante ${n} minutos.`,
    dias: (n: number) => `Sirve una sola vez, durante ${n} días.`,
  },
  noFui: "Si no fuiste vos, no hagas nada, y no le pases este enlace a nadie.",
  siNoFuiste:
    "Si no fuiste vos, elegí ya mismo otra contraseña y cerrá las sesiones que no conozcas.",
  cuando: (dia: string, hora: string, aparato: string | null) =>
    `Fue el ${dia} a las ${hora}${aparato ? `, desde ${aparato}` : ""}.`,
  olvide: "Elegir otra contraseña",
  porque: "Te escribimos porque alguien dio esta dirección en nuestro sitio.",
  porqueCuenta: "Te escribimos porque es la dirección de tu cuenta. Estos correos no se apagan.",
  enlace_verificar: {
    asunto: "Confirmá tu dirección de correo",
    titulo: "¿Es tu dirección?",
    dice: (_: { email: string; titulo: string; direccion: string }) =>
      "Con esta dirección se abrió una cuenta en nuestro sitio de reclamos. Confirmá que es tuya, así nadie más la puede usar.",
    boton: "Confirmar mi dirección",
  },
  enlace_ingresar: {
    asunto: "Tu enlace para ingresar",
    titulo: "Ingresá sin contraseña",
    dice: (_: { email: string; titulo: string; direccion: string }) =>
      "Pediste un enlace para ingresar. Abrilo en el teléfono o la computadora donde querés entrar.",
    boton: "Ingresar",
  },
  enlace_recuperar: {
    asunto: "Elegí otra contraseña",
    titulo: "Elegí otra contraseña",
    dice: (_: { email: string; titulo: string; direccion: string }) =>
      "Pediste cambiar tu contraseña porque no la recordás. Al elegir otra se cierran todas tus sesiones.",
    boton: "Elegir otra contraseña",
  },
  enlace_correo: {
    asunto: "Confirmá tu nueva dirección de correo",
    titulo: "¿Es tu nueva dirección?",
    dice: (_: { email: string; titulo: string; direccion: string }) =>
      "Alguien con cuenta en nuestro sitio quiere usar esta dirección. Si sos vos, confirmalo: desde ese momento ingresás y recibís los avisos con ella.",
    boton: "Usar esta dirección",
  },
  enlace_reporte: {
    asunto: "Confirmá tu reclamo",
    titulo: "Falta un paso: confirmá tu reclamo",
    dice: (d: { email: string; titulo: string; direccion: string }) =>
      `Recibimos '${d.titulo}', en ${d.direccion}. Todavía no lo ve nadie: confirmalo y empieza a correr el plazo.`,
    boton: "Confirmar mi reclamo",
  },
  enlace_invitacion: {
    asunto: "Te invitamos a trabajar con nosotros en los reclamos",
    titulo: "Tu cuenta de trabajo te espera",
    dice: (_: { email: string; titulo: string; direccion: string }) =>
      "La municipalidad te invita a su sistema de reclamos. Abrí el enlace, decinos tu nombre y elegí una contraseña que no uses en otro lado.",
    boton: "Aceptar la invitación",
  },
  cuenta_correo_pedido: {
    asunto: "Pediste cambiar tu correo",
    titulo: "Alguien pidió cambiar tu correo",
    dice: (d: { email: string; titulo: string; direccion: string }) =>
      `Desde tu cuenta pidieron cambiar esta dirección por ${d.email}. El cambio se hace cuando se confirme desde allá.`,
  },
  cuenta_correo_cambiado: {
    asunto: "Tu cuenta cambió de correo",
    titulo: "Tu cuenta cambió de correo",
    dice: (d: { email: string; titulo: string; direccion: string }) =>
      `Desde ahora tu cuenta usa la dirección ${d.email}: con ella ingresás y ahí te llegan los avisos.`,
  },
  cuenta_borrada: {
    asunto: "Borramos tu cuenta y tus datos",
    titulo: "Tu cuenta ya no existe",
    dice: () =>
      "Como pediste, borramos tu cuenta: tu nombre, tu correo, tu teléfono y lo que escribiste en los comentarios. Tus reclamos siguen su curso sin decir de quién son, y no vamos a avisarte más de ellos. Este es el último correo que te mandamos.",
  },
  comoSigue: "Ver cómo sigue la ciudad",
  porqueBorrada: "Te escribimos por última vez, para que sepas que está hecho.",
  cuenta_contrasena: {
    asunto: "Cambió tu contraseña",
    titulo: "Cambió tu contraseña",
    dice: (_: { email: string; titulo: string; direccion: string }) =>
      "La contraseña de tu cuenta cambió recién, y se cerraron las demás sesiones.",
  },
  cuenta_segundo_puesto: {
    asunto: "Activaste la verificación en dos pasos",
    titulo: "Tu cuenta pide un código más",
    dice: () =>
      "Se activó la verificación en dos pasos de tu cuenta, y se cerraron las demás sesiones. Guardá los códigos de recuperación donde no los pierdas.",
  },
  cuenta_segundo_quitado: {
    asunto: "Quitaste la verificación en dos pasos",
    titulo: "Tu cuenta ya no pide código",
    dice: () =>
      "Se quitó la verificación en dos pasos de tu cuenta: desde ahora alcanza con la contraseña.",
  },
  cuenta_segundo_restablecido: {
    asunto: "La municipalidad quitó tu verificación en dos pasos",
    titulo: "Un admin quitó tu verificación en dos pasos",
    dice: () =>
      "Un admin quitó la verificación en dos pasos de tu cuenta y cerró tus sesiones: ingresá con la contraseña y activala de nuevo. Si no lo pediste, hablá ya con la municipalidad.",
  },
  cuenta_codigos_nuevos: {
    asunto: "Tenés códigos de recuperación nuevos",
    titulo: "Cambiaron tus códigos de recuperación",
    dice: () =>
      "Se hicieron códigos de recuperación nuevos para tu cuenta. Los viejos ya no sirven.",
  },
  cuenta_codigo_usado: {
    asunto: "Se usó un código de recuperación",
    titulo: "Se usó un código de recuperación",
    dice: () =>
      "Se usó uno de los códigos de recuperación de tu cuenta en lugar del de la app. No sirve otra vez; si te quedan pocos, hacé otros en tu perfil.",
  },
};
