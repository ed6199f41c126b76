import type { Prioridad } from "../../contract/vocabulario.ts";
import * as acciones from "./acciones.ts";
import { azarDe } from "./azar.ts";
import { contar, type Nacido, VECINA } from "./nacimiento.ts";
import * as comunes from "./palabras/comunes.ts";
import {
  alrededor,
  asignacion,
  devolucion,
  habil,
  inicio,
  type Paso,
  recorrer,
  trabajo,
} from "./pasos.ts";
import { DIA, despierto } from "./reloj.ts";
import { promesa, type Vida } from "./vida.ts";

type Abierto = {
  hasta: "nuevo" | "devuelto" | "reabierto" | "asignado" | "en_proceso";
  categoria: number;
  /** How much of its plazo has gone by. Over 1 it is overdue. */
  gastado: number;
  prioridad?: Prioridad;
  seguidores?: number;
  conFotos?: true;
  deLaVecina?: true;
  sinUbicar?: true;
  sinCuenta?: true;
};

/**
 * What is on the city's desk now: 42 open, of which 18 with nobody, 7 overdue, 3 reopened and 2 without a place.
 * These are the counts of the bandeja's views, so they are written out and not left to chance.
 */
export const ABIERTOS: readonly Abierto[] = [
  { hasta: "nuevo", categoria: 6, gastado: 0.01, conFotos: true },
  { hasta: "nuevo", categoria: 4, gastado: 0.012, conFotos: true },
  { hasta: "nuevo", categoria: 2, gastado: 0.02, conFotos: true, deLaVecina: true },
  { hasta: "nuevo", categoria: 1, gastado: 0.04 },
  { hasta: "nuevo", categoria: 3, gastado: 0.1, seguidores: 2 },
  { hasta: "nuevo", categoria: 7, gastado: 0.15, prioridad: "alta", seguidores: 4 },
  { hasta: "nuevo", categoria: 8, gastado: 0.2 },
  { hasta: "nuevo", categoria: 1, gastado: 0.12, prioridad: "urgente", seguidores: 5 },
  { hasta: "nuevo", categoria: 3, gastado: 0.3 },
  { hasta: "nuevo", categoria: 5, gastado: 0.25, conFotos: true },
  { hasta: "nuevo", categoria: 2, gastado: 0.35, sinUbicar: true, sinCuenta: true },
  { hasta: "nuevo", categoria: 3, gastado: 0.4, sinUbicar: true },
  { hasta: "nuevo", categoria: 3, gastado: 1.5, seguidores: 3 },
  { hasta: "nuevo", categoria: 8, gastado: 1.15 },
  { hasta: "devuelto", categoria: 4, gastado: 0.6 },
  { hasta: "reabierto", categoria: 3, gastado: 0.2, conFotos: true, seguidores: 3 },
  { hasta: "reabierto", categoria: 2, gastado: 0.3, seguidores: 6 },
  { hasta: "reabierto", categoria: 1, gastado: 0.5 },
  {
    hasta: "asignado",
    categoria: 1,
    gastado: 0.3,
    conFotos: true,
    deLaVecina: true,
    seguidores: 3,
  },
  { hasta: "asignado", categoria: 1, gastado: 0.5, seguidores: 1 },
  { hasta: "asignado", categoria: 1, gastado: 0.75, prioridad: "alta" },
  { hasta: "asignado", categoria: 1, gastado: 1.3, seguidores: 4 },
  { hasta: "asignado", categoria: 2, gastado: 0.3, conFotos: true, seguidores: 2 },
  { hasta: "asignado", categoria: 2, gastado: 0.6 },
  { hasta: "asignado", categoria: 2, gastado: 0.8, prioridad: "baja" },
  { hasta: "asignado", categoria: 3, gastado: 0.5, sinCuenta: true },
  { hasta: "asignado", categoria: 3, gastado: 1.4, conFotos: true },
  { hasta: "asignado", categoria: 4, gastado: 0.5, conFotos: true, prioridad: "alta" },
  { hasta: "asignado", categoria: 4, gastado: 0.7 },
  { hasta: "asignado", categoria: 5, gastado: 0.6 },
  { hasta: "asignado", categoria: 6, gastado: 1.35, seguidores: 2 },
  { hasta: "asignado", categoria: 8, gastado: 0.4, conFotos: true },
  { hasta: "en_proceso", categoria: 1, gastado: 0.6, conFotos: true, seguidores: 2 },
  { hasta: "en_proceso", categoria: 1, gastado: 0.85 },
  {
    hasta: "en_proceso",
    categoria: 2,
    gastado: 0.7,
    conFotos: true,
    deLaVecina: true,
    seguidores: 7,
  },
  { hasta: "en_proceso", categoria: 2, gastado: 0.5 },
  { hasta: "en_proceso", categoria: 2, gastado: 1.25, seguidores: 5 },
  { hasta: "en_proceso", categoria: 5, gastado: 1.4, conFotos: true, seguidores: 3 },
  { hasta: "en_proceso", categoria: 3, gastado: 0.8 },
  { hasta: "en_proceso", categoria: 4, gastado: 0.6 },
  { hasta: "en_proceso", categoria: 7, gastado: 0.7, conFotos: true, seguidores: 2 },
  { hasta: "en_proceso", categoria: 6, gastado: 0.65 },
];

const MARGEN_SEGUNDOS = 120;

/** A reclamo that somebody at the city still owes work on. */
export function abierto(
  modelo: Abierto,
  { semilla, ahora, conFotos }: { semilla: number; ahora: number; conFotos: boolean },
): Nacido {
  const azar = azarDe(semilla);
  const prioridad = modelo.prioridad ?? "normal";
  const edad = Math.floor(promesa(0, modelo.categoria, prioridad) * modelo.gastado);
  const reabre = modelo.hasta === "reabierto";
  const antes = reabre ? Math.floor(promesa(0, modelo.categoria, prioridad) * 0.7 + 5 * DIA) : 0;
  const temprano = ahora - edad - antes;
  const despues = despierto(azar, temprano);
  const n = contar(azar, {
    categoria_id: modelo.categoria,
    prioridad,
    creado_en: despues < ahora - MARGEN_SEGUNDOS ? despues : temprano,
    conFotos: conFotos && modelo.conFotos === true,
    sinUbicar: modelo.sinUbicar ?? false,
    sinCuenta: modelo.sinCuenta ?? false,
    ...(modelo.deLaVecina ? { creador: VECINA } : {}),
  });
  const { vida } = n;
  const desde = vida.creado_en;
  const asignado = habil(azar, vida, desde + edad * azar.entre(0.1, 0.3), ahora, desde);
  const luego = habil(azar, vida, desde + edad * azar.entre(0.5, 0.8), ahora, asignado);
  const pasos: Record<Abierto["hasta"], () => Paso[]> = {
    nuevo: () => [],
    asignado: () => [asignacion(azar, asignado)],
    en_proceso: () => [asignacion(azar, asignado), inicio(azar, luego)],
    devuelto: () => [asignacion(azar, asignado), devolucion(azar, luego)],
    reabierto: () => {
      const cuenta = n.creador.cuenta;
      const hacer = (v: Vida, en: number) => {
        if (cuenta) acciones.reabrir(v, cuenta.id, en, azar.uno(comunes.COMENTARIOS_REABRIR));
      };
      const segundos = antes - 5 * DIA;
      const primero = trabajo(azar, vida, { desde, segundos: segundos * 0.8, ahora, conFotos });
      return [...primero, { en: ahora - edad, hacer }];
    },
  };
  const entorno = alrededor(azar, n, {
    hasta: reabre ? desde + antes / 3 : ahora - MARGEN_SEGUNDOS,
    seguidores: modelo.seguidores ?? 0,
  });
  recorrer(vida, [...pasos[modelo.hasta](), ...entorno], ahora);
  return n;
}
