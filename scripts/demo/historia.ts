import { ABIERTOS, abierto } from "./abiertos.ts";
import { cerrado } from "./cerrados.ts";
import type { Nacido } from "./nacimiento.ts";
import type { EventoDemo, FotoDemo, Vida } from "./vida.ts";

export const RECLAMOS = 320;
/** The city counted before: its numbers do not begin at one. */
const PRIMER_NUMERO = 977;
const SEMILLA = 1_284;
const RECUERDA = 400;

const semillaDe = (k: number): number => (Math.imul(k + SEMILLA, 0x9e3779b1) >>> 0) ^ k;

/** One block of open ones for a city of the demonstration's size, one more for each thousand. */
const bloques = (total: number): number => Math.max(1, Math.floor(total / 1000));

/** The vecina's own closed ones: two solved, one that still waits for her answer, one rejected. */
const DE_LA_VECINA = ["resuelto", "tarde", "resuelto", "rechazado"] as const;

/** Gives ids in the order in which things happened, and fills in what refers to them. */
function numerar(vidas: Vida[], primero: number): void {
  vidas.sort((a, b) => a.creado_en - b.creado_en || (a.codigo < b.codigo ? -1 : 1));
  for (const [i, v] of vidas.entries()) v.id = primero + i;
  const eventos: EventoDemo[] = vidas.flatMap((v) => v.eventos);
  eventos.sort((a, b) => a.en - b.en);
  let fotos = 0;
  for (const [i, e] of eventos.entries()) {
    e.id = i + 1;
    for (const f of e.fotos) f.id = ++fotos;
    if (e.fotos.length) e.datos = { ...e.datos, fotos: e.fotos.map((f: FotoDemo) => f.id) };
  }
  for (const v of vidas)
    if (v.original)
      for (const e of v.eventos)
        if (e.tipo === "rechazado") e.datos = { ...e.datos, original_id: v.original.id };
}

/**
 * The city's last ninety days: the same for the same `ahora`.
 * @param ahora epoch seconds; everything is told back from it
 */
export function contarHistoria({
  ahora,
  total = RECLAMOS,
}: {
  ahora: number;
  total?: number;
}): Vida[] {
  const nacidos: Nacido[] = [];
  const conFotos = (k: number) => total === RECLAMOS && k % 14 === 0;
  let k = 0;
  for (let b = 0; b < bloques(total); b++)
    for (const modelo of ABIERTOS)
      if (nacidos.length < total)
        nacidos.push(
          abierto(modelo, { semilla: semillaDe(k++), ahora, conFotos: total === RECLAMOS }),
        );
  const cerrados: Nacido[] = [];
  for (const guion of DE_LA_VECINA)
    if (nacidos.length + cerrados.length < total)
      cerrados.push(
        cerrado({
          semilla: semillaDe(k++),
          ahora,
          conFotos: total === RECLAMOS,
          guion,
          deLaVecina: true,
          anteriores: [],
        }),
      );
  while (nacidos.length + cerrados.length < total)
    cerrados.push(
      cerrado({
        semilla: semillaDe(k),
        ahora,
        conFotos: conFotos(k++),
        anteriores: cerrados.slice(-RECUERDA),
      }),
    );
  const vidas = [...nacidos, ...cerrados].map((n) => n.vida);
  numerar(vidas, total === RECLAMOS ? PRIMER_NUMERO : 1);
  return vidas;
}
