import type { cuentas as es } from "../es/cuentas.ts";

export const cuentas = {
  ingresar: {
    titulo: "Sign in",
    correo: "E-mail",
    contrasena: "Password",
    enviar: "Sign in",
    sinCuenta: "No account yet?",
    registrarse: "Create one",
    paraEso: "Sign in and carry on where you were.",
    mostrar: "Show the password",
    codigo: "Code from your app",
    codigoAyuda: "The six digits it shows now. Without the phone, a recovery code.",
    otraCuenta: "Sign in with another account",
  },
  registrarse: {
    titulo: "Create an account",
    primera:
      "Nobody runs this install yet. The first account does: choose a password that you use nowhere else.",
    bajada: "To report problems and hear of yours.",
    nombre: "First name",
    apellido: "Last name",
    telefono: "Telephone",
    contrasenaAyuda: "At least 8 characters.",
    enviar: "Create the account",
    conCuenta: "Have an account?",
    ingresar: "Sign in",
  },
  cuenta: {
    titulo: "Your account",
    perfil: "Your profile",
    avisos: "Notices and e-mails",
    salir: "Sign out",
    tema: "Colours",
    temas: { auto: "As the device", light: "Light", dark: "Dark" },
    roles: {
      vecino: "Resident",
      cuadrilla: "Crew",
      supervisor: "Supervision",
      admin: "Administration",
    },
  },
} satisfies typeof es;
