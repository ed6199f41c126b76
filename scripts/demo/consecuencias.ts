import type { MotivoRechazo } from "../../contract/vocabulario.ts";
import { audiencia, type Destinatario } from "../../worker/events/audience.ts";
import type { Allegado, Hecho, Lazo } from "../../worker/events/truth.ts";
import { azarDe } from "./azar.ts";
import { miembrosDe, PERSONAS, type PersonaDemo } from "./personas.ts";
import { DIA, HORA } from "./reloj.ts";
import type { EventoDemo, Vida } from "./vida.ts";

const GESTION = PERSONAS.filter((p) => p.cuenta?.rol === "supervisor" || p.cuenta?.rol === "admin");
const POR_ID = new Map(PERSONAS.map((p) => [p.id, p]));
const POR_CUENTA = new Map(PERSONAS.flatMap((p) => (p.cuenta ? [[p.cuenta.id, p] as const] : [])));

const persona = (id: number): PersonaDemo => {
  const p = POR_ID.get(id);
  if (!p) throw new Error(`No hay persona ${id}`);
  return p;
};

/** The people around an evento, as worker/events/truth.ts finds them in the database. */
function gente(v: Vida, e: EventoDemo): Allegado[] {
  const lazos = new Map<number, Set<Lazo>>();
  const atar = (p: PersonaDemo | undefined, lazo: Lazo) => {
    if (p) lazos.set(p.id, (lazos.get(p.id) ?? new Set()).add(lazo));
  };
  for (const p of GESTION) atar(p, "supervisores");
  atar(persona(v.creador_id), "creador");
  for (const s of v.seguidores) if (s.desde <= e.en) atar(persona(s.persona_id), "seguidor");
  if (e.cuadrilla_id !== null) for (const p of miembrosDe(e.cuadrilla_id)) atar(p, "equipo");
  const anterior = e.datos.cuadrilla_anterior_id;
  if (anterior) for (const p of miembrosDe(anterior)) atar(p, "equipo_anterior");
  if (e.interno)
    for (const otro of v.eventos) {
      const quien = otro.id < e.id ? POR_CUENTA.get(otro.usuario_id ?? 0) : undefined;
      if (quien?.cuenta?.rol !== "vecino") atar(quien, "participantes");
    }
  atar(POR_CUENTA.get(e.usuario_id ?? 0), "actor");
  return [...lazos].map(([id, suyos]) => {
    const p = persona(id);
    return {
      persona_id: id,
      usuario_id: p.cuenta?.id ?? null,
      rol: p.cuenta?.rol ?? null,
      bloqueada: false,
      email: p.email,
      lazos: [...suyos],
      pref_aviso: null,
      pref_correo: null,
    };
  });
}

function hechoDe(v: Vida, e: EventoDemo): Hecho {
  const actor = POR_CUENTA.get(e.usuario_id ?? 0);
  return {
    id: e.id,
    tipo: e.tipo,
    reclamo_id: v.id,
    version: e.version,
    estado: e.estado,
    reclamo_version: v.version,
    reclamo_estado: v.estado,
    titulo: v.titulo,
    usuario_id: e.usuario_id,
    actor_rol: actor?.cuenta?.rol ?? null,
    actor_es_creador: actor?.id === v.creador_id,
    interno: e.interno,
    datos: e.datos,
    texto: e.texto,
    en: e.en,
    intentos: 0,
    despachado_en: null,
  };
}

const RECHAZADO: Record<MotivoRechazo, string> = {
  duplicado: "ya estaba reportado",
  fuera_de_jurisdiccion: "le toca a otro organismo",
  no_corresponde: "no lo podemos tomar",
  informacion_insuficiente: "nos faltan datos",
  otro: "lo cerramos sin arreglo",
};

/** The subject that worker/mail/templates gives it. */
function asunto(v: Vida, e: EventoDemo, aEquipo: boolean): string {
  const numero = `Reclamo #${v.id}`;
  if (e.tipo === "creado") return `${numero} creado exitosamente`;
  if (e.tipo === "asignado")
    return aEquipo
      ? `Trabajo nuevo: reclamo #${v.id}, ${v.titulo}`
      : `${numero}: ya tiene quien lo arregle`;
  if (e.tipo === "iniciado") return `${numero}: empezaron a trabajar`;
  if (e.tipo === "resuelto") return `${numero} resuelto: ¿quedó bien?`;
  if (e.tipo === "rechazado")
    return `${numero}: ${RECHAZADO[(e.datos.motivo as MotivoRechazo | undefined) ?? "otro"]}`;
  return `${numero}: hay un comentario nuevo`;
}

export type EntregaDemo = { evento_id: number; usuario_id: number; estado: string; en: number };
export type CorreoDemo = {
  evento_id: number;
  persona_id: number;
  reclamo_id: number;
  plantilla: string;
  para: string;
  asunto: string;
  en: number;
};

const CORREOS_DE_DIAS = 10;

/** Who heard of each evento of a reclamo, by the same table that decides it in the Worker. */
export function consecuencias(
  v: Vida,
  ahora: number,
): { entregas: EntregaDemo[]; correos: CorreoDemo[] } {
  const azar = azarDe(v.id);
  const entregas: EntregaDemo[] = [];
  const correos: CorreoDemo[] = [];
  const entregar = (e: EventoDemo, d: Destinatario) => {
    if (d.aviso && d.usuarioId !== null) {
      const leido = e.en < ahora - 6 * HORA && azar.sucede(e.en < ahora - 3 * DIA ? 0.97 : 0.6);
      const estado = leido ? "leido" : "entregado";
      entregas.push({ evento_id: e.id, usuario_id: d.usuarioId, estado, en: e.en + 1 });
    }
    if (d.correo && d.email && e.en > ahora - CORREOS_DE_DIAS * DIA)
      correos.push({
        evento_id: e.id,
        persona_id: d.personaId,
        reclamo_id: v.id,
        plantilla: e.tipo,
        para: d.email,
        asunto: asunto(v, e, persona(d.personaId).cuenta?.rol === "cuadrilla"),
        en: e.en + 2,
      });
  };
  for (const e of v.eventos) for (const d of audiencia(hechoDe(v, e), gente(v, e))) entregar(e, d);
  return { entregas, correos };
}
