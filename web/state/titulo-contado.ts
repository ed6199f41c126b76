import { effect } from "@preact/signals";
import { sinLeer } from "./novedades.ts";

const CUENTA = /^\(\d+\+?\) /;
const MUCHOS = 99;

/** The page's title with how many avisos are unread before it. */
export const conCuenta = (titulo: string, n: number): string => {
  const solo = titulo.replace(CUENTA, "");
  return n > 0 ? `(${n > MUCHOS ? `${MUCHOS}+` : n}) ${solo}` : solo;
};

/** Keeps the count before whatever title a page gives itself. @returns how to end it */
export function contarEnTitulo(): () => void {
  const poner = () => {
    const titulo = conCuenta(document.title, sinLeer.value);
    if (titulo !== document.title) document.title = titulo;
  };
  const mira = new MutationObserver(poner);
  mira.observe(document.head, { childList: true, subtree: true, characterData: true });
  const dejar = effect(poner);
  return () => {
    mira.disconnect();
    dejar();
    document.title = conCuenta(document.title, 0);
  };
}
