import type { tablero as es } from "../es/tablero.ts";

export const tablero = {
  titulo: "Board",
  pistas: "move around",
  pistaAbrir: "open",
  pistaMover: "move to…",
  columnas: "Columns",
  cuantos: (n: number, hayMas: boolean) => `${n}${hayMas ? "+" : ""}`,
  cuantosDicho: (n: number, hayMas: boolean) =>
    hayMas ? `more than ${n} reports` : n === 1 ? "1 report" : `${n} reports`,
  recientes: "in 30 days",
  vacia: {
    nuevo: "None is waiting.",
    asignado: "No crew has one still to start.",
    en_proceso: "Nobody is working on one now.",
    resuelto: "None was solved in the last 30 days.",
  },
  mover: (numero: number) => `Move #${numero} to…`,
  moverTitulo: (numero: number) => `Move #${numero} to…`,
  hacia: (accion: string, estado: string) => `${accion} → ${estado}`,
  noSePuede: "It cannot go there",
  antes: (acciones: string[]) => `First: ${acciones.join(", then ").toLowerCase()}.`,
  nuncaDesde: (estado: string) => `There is no way from “${estado}”.`,
  soltaAca: (accion: string) => `Drop here: ${accion.toLowerCase()}`,
  rechazarAca: "Drop here to reject it",
  ahora: "It is now",
  pasa: (de: string, a: string) => `It goes from “${de}” to “${a}” when you confirm.`,
  sigueEn: (estado: string) => `It stays in “${estado}”.`,
  yaNo: (numero: number, estado: string, accion: string) =>
    `#${numero} changed: it is “${estado}”, and so it can no longer be done: ${accion.toLowerCase()}.`,
  anuncio: {
    toma: (numero: number, destinos: string[]) =>
      destinos.length > 0
        ? `You took #${numero}. It can be dropped in: ${destinos.join(", ")}.`
        : `You took #${numero}. It cannot be moved.`,
    devuelta: (numero: number, estado: string) => `#${numero} stays in “${estado}”.`,
    hecho: (numero: number, estado: string) => `#${numero} is in “${estado}”.`,
  },
  abierto: (numero: number) => `Report #${numero}`,
} satisfies typeof es;
