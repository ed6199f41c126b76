import { NO_RECIBE } from "../../contract/eventos.ts";

/** Why nothing goes to this reader, were it pending; null when it does. */
export function porQueNo(p: {
  rebota: string | undefined;
  anonima: boolean;
  bloqueada: boolean;
  internaParaVecino?: boolean;
  apagado?: boolean;
  anuncioTerminado?: boolean;
  /** Of who hears of it by their cuadrilla alone. */
  yaNoEsSuyo?: boolean;
  yaNoSigue?: boolean;
  yaNoSupervisa?: boolean;
}): string | null {
  if (p.rebota !== undefined) return `${NO_RECIBE}: ${p.rebota}.`;
  if (p.anonima) return "La persona pidió que borráramos sus datos.";
  if (p.bloqueada) return "La cuenta está bloqueada.";
  if (p.internaParaVecino) return "Lo interno no se le manda a un vecino.";
  if (p.apagado) return "La persona apagó estos correos.";
  if (p.anuncioTerminado) return "El anuncio terminó antes de que saliera.";
  if (p.yaNoSupervisa) return "La persona ya no supervisa.";
  if (p.yaNoEsSuyo) return "El trabajo ya no es de su cuadrilla.";
  if (p.yaNoSigue) return "La persona ya no sigue este reclamo.";
  return null;
}
