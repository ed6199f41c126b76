import type { Usuario } from "../../contract/acciones.ts";
import type { Reclamo } from "../../contract/esquemas/reclamos.ts";
import { marcarDemorados } from "../cron/demorados.ts";
import { asignarReclamo } from "../domain/reclamos/asignar.ts";
import { comentarReclamo } from "../domain/reclamos/comentar.ts";
import { confirmarReclamo } from "../domain/reclamos/confirmar.ts";
import { devolverReclamo } from "../domain/reclamos/devolver.ts";
import { iniciarReclamo } from "../domain/reclamos/iniciar.ts";
import { moderarReclamo } from "../domain/reclamos/moderar.ts";
import { priorizarReclamo, reclasificarReclamo } from "../domain/reclamos/priorizar.ts";
import { reabrirReclamo } from "../domain/reclamos/reabrir.ts";
import { rechazarReclamo } from "../domain/reclamos/rechazar.ts";
import { resolverReclamo } from "../domain/reclamos/resolver.ts";
import { AHORA, type Ciudad, crearReclamoDe, crearUsuario, ctxDe, db, PUNTO } from "./fabrica.ts";

const LARGO = "Un texto que alcanza para cualquier motivo.";
const HORA = 3600;
const DIA = 24 * HORA;

/** Numbers from 0 to 1, the same for the same seed: https://en.wikipedia.org/wiki/Linear_congruential_generator */
export function azarDe(semilla: number): () => number {
  let x = semilla;
  return () => {
    x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0;
    return x / 2 ** 32;
  };
}

type Paso = (ctx: ReturnType<typeof ctxDe>, r: Reclamo) => Promise<Reclamo>;

/**
 * Reports some reclamos, in the order of time, and lets whatever may happen happen to them until AHORA.
 * @param dias between how many and how many days before AHORA they are reported
 */
export async function historiaAlAzar(
  ciudad: Ciudad,
  jefa: Usuario,
  {
    cuantos,
    dias: [primero, ultimo],
    semilla,
  }: { cuantos: number; dias: [primero: number, ultimo: number]; semilla: number },
): Promise<void> {
  const azar = azarDe(semilla);
  const uno = <T>(de: readonly T[]): T => de[Math.floor(azar() * de.length)] as T;
  const { bacheo, alumbrado, privada } = ciudad.categorias;
  const version = (r: Reclamo) => ({ version: r.version });
  const cuadrilla_id = () => uno([ciudad.cuadrillas.vialidad, ciudad.cuadrillas.luz]);
  const PASOS: Record<string, Paso> = {
    asignar: (c, r) =>
      asignarReclamo(c, r.id, { cuadrilla_id: cuadrilla_id(), motivo: LARGO, ...version(r) }),
    iniciar: (c, r) => iniciarReclamo(c, r.id, version(r)),
    resolver: (c, r) => resolverReclamo(c, r.id, { solucion: LARGO, ...version(r) }),
    devolver: (c, r) => devolverReclamo(c, r.id, { motivo: LARGO, ...version(r) }),
    rechazar: (c, r) => rechazarReclamo(c, r.id, { motivo: "otro", texto: LARGO, ...version(r) }),
    reabrir: (c, r) => reabrirReclamo(c, r.id, { comentario: LARGO, ...version(r) }),
    comentar: (c, r) => comentarReclamo(c, r.id, { texto: LARGO, interno: azar() < 0.5 }),
    priorizar: (c, r) =>
      priorizarReclamo(c, r.id, { prioridad: uno(["baja", "urgente"]), ...version(r) }),
    reclasificar: (c, r) =>
      reclasificarReclamo(c, r.id, {
        categoria_id: uno([bacheo, alumbrado, privada].filter((x) => x !== r.categoria_id)),
        motivo: LARGO,
        ...version(r),
      }),
    moderar: (c, r) => moderarReclamo(c, r.id, { oculto: true, motivo: LARGO, ...version(r) }),
  };
  // A life tends to its end: the steps towards it come more often.
  const FELICES = ["asignar", "iniciar", "resolver"];
  const posibles = (r: Reclamo) =>
    r.acciones.filter((a) => a in PASOS).flatMap((a) => (FELICES.includes(a) ? [a, a, a, a] : [a]));
  const nacimientos = Array.from({ length: cuantos }, () =>
    Math.floor(AHORA - (ultimo + azar() * (primero - ultimo)) * DIA),
  ).sort((a, b) => a - b);
  for (const nacio of nacimientos) {
    const vecino = await crearUsuario();
    let en = nacio;
    const nacer = await crearReclamoDe(
      vecino,
      ciudad,
      {
        categoria_id: uno([bacheo, bacheo, alumbrado, privada]),
        ...(azar() < 0.2 ? { lat: null, lng: null } : {}),
        ...(azar() < 0.3 ? { lat: PUNTO.lat + 0.01, lng: PUNTO.lng } : {}),
      },
      { ahora: en },
    );
    let r: Reclamo = nacer;
    for (let pasos = Math.floor(azar() * 12); pasos > 0; pasos--) {
      en = Math.min(AHORA, en + Math.floor(azar() * 4 * DIA) + HORA);
      const ctx = ctxDe(jefa, { ahora: en });
      r = (await PASOS[uno(posibles(r))]?.(ctx, r)) ?? r;
      if (r.estado === "resuelto" && azar() < 0.8)
        await confirmarReclamo(ctxDe(vecino, { ahora: en }), r.id, {
          conforme: azar() < 0.7,
          estrellas: 1 + Math.floor(azar() * 5),
        }).catch(() => null);
    }
  }
  await marcarDemorados(db, AHORA);
}
