import type { MunicipioPublico } from "../../contract/esquemas/municipio.ts";
import { guardada } from "./ciudad.ts";

/** After it was changed: the name, the logo and the colours of the open page follow. */
export function ponerCiudad(c: MunicipioPublico): void {
  guardada.value = c;
  document.getElementById("sin-armar")?.remove();
  const hoja = document.querySelector<HTMLLinkElement>("#colores");
  if (!c.colores) {
    hoja?.remove();
    return;
  }
  const puesta = hoja ?? document.createElement("link");
  puesta.id = "colores";
  puesta.rel = "stylesheet";
  puesta.href = c.colores;
  if (!hoja) document.head.append(puesta);
}
