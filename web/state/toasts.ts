import { signal } from "@preact/signals";

export type Toast = { id: number; texto: string; tono: "info" | "bien" | "mal"; href?: string };

const DURACION_MS = 7000;
const MAXIMO = 3;

export const toasts = signal<readonly Toast[]>([]);
let ultimo = 0;

export const quitarToast = (id: number): void => {
  toasts.value = toasts.value.filter((x) => x.id !== id);
};

/** Tells something for a few seconds; the oldest leaves when there are too many. */
export function avisar(texto: string, extra: { tono?: Toast["tono"]; href?: string } = {}): void {
  const id = ++ultimo;
  const nuevo: Toast = {
    id,
    texto,
    tono: extra.tono ?? "info",
    ...(extra.href ? { href: extra.href } : {}),
  };
  toasts.value = [...toasts.value.filter((x) => x.texto !== texto), nuevo].slice(-MAXIMO);
  setTimeout(() => quitarToast(id), DURACION_MS);
}
