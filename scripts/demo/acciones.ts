import type { Prioridad } from "../../contract/vocabulario.ts";
import { actuar, type FotoDemo, promesa, type Vida } from "./vida.ts";

// Each action of the product, as its domain verb in worker/domain/reclamos records it.

export function asignar(
  v: Vida,
  por: number,
  en: number,
  pedido: {
    cuadrilla_id: number;
    motivo?: string | undefined;
    nota?: string | undefined;
    programado_para?: number | null;
  },
): void {
  const { cuadrilla_id, motivo, nota, programado_para = null } = pedido;
  const anterior = v.cuadrilla_id;
  const datos = {
    cuadrilla_id,
    ...(anterior !== null && anterior !== cuadrilla_id ? { cuadrilla_anterior_id: anterior } : {}),
    ...(programado_para ? { programado_para } : {}),
  };
  const texto = [motivo, nota].filter(Boolean).join("\n\n");
  actuar(v, "asignar", { por, en, datos, texto }, { cuadrilla_id, programado_para });
}

export const iniciar = (v: Vida, por: number, en: number): void =>
  actuar(v, "iniciar", { por, en });

export function resolver(
  v: Vida,
  por: number,
  en: number,
  solucion: string,
  fotos: FotoDemo[] = [],
): void {
  const datos = { cuadrilla_id: v.cuadrilla_id, ...conFotos(fotos) };
  actuar(v, "resolver", { por, en, datos, texto: solucion, fotos }, { cerrado_en: en });
}

export function devolver(v: Vida, por: number, en: number, motivo: string): void {
  const datos = { cuadrilla_anterior_id: v.cuadrilla_id };
  actuar(
    v,
    "devolver",
    { por, en, datos, texto: motivo },
    { cuadrilla_id: null, programado_para: null },
  );
}

export function rechazar(
  v: Vida,
  por: number,
  en: number,
  pedido: {
    motivo: NonNullable<Vida["motivo_rechazo"]>;
    texto: string;
    original?: Vida | null;
    organismo?: string;
  },
): void {
  const { motivo, original = null, organismo } = pedido;
  const texto = organismo ? `${organismo}\n\n${pedido.texto}` : pedido.texto;
  const datos = { motivo, ...(v.cuadrilla_id === null ? {} : { cuadrilla_id: v.cuadrilla_id }) };
  actuar(
    v,
    "rechazar",
    { por, en, datos, texto },
    { cerrado_en: en, motivo_rechazo: motivo, original },
  );
  if (!original) return;
  for (const persona_id of [v.creador_id, ...v.seguidores.map((s) => s.persona_id)])
    unir(original, persona_id, en);
}

function unir(v: Vida, persona_id: number, desde: number): void {
  if (persona_id === v.creador_id || v.seguidores.some((s) => s.persona_id === persona_id)) return;
  v.seguidores.push({ persona_id, desde });
}

export function reabrir(
  v: Vida,
  por: number,
  en: number,
  comentario: string,
  fotos: FotoDemo[] = [],
): void {
  const datos = {
    ...(v.cuadrilla_id === null ? {} : { cuadrilla_anterior_id: v.cuadrilla_id }),
    ...conFotos(fotos),
  };
  actuar(
    v,
    "reabrir",
    { por, en, datos, texto: comentario, fotos },
    {
      ciclo: v.ciclo + 1,
      ciclo_desde: en,
      vence_en: promesa(en, v.categoria_id, v.prioridad),
      cuadrilla_id: null,
      programado_para: null,
      cerrado_en: null,
      demorado_en: null,
      motivo_rechazo: null,
      original: null,
    },
  );
}

export function confirmar(
  v: Vida,
  por: number,
  en: number,
  {
    conforme,
    estrellas,
    texto,
  }: { conforme: boolean; estrellas: number; texto: string | undefined },
): void {
  actuar(v, "confirmar", { por, en, datos: { conforme, estrellas }, texto });
  v.calificaciones.push({ ciclo: v.ciclo, conforme, estrellas, en });
}

export const comentar = (v: Vida, por: number, en: number, texto: string, interno = false): void =>
  actuar(v, "comentar", { por, en, texto, interno });

export function sumarse(v: Vida, quien: { id: number; cuenta: { id: number } }, en: number): void {
  actuar(v, "sumarse", { por: quien.cuenta.id, en });
  unir(v, quien.id, en);
}

export function priorizar(v: Vida, por: number, en: number, prioridad: Prioridad): void {
  const vence_en = promesa(v.ciclo_desde, v.categoria_id, prioridad);
  const datos = { prioridad, prioridad_anterior: v.prioridad };
  actuar(v, "priorizar", { por, en, datos }, { prioridad, vence_en });
  if (vence_en > en) v.demorado_en = null;
}

export function reclasificar(
  v: Vida,
  por: number,
  en: number,
  categoria_id: number,
  motivo: string,
): void {
  const vence_en = promesa(v.ciclo_desde, categoria_id, v.prioridad);
  const datos = { categoria_id, categoria_anterior_id: v.categoria_id };
  actuar(v, "reclasificar", { por, en, datos, texto: motivo }, { categoria_id, vence_en });
  if (vence_en > en) v.demorado_en = null;
}

const conFotos = (fotos: FotoDemo[]): { fotos?: number[] } => (fotos.length ? { fotos: [] } : {});
