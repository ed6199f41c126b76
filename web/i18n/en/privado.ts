import type { privado as es } from "../es/privado.ts";

export const privado: typeof es = {
  titulo: "Your data are yours",
  bajada:
    "You can take along everything that we keep of you, and have it deleted. It is your right (Law 25.326).",
  json: "Download everything (JSON)",
  csv: "Download everything (spreadsheet)",
  borrar: "Delete my account",
  queSeBorra:
    "Your name, e-mail, telephone, comments and notices are deleted. Your reports go on without saying whose they are, and we write to you no more. There is no way back.",
  personal:
    "Your account works for the city: to delete it, an admin must make it a resident's first.",
  confirmo: "Type your e-mail to confirm",
  contrasena: "Your password",
  contrasenaAyuda: "If you only sign in by e-mail, leave it empty.",
  si: "Yes, delete my account",
  no: "No, keep it",
  hecho: "We deleted your account. A last e-mail is on its way, so that you know that it is done.",
};
