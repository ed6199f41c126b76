import { estaAbierto } from "../../contract/vocabulario.ts";
import * as acciones from "./acciones.ts";
import type { Azar } from "./azar.ts";
import { cuadrillaPara } from "./catalogo.ts";
import { foto, gestor, integrante, type Nacido, palabrasDe, vecinoSalvo } from "./nacimiento.ts";
import * as comunes from "./palabras/comunes.ts";
import { DIA, HORA, laboral } from "./reloj.ts";
import { pasarHasta, type Vida } from "./vida.ts";

/** Something that is going to happen to a reclamo. */
export type Paso = { en: number; hacer: (v: Vida, en: number) => void };

const MINUTO = 60;

/** In working hours, unless that would be in the future or it is urgent. */
export function habil(azar: Azar, v: Vida, t: number, ahora: number, despuesDe: number): number {
  const deseado = v.prioridad === "urgente" ? Math.floor(t) : laboral(azar, t);
  const cuando = deseado < ahora - 5 * MINUTO ? deseado : Math.floor(t);
  return Math.max(cuando, despuesDe + azar.entero(12, 40) * MINUTO);
}

/** Does them in order of time, up to now; what no longer fits by then does not happen. */
export function recorrer(v: Vida, pasos: Paso[], ahora: number): Vida {
  for (const paso of pasos.toSorted((a, b) => a.en - b.en))
    if (paso.en < ahora - MINUTO) paso.hacer(v, paso.en);
  pasarHasta(v, ahora);
  return v;
}

export function asignacion(azar: Azar, cuando: number, motivo?: string): Paso {
  return {
    en: cuando,
    hacer: (v, en) =>
      acciones.asignar(v, gestor(azar), en, {
        cuadrilla_id: cuadrillaPara(v.categoria_id, v.zona_id).id,
        motivo,
        nota: azar.sucede(0.2) ? azar.uno(comunes.NOTAS_ASIGNAR) : undefined,
        programado_para: azar.sucede(0.2) ? laboral(azar, en + azar.entre(0.5, 3) * DIA) : null,
      }),
  };
}

export const inicio = (azar: Azar, cuando: number): Paso => ({
  en: cuando,
  hacer: (v, en) => acciones.iniciar(v, integrante(azar, v.cuadrilla_id ?? 1), en),
});

export const solucion = (azar: Azar, cuando: number, conFotos: boolean): Paso => ({
  en: cuando,
  hacer: (v, en) => {
    const quien = integrante(azar, v.cuadrilla_id ?? 1);
    const fotos = conFotos ? [foto(azar, "despues", v.categoria_id, quien)] : [];
    acciones.resolver(v, quien, en, azar.uno(palabrasDe(v.categoria_id).soluciones), fotos);
  },
});

export const devolucion = (azar: Azar, cuando: number): Paso => ({
  en: cuando,
  hacer: (v, en) =>
    acciones.devolver(
      v,
      integrante(azar, v.cuadrilla_id ?? 1),
      en,
      azar.uno(comunes.MOTIVOS_DEVOLVER),
    ),
});

/** The road from a ciclo's start to its end: given to a crew, begun, done. */
export function trabajo(
  azar: Azar,
  v: Vida,
  {
    desde,
    segundos,
    ahora,
    conFotos,
  }: { desde: number; segundos: number; ahora: number; conFotos: boolean },
): Paso[] {
  const asignado = habil(azar, v, desde + segundos * azar.entre(0.03, 0.25), ahora, desde);
  const iniciado = habil(azar, v, desde + segundos * azar.entre(0.45, 0.85), ahora, asignado);
  const resuelto = habil(azar, v, desde + segundos, ahora, iniciado);
  return [asignacion(azar, asignado), inicio(azar, iniciado), solucion(azar, resuelto, conFotos)];
}

/** What neighbours and staff say and do meanwhile. */
export function alrededor(
  azar: Azar,
  { vida, creador }: Nacido,
  { hasta, seguidores }: { hasta: number; seguidores: number },
): Paso[] {
  const desde = vida.creado_en + 5 * MINUTO;
  const cuando = () => Math.floor(azar.entre(desde, Math.max(desde + 1, hasta)));
  const pasos: Paso[] = [];
  for (let i = 0; i < seguidores; i++) {
    const vecino = vecinoSalvo(azar, creador.id);
    const hacer = (v: Vida, en: number) => {
      const ya = v.seguidores.some((s) => s.persona_id === vecino.id);
      if (estaAbierto(v.estado) && !ya) acciones.sumarse(v, vecino, en);
    };
    pasos.push({ en: cuando(), hacer });
  }
  if (vida.prioridad === "normal" && azar.sucede(0.08))
    pasos.push({
      en: vida.creado_en + azar.entero(6, 11) * MINUTO,
      hacer: (v, en) => acciones.priorizar(v, gestor(azar), en, "alta"),
    });
  const cuenta = creador.cuenta;
  if (cuenta && azar.sucede(0.22))
    pasos.push({
      en: cuando(),
      hacer: (v, en) => acciones.comentar(v, cuenta.id, en, azar.uno(comunes.COMENTARIOS_VECINO)),
    });
  if (azar.sucede(0.25))
    pasos.push({
      en: cuando(),
      hacer: (v, en) =>
        acciones.comentar(v, gestor(azar), en, azar.uno(comunes.COMENTARIOS_PERSONAL)),
    });
  if (azar.sucede(0.2))
    pasos.push({
      en: cuando(),
      hacer: (v, en) =>
        acciones.comentar(v, gestor(azar), en, azar.uno(palabrasDe(v.categoria_id).internas), true),
    });
  return pasos;
}

/** "¿Quedó bien?": most people say yes. */
export function confirmacion(azar: Azar, { creador }: Nacido, cerrado: number): Paso[] {
  const cuenta = creador.cuenta;
  if (!cuenta) return [];
  const cuando = Math.floor(cerrado + azar.entre(0.5, 60) * HORA);
  const conforme = azar.sucede(0.88);
  const estrellas = conforme ? azar.entero(3, 5) : azar.entero(1, 2);
  const frases = conforme ? comunes.CONFORME : comunes.NO_CONFORME;
  const texto = azar.sucede(0.5) ? azar.uno(frases) : undefined;
  const hacer = (v: Vida, en: number) => {
    const yaEsta = v.calificaciones.some((c) => c.ciclo === v.ciclo);
    if (v.estado === "resuelto" && !yaEsta)
      acciones.confirmar(v, cuenta.id, en, { conforme, estrellas, texto });
  };
  return [{ en: cuando, hacer }];
}
