import { MOTIVOS_RECHAZO, type MotivoRechazo, type Prioridad } from "../../contract/vocabulario.ts";
import * as acciones from "./acciones.ts";
import { type Azar, azarDe } from "./azar.ts";
import { CATEGORIAS, CUADRILLAS } from "./catalogo.ts";
import { alLado } from "./lugares.ts";
import { contar, gestor, type Nacido, type Origen, VECINA } from "./nacimiento.ts";
import * as comunes from "./palabras/comunes.ts";
import {
  alrededor,
  asignacion,
  confirmacion,
  devolucion,
  habil,
  type Paso,
  recorrer,
  trabajo,
} from "./pasos.ts";
import { DIA, despierto, HORA } from "./reloj.ts";
import { promesa, type Vida } from "./vida.ts";

const GUIONES = {
  resuelto: 64,
  tarde: 9,
  devuelto: 4,
  reasignado: 4,
  reclasificado: 2,
  reabierto: 4,
  recuperado: 1,
  rechazado: 12,
};
export type Guion = keyof typeof GUIONES;
const MOTIVOS: Record<MotivoRechazo, number> = {
  duplicado: 34,
  fuera_de_jurisdiccion: 20,
  no_corresponde: 20,
  informacion_insuficiente: 16,
  otro: 10,
};
const PRIORIDADES: Record<Prioridad, number> = { baja: 8, normal: 70, alta: 14, urgente: 8 };
const PESOS_CATEGORIA = Object.fromEntries(CATEGORIAS.map((c) => [c.id, c.peso]));
const VENTANA = 90 * DIA - 2 * HORA;

export type Pedido = {
  semilla: number;
  ahora: number;
  conFotos: boolean;
  guion?: Guion;
  deLaVecina?: boolean;
  /** Ones already told, that a duplicate may be of. */
  anteriores: readonly Nacido[];
};

type Escena = { azar: Azar; ahora: number; n: Nacido; plazo: number; conFotos: boolean };

const fin = (pasos: Paso[]): number => Math.max(...pasos.map((p) => p.en));

/** The steps of each story, from the birth of the reclamo to its end. */
const TRAMAS: Record<Guion, (e: Escena) => Paso[]> = {
  resuelto: ({ azar, n: { vida }, plazo, ...e }) =>
    trabajo(azar, vida, { ...e, desde: vida.creado_en, segundos: plazo * azar.entre(0.12, 0.8) }),
  tarde: ({ azar, n: { vida }, plazo, ...e }) =>
    trabajo(azar, vida, { ...e, desde: vida.creado_en, segundos: plazo * azar.entre(1.05, 1.7) }),
  devuelto: ({ azar, n: { vida }, plazo, ...e }) => {
    const asignado = habil(azar, vida, vida.creado_en + plazo * 0.1, e.ahora, vida.creado_en);
    const devuelto = habil(azar, vida, asignado + plazo * azar.entre(0.05, 0.2), e.ahora, asignado);
    const resto = trabajo(azar, vida, {
      ...e,
      desde: devuelto,
      segundos: plazo * azar.entre(0.2, 0.5),
    });
    return [asignacion(azar, asignado), devolucion(azar, devuelto), ...resto];
  },
  reasignado: ({ azar, n: { vida }, plazo, ...e }) => {
    const [primero, ...resto] = trabajo(azar, vida, {
      ...e,
      desde: vida.creado_en,
      segundos: plazo * azar.entre(0.3, 0.7),
    }) as [Paso, Paso, Paso];
    const otra = azar.uno(CUADRILLAS.filter((c) => !c.categorias.includes(vida.categoria_id)));
    const hacer = (v: Vida, en: number) =>
      acciones.asignar(v, gestor(azar), en, { cuadrilla_id: otra.id });
    const luego = asignacion(azar, primero.en + HORA, azar.uno(comunes.MOTIVOS_REASIGNAR));
    return [{ en: primero.en, hacer }, luego, ...resto.map((p) => despues(p, 2 * HORA))];
  },
  reclasificado: (e) => {
    const { azar, n } = e;
    const { vida } = n;
    const verdadera = vida.categoria_id;
    // The vecino had filed it under another heading.
    vida.categoria_id = azar.uno(CATEGORIAS.filter((c) => c.id !== verdadera)).id;
    vida.vence_en = promesa(vida.creado_en, vida.categoria_id, vida.prioridad);
    const en = vida.creado_en + azar.entero(20, 90) * 60;
    const motivo = azar.uno(comunes.MOTIVOS_RECLASIFICAR);
    const hacer = (v: Vida) => acciones.reclasificar(v, gestor(azar), en, verdadera, motivo);
    return [{ en, hacer }, ...TRAMAS.resuelto(e).map((p) => despues(p, 2 * HORA))];
  },
  reabierto: (e) => {
    const { azar, n, plazo, ahora, conFotos } = e;
    const primero = TRAMAS.resuelto(e);
    const en = Math.floor(fin(primero) + azar.entre(1, 6) * DIA);
    const cuenta = n.creador.cuenta;
    const hacer = (v: Vida) =>
      cuenta
        ? acciones.reabrir(v, cuenta.id, en, azar.uno(comunes.COMENTARIOS_REABRIR))
        : acciones.reabrir(v, gestor(azar), en, comunes.MOTIVOS_REABRIR_GESTION[0]);
    const segundos = plazo * azar.entre(0.2, 0.7);
    return [
      ...primero,
      { en, hacer },
      ...trabajo(azar, n.vida, { ahora, conFotos, desde: en, segundos }),
    ];
  },
  recuperado: (e) => {
    const { azar, n, plazo, ahora, conFotos } = e;
    const [rechazo] = rechazoPor(e, "fuera_de_jurisdiccion", null);
    const en = habil(azar, n.vida, rechazo.en + azar.entre(1, 3) * DIA, ahora, rechazo.en);
    const hacer = (v: Vida) =>
      acciones.reabrir(v, gestor(azar), en, comunes.MOTIVOS_REABRIR_GESTION[2]);
    const segundos = plazo * azar.entre(0.3, 0.7);
    return [
      rechazo,
      { en, hacer },
      ...trabajo(azar, n.vida, { ahora, conFotos, desde: en, segundos }),
    ];
  },
  rechazado: (e) => rechazoPor(e, e.azar.pesado(SIN_DUPLICADO), null),
};

const SIN_DUPLICADO: Record<string, number> = { ...MOTIVOS, duplicado: 0 };

/** The same step, so many seconds later. */
const despues = (p: Paso, segundos: number): Paso => ({ ...p, en: p.en + segundos });
function rechazoPor(
  { azar, n: { vida }, ahora }: Escena,
  motivo: string,
  original: Vida | null,
): [Paso] {
  const porque = MOTIVOS_RECHAZO.find((m) => m === motivo) ?? "otro";
  const en = habil(azar, vida, vida.creado_en + azar.entre(3, 40) * HORA, ahora, vida.creado_en);
  const indice = porque === "fuera_de_jurisdiccion" ? azar.entero(0, 1) : null;
  const texto =
    indice === null ? azar.uno(comunes.RECHAZOS[porque]) : (comunes.RECHAZOS[porque][indice] ?? "");
  const organismo = indice === null ? {} : { organismo: comunes.ORGANISMOS[indice] ?? "" };
  return [
    {
      en,
      hacer: (v) =>
        acciones.rechazar(v, gestor(azar), en, { motivo: porque, texto, original, ...organismo }),
    },
  ];
}

/** A duplicate: the same place, while the original was still open. Null when there is none to repeat. */
function repetido(azar: Azar, p: Pedido): { nacido: Nacido; original: Vida } | null {
  const original = azar.uno(p.anteriores);
  const cierre = original?.vida.cerrado_en ?? 0;
  const { creado_en, ciclo } = original.vida;
  if (original.vida.estado !== "resuelto" || ciclo > 1 || cierre - creado_en < 3 * DIA) return null;
  const origen: Origen = {
    categoria_id: original.vida.categoria_id,
    prioridad: "normal",
    creado_en: despierto(azar, Math.floor(azar.entre(creado_en + 6 * HORA, cierre - 2 * DIA))),
    lugar: alLado(azar, original.lugar),
    conFotos: false,
  };
  const nacido = contar(azar, origen);
  if (nacido.creador.id === original.creador.id) return null;
  return { nacido, original: original.vida };
}

function intentar(p: Pedido, guion: Guion, atras: number): Nacido {
  const azar = azarDe(p.semilla);
  const { ahora, conFotos } = p;
  const categoria_id = Number(azar.pesado(PESOS_CATEGORIA));
  const prioridad = azar.pesado(PRIORIDADES);
  const repite =
    guion === "rechazado" && p.anteriores.length > 20 && azar.sucede(0.5)
      ? repetido(azar, p)
      : null;
  const edad = Math.min(VENTANA, azar.entre(0.6 * DIA, VENTANA) + atras);
  const n =
    repite?.nacido ??
    contar(azar, {
      categoria_id,
      prioridad,
      creado_en: despierto(azar, Math.floor(ahora - edad)),
      sinCuenta: !p.deLaVecina && azar.sucede(0.2),
      conFotos,
      ...(p.deLaVecina ? { creador: VECINA } : {}),
    });
  const plazo = promesa(0, n.vida.categoria_id, n.vida.prioridad);
  const escena: Escena = { azar, ahora, n, plazo, conFotos };
  const pasos = repite ? rechazoPor(escena, "duplicado", repite.original) : TRAMAS[guion](escena);
  const ultimo = fin(pasos);
  if (ultimo > ahora - 2 * HORA) throw new RangeError("no llega a cerrarse");
  const seguidores = azar.sucede(0.3) ? azar.entero(1, azar.sucede(0.1) ? 14 : 4) : 0;
  const cierre = azar.sucede(0.55) ? confirmacion(azar, n, ultimo) : [];
  recorrer(
    n.vida,
    [...pasos, ...alrededor(azar, n, { hasta: ultimo - HORA, seguidores }), ...cierre],
    ahora,
  );
  return n;
}

/** A reclamo of the last ninety days that is closed by now. */
export function cerrado(p: Pedido): Nacido {
  const guion = p.guion ?? azarDe(p.semilla ^ 0x5bd1e995).pesado(GUIONES);
  for (let intento = 0; intento < 12; intento++) {
    try {
      return intentar(p, guion, intento * 5 * DIA);
    } catch (error) {
      // Told from too near to today: the same story, begun earlier.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return intentar({ ...p, semilla: p.semilla + 7919 }, "resuelto", 60 * DIA);
}
