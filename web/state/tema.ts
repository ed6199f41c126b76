import { signal } from "@preact/signals";

export const TEMAS = ["auto", "light", "dark"] as const;
export type Tema = (typeof TEMAS)[number];

const CLAVE = "baldosa.tema";
export const tema = signal<Tema>("auto");

/** Dark or light as the person chose on this device; without a choice, as the device says. */
export function aplicarTema(elegido?: Tema): void {
  const guardado = elegido ?? (localStorage.getItem(CLAVE) as Tema | null) ?? "auto";
  tema.value = TEMAS.includes(guardado) ? guardado : "auto";
  if (elegido) localStorage.setItem(CLAVE, elegido);
  if (tema.value === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = tema.value;
}
