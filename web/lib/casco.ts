import { precargar } from "../routes.tsx";

/** Pages that work without signal by what the browser keeps. */
const SIN_SENAL = /^\/(campo(\/.*)?|reportar)$/;

/**
 * Which page to show where the service worker had none for this address: the one it asks for, when what that needs is here,
 * or the one that says what can be done meanwhile.
 */
export async function paginaSinSenal(path: string): Promise<string> {
  if (!navigator.onLine && !SIN_SENAL.test(path)) return "/sin-senal";
  return precargar(path).then(
    () => path,
    () => "/sin-senal",
  );
}
