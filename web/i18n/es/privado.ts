/** What is kept of oneself: to take along, and to have deleted. */
export const privado = {
  titulo: "Tus datos son tuyos",
  bajada:
    "Podés llevarte todo lo que guardamos de vos, y pedir que lo borremos. Es tu derecho (Ley 25.326).",
  json: "Bajar todo (JSON)",
  csv: "Bajar todo (planilla)",
  borrar: "Borrar mi cuenta",
  queSeBorra:
    "Se borran tu nombre, tu correo, tu teléfono, tus comentarios y tus avisos. Tus reclamos siguen su curso sin decir de quién son, y no te avisamos más. No hay vuelta atrás.",
  personal: "Tu cuenta es del personal: para borrarla, un admin la tiene que pasar antes a vecino.",
  confirmo: "Escribí tu correo para confirmar",
  contrasena: "Tu contraseña",
  contrasenaAyuda: "Si ingresás solo por correo, dejala vacía.",
  si: "Sí, borrar mi cuenta",
  no: "No, dejarla",
  hecho: "Borramos tu cuenta. Te mandamos un último correo para que sepas que está hecho.",
};
