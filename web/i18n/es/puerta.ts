/** Other ways in, beside the password. */
export const puerta = {
  enlace: "Mandame un enlace por correo",
  olvide: "Olvidé mi contraseña",
};
