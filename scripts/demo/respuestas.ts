import type { AccionConPlantilla } from "../../contract/esquemas/plantillas.ts";

export type RespuestaDemo = { titulo: string; texto: string; accion: AccionConPlantilla | null };

/** The answers that the city gives most often. */
export const RESPUESTAS: readonly RespuestaDemo[] = [
  {
    titulo: "Le toca a la cooperativa eléctrica",
    texto:
      "Gracias por avisar. La luz de {direccion} es de la cooperativa eléctrica: ya le pasamos el reclamo #{numero}, y se puede seguir en su guardia, las 24 horas.",
    accion: "rechazar",
  },
  {
    titulo: "Es dentro de una propiedad",
    texto:
      "Fuimos hasta {direccion} y el problema está dentro de una propiedad privada, donde la municipalidad no puede trabajar. Tiene que arreglarlo quien la ocupa.",
    accion: "rechazar",
  },
  {
    titulo: "No lo encontramos",
    texto:
      "Buscamos en {direccion} y no encontramos el problema. Si sigue, volvé a contarlo con una foto o una referencia más (entre qué calles, frente a qué) y vamos de nuevo.",
    accion: "rechazar",
  },
  {
    titulo: "Ya está en camino",
    texto:
      "Gracias por avisar. La cuadrilla ya tiene el reclamo #{numero} y va a pasar en estos días; te avisamos apenas empiece.",
    accion: "comentar",
  },
  {
    titulo: "Se demora por la lluvia",
    texto:
      "Con la lluvia de estos días no se puede trabajar en {direccion}. Lo retomamos apenas seque; perdón por la demora.",
    accion: "comentar",
  },
  {
    titulo: "Arreglo completo",
    texto: "Quedó arreglado y la calle liberada. Si algo no quedó bien, reabrilo desde acá mismo.",
    accion: "resolver",
  },
];
