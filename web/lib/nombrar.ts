import type { Datos } from "../datos.ts";

let ultimo = "";

/** Gives the tab the page's name. Where names are made comes with the first of them: the Worker named the first page. */
export function nombrar(path: string, datos: Datos): void {
  ultimo = path;
  void import("./cabeza.ts").then((m) => {
    if (path === ultimo) document.title = m.cabeza(path, datos).titulo;
  });
}
