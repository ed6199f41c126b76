import {
  AUDIENCIA,
  type Circunstancia,
  type Destino,
  GRUPOS_SILENCIOSOS,
  type Grupo,
} from "../../contract/eventos.ts";
import type { Allegado, Hecho, Lazo } from "./truth.ts";

/** What one person gets of an evento. Without an account: mail alone. */
export type Destinatario = {
  usuarioId: number | null;
  personaId: number;
  email: string | null;
  aviso: boolean;
  /** The frame without seq that keeps open screens true. */
  silencio: boolean;
  correo: boolean;
};

const LAZOS_DE: Record<Grupo, readonly Lazo[]> = {
  supervisores: ["supervisores"],
  creador: ["creador"],
  interesados: ["creador", "seguidor"],
  equipo: ["equipo"],
  equipo_anterior: ["equipo_anterior"],
  participantes: ["participantes"],
};

/** Open screens of who did it and of the cuadrilla that just lost it must be true as well. */
const LAZOS_SILENCIOSOS: readonly Lazo[] = [
  ...GRUPOS_SILENCIOSOS.flatMap((g) => LAZOS_DE[g]),
  "equipo_anterior",
  "actor",
];

/** The one mail of one's own act: the receipt for a new reclamo, which the event table promises to its creator. */
const CON_ACUSE: readonly Hecho["tipo"][] = ["creado"];

/** Mail that only comes to who asked for it. */
const CORREO_A_PEDIDO: readonly Hecho["tipo"][] = ["anuncio"];

const estaEn = (persona: Allegado, grupos: readonly Grupo[]): boolean =>
  grupos.some((g) => LAZOS_DE[g].some((l) => persona.lazos.includes(l)));

function destinoDe(hecho: Hecho, gente: readonly Allegado[]): Destino {
  // An anuncio's people were already chosen; they come in as followers.
  if (hecho.tipo === "anuncio") return { avisos: ["interesados"], correos: ["interesados"] };
  const entrada = AUDIENCIA[hecho.tipo];
  if (typeof entrada !== "function") return entrada;
  const circunstancia: Circunstancia = {
    interno: hecho.interno,
    // A vecino who became staff and still follows writes as staff; who reported it writes as its creator, whatever they are.
    porPersonal: hecho.actor_rol !== "vecino" && !hecho.actor_es_creador,
    conEquipo: gente.some((p) => p.lazos.includes("equipo") && !p.bloqueada),
    conforme: hecho.datos.conforme ?? true,
  };
  return entrada(circunstancia);
}

/**
 * Who hears of an evento and how: the contract's event table over the people around it. Blocked people get nothing, nobody an
 * aviso or a mail of their own act, and no vecino anything of an internal comment. Preferences hold for avisos and mails.
 */
export function audiencia(hecho: Hecho, gente: readonly Allegado[]): Destinatario[] {
  const destino = destinoDe(hecho, gente);
  const correoSinPedir = !CORREO_A_PEDIDO.includes(hecho.tipo);
  const destinatarios: Destinatario[] = [];
  for (const p of gente) {
    if (p.bloqueada) continue;
    if (hecho.interno && (p.rol === null || p.rol === "vecino")) continue;
    const propio = p.usuario_id !== null && p.usuario_id === hecho.usuario_id;
    const conCuenta = p.usuario_id !== null;
    const d: Destinatario = {
      usuarioId: p.usuario_id,
      personaId: p.persona_id,
      email: p.email,
      aviso: conCuenta && !propio && (p.pref_aviso ?? true) && estaEn(p, destino.avisos),
      silencio:
        conCuenta &&
        hecho.tipo !== "anuncio" &&
        (hecho.interno
          ? p.lazos.some((l) => l === "equipo" || l === "supervisores" || l === "actor")
          : p.lazos.some((l) => LAZOS_SILENCIOSOS.includes(l))),
      correo:
        p.email !== null &&
        (!propio || CON_ACUSE.includes(hecho.tipo)) &&
        (p.pref_correo ?? correoSinPedir) &&
        estaEn(p, destino.correos),
    };
    if (d.aviso || d.silencio || d.correo) destinatarios.push(d);
  }
  return destinatarios;
}
