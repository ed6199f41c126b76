import { zonaDe } from "../../worker/domain/geo.ts";
import type { Azar } from "./azar.ts";
import {
  type Calle,
  CUADRA_METROS,
  costanera,
  DIAGONAL,
  HORIZONTALES,
  NORTE,
  OESTE,
  SUR,
  VERTICALES,
  xDe,
  yDe,
} from "./calles.ts";
import { type Metros, posicion } from "./geografia.ts";
import { ZONAS } from "./zonas.ts";

export type Lugar = {
  calle: string;
  altura: number;
  /** The nearest corner, and the one at the other end of the block. */
  cruce: string;
  otroCruce: string;
  lat: number;
  lng: number;
  zona_id: number;
};

const VEREDA_METROS = 5;
const DISPERSION_METROS = 620;
const NUMEROS_POR_CUADRA = 100;

const cerca = (valor: number, minimo: number, maximo: number): number =>
  Math.min(Math.max(valor, minimo), maximo);

/** Normal around zero: people live thicker near the centre (Irwin–Hall of six). */
const campana = (azar: Azar, desvio: number): number => {
  let suma = -3;
  for (let i = 0; i < 6; i++) suma += azar.numero();
  return (suma / Math.SQRT1_2) * desvio;
};

/** House number at so many metres from where the street begins; even on one side, odd on the other. */
const numerar = (metros: number, parLado: boolean): number => {
  const n = Math.max(2, Math.round((metros * NUMEROS_POR_CUADRA) / CUADRA_METROS));
  return n % 2 === (parLado ? 0 : 1) ? n : n + 1;
};

function esquinas(lista: readonly Calle[], indice: number): { cruce: string; otroCruce: string } {
  const bajo = cerca(Math.floor(indice), 0, lista.length - 2);
  const [a, b] = [lista[bajo], lista[bajo + 1]] as [Calle, Calle];
  return indice - bajo < 0.5
    ? { cruce: a.nombre, otroCruce: b.nombre }
    : { cruce: b.nombre, otroCruce: a.nombre };
}

type Punto = { calle: Calle; en: Metros; desdeInicio: number; cruces: ReturnType<typeof esquinas> };

function enHorizontal(azar: Azar, esquina: boolean): Punto {
  const j = cerca(Math.round(campana(azar, DISPERSION_METROS) / CUADRA_METROS) + 10, 0, 19);
  const calle = HORIZONTALES[j] as Calle;
  const tope = Math.min(costanera(yDe(j)) - 15, xDe(VERTICALES.length - 1));
  const libre = cerca(campana(azar, DISPERSION_METROS * 1.15), OESTE + 40, tope);
  const x = esquina
    ? xDe(cerca(Math.round(libre / CUADRA_METROS) + 11, 0, 22)) + azar.entre(6, 12)
    : libre;
  return {
    calle,
    en: { x, y: yDe(j) },
    desdeInicio: x - OESTE,
    cruces: esquinas(VERTICALES, x / CUADRA_METROS + 11),
  };
}

function enVertical(azar: Azar, esquina: boolean): Punto {
  const i = cerca(Math.round(campana(azar, DISPERSION_METROS * 1.1) / CUADRA_METROS) + 11, 0, 22);
  const calle = VERTICALES[i] as Calle;
  const libre = cerca(campana(azar, DISPERSION_METROS), SUR + 40, NORTE - 100);
  const y = esquina
    ? yDe(cerca(Math.round(libre / CUADRA_METROS) + 10, 0, 19)) + azar.entre(6, 12)
    : libre;
  return {
    calle,
    en: { x: xDe(i), y },
    desdeInicio: y - SUR,
    cruces: esquinas(HORIZONTALES, y / CUADRA_METROS + 10),
  };
}

function enDiagonal(azar: Azar): Punto {
  const parte = azar.entre(0.08, 0.92);
  const x = DIAGONAL.desde.x + (DIAGONAL.hasta.x - DIAGONAL.desde.x) * parte;
  const y = DIAGONAL.desde.y + (DIAGONAL.hasta.y - DIAGONAL.desde.y) * parte;
  return {
    calle: DIAGONAL,
    en: { x, y },
    desdeInicio: (x - DIAGONAL.desde.x) * Math.SQRT2,
    cruces: esquinas(VERTICALES, x / CUADRA_METROS + 11),
  };
}

/** A place on a pavement of the city, with its address, its point and its zona. */
export function lugarAlAzar(azar: Azar, enEsquina: boolean): Lugar {
  const tipo = azar.pesado({ horizontal: 48, vertical: 48, diagonal: 4 });
  const punto =
    tipo === "horizontal"
      ? enHorizontal(azar, enEsquina)
      : tipo === "vertical"
        ? enVertical(azar, enEsquina)
        : enDiagonal(azar);
  const par = azar.sucede(0.5);
  const lado = par ? VEREDA_METROS : -VEREDA_METROS;
  const corrido =
    tipo === "vertical"
      ? { x: punto.en.x + lado, y: punto.en.y }
      : { x: punto.en.x, y: punto.en.y + lado };
  const [lng, lat] = posicion(corrido);
  const zona = zonaDe({ lat, lng }, [...ZONAS]);
  if (!zona) throw new Error(`${punto.calle.nombre} cae fuera de la ciudad`);
  return {
    calle: punto.calle.nombre,
    altura: numerar(punto.desdeInicio, par),
    ...punto.cruces,
    lat,
    lng,
    zona_id: zona.id,
  };
}

/** A neighbour of the place: a few metres and a few numbers away, on the same block. */
export function alLado(azar: Azar, lugar: Lugar): Lugar {
  const lat = Math.round((lugar.lat + azar.entre(-0.00012, 0.00012)) * 1e6) / 1e6;
  const lng = Math.round((lugar.lng + azar.entre(-0.00012, 0.00012)) * 1e6) / 1e6;
  const zona = zonaDe({ lat, lng }, [...ZONAS]);
  if (!zona) return lugar;
  return { ...lugar, altura: lugar.altura + 2 * azar.entero(1, 6), lat, lng, zona_id: zona.id };
}

/** Puts the place's names into a text. */
export const situar = (texto: string, { calle, altura, cruce }: Lugar): string =>
  texto
    .replaceAll("{calle}", calle)
    .replaceAll("{altura}", String(altura))
    .replaceAll(
      "{cien}",
      String(Math.floor(altura / NUMEROS_POR_CUADRA) * NUMEROS_POR_CUADRA || NUMEROS_POR_CUADRA),
    )
    .replaceAll("{cruce}", cruce);

/** The address as someone would write it. */
export function direccionDe(
  azar: Azar,
  { calle, altura, cruce, otroCruce }: Lugar,
  enEsquina: boolean,
): string {
  if (enEsquina) return azar.sucede(0.8) ? `${calle} y ${cruce}` : `${calle} esquina ${cruce}`;
  return azar.uno([
    `${calle} ${altura}`,
    `${calle} ${altura}`,
    `${calle} ${altura}, casi ${cruce}`,
    `${calle} ${altura}, entre ${cruce} y ${otroCruce}`,
    `${calle} ${altura}, a mitad de cuadra`,
  ]);
}
