import type { enlaces as es } from "../es/enlaces.ts";

export const enlaces = {
  pagina: {
    muerto: "This link no longer works",
    muertoAyuda: "Links work once, and for a while. You can ask for another one.",
    pedirOtro: "Ask for another link",
    para: (email) => `For ${email}`,
    ingresar: {
      titulo: "Sign in",
      texto: "Press the button and you are in your account.",
      boton: "Sign in",
      hecho: "",
    },
    recuperar: {
      titulo: "Choose another password",
      texto: "When you change it all your sessions end, on every device.",
      boton: "Change the password",
      hecho: "Done, you have another password",
    },
    correo: {
      titulo: "Use this address",
      texto: "From now on you sign in and get your notices with this address.",
      boton: "Use this address",
      hecho: "Done, your account uses this address",
    },
    verificar: {
      titulo: "Confirm your address",
      texto: "Confirm that this address is yours, so that nobody else can use it.",
      boton: "Confirm",
      hecho: "Done, your address is confirmed",
    },
    invitacion: {
      titulo: "You are invited to work with us",
      texto: "Tell us your name and choose a password. You will have this role:",
      boton: "Accept the invitation",
      hecho: "Done, you have your account",
    },
    reporte: {
      titulo: "Confirm your report",
      texto: "Nobody sees it yet. When you confirm it, it gets its number and the clock starts.",
      boton: "Confirm the report",
      hecho: "Done, we have your report",
    },
    nueva: "New password",
    nuevaAyuda: "At least 8 characters.",
    password: "The password that you opened the account with",
    passwordAyuda:
      "If it was not you who opened it, or you do not remember, leave it empty: we end whatever sessions there are and the account is yours alone, without that password.",
    passwordCorreo: "The password of your account",
    passwordCorreoAyuda: "If you did not ask for this change, close the page: nothing happens.",
    cuenta: "I want an account to follow my reports (no password needed)",
    ingresarYa: "Sign in",
    irAlPerfil: "Go to my profile",
    seguirlo: (numero) => `Follow report #${numero}`,
    inicio: "Go to the front page",
    elegiUna: "You are in. In your profile you can choose a new password.",
  },
} satisfies typeof es;
