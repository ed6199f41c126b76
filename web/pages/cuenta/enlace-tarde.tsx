import { Esqueleto } from "../../components/base/avisos.tsx";
import { useCarga } from "../../lib/carga.ts";
import type { PropsResto } from "./enlace-resto.tsx";

const cargar = () => import("./enlace-resto.tsx").then((m) => m.Resto);

/** In a browser, what a link is for comes once it is known; the Worker has it at hand (package.json, imports). */
export function Resto(props: PropsResto) {
  const Cargado = useCarga(cargar, true);
  return Cargado ? <Cargado {...props} /> : <Esqueleto filas={3} />;
}
