import type { Datos } from "../datos.ts";

let ultimo = "";

/** Gives the tab the page's name. Where names are made comes with the first of them: the Worker named the first page. */
export async function nombrar(path: string, datos: Datos): Promise<void> {
  ultimo = path;
  const { cabeza } = await import("./cabeza.ts");
  if (path === ultimo) document.title = cabeza(path, datos).titulo;
}
