import {
  type Actor,
  allowedActions,
  type ReclamoDecidible,
  type Relacion,
  relaciones,
  type Usuario,
} from "../../../contract/acciones.ts";
import type { Foto, Reclamo, ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import { iso, isoONulo } from "../tiempo.ts";
import type { Detalle, FilaFoto, FilaReclamo } from "./lectura.ts";

/** A row as lists carry it. `vencido` is what the clock has marked, so that counts and lists agree. */
export function vistaFila(r: FilaReclamo): ReclamoFila {
  return {
    id: r.id,
    numero: r.id,
    codigo: r.codigo,
    titulo: r.titulo,
    estado: r.estado,
    prioridad: r.prioridad,
    direccion: r.direccion,
    lat: r.lat,
    lng: r.lng,
    categoria_id: r.categoria_id,
    zona_id: r.zona_id,
    cuadrilla_id: r.cuadrilla_id,
    creador_id: r.creador_id,
    canal: r.canal,
    ciclo: r.ciclo,
    version: r.version,
    seguidores: r.seguidores,
    vence_en: iso(r.vence_en),
    vencido: r.cerrado_en === null && r.demorado_en !== null,
    programado_para: isoONulo(r.programado_para),
    creado_en: iso(r.creado_en),
    actualizado_en: iso(r.actualizado_en),
    cerrado_en: isoONulo(r.cerrado_en),
  };
}

export const vistaFoto = (f: Omit<FilaFoto, "interna">): Foto => ({
  id: f.id,
  momento: f.momento ?? "antes",
  url: `/api/fotos/${f.id}`,
  miniatura: `/api/fotos/${f.id}?tamano=mini`,
  ancho: f.ancho,
  alto: f.alto,
  oculta: f.oculta,
});

/** The photos that a reader may see: those the city hid are for who sees the original, those of internal comments for staff. */
export const fotosPara = (fotos: FilaFoto[], ve: { ocultas: boolean; internas: boolean }): Foto[] =>
  fotos.filter((f) => (ve.ocultas || !f.oculta) && (ve.internas || !f.interna)).map(vistaFoto);

export const decidible = (d: Detalle): ReclamoDecidible => ({
  estado: d.reclamo.estado,
  creador_id: d.reclamo.creador_id,
  cuadrilla_id: d.reclamo.cuadrilla_id,
  cerrado_en: d.reclamo.cerrado_en,
  siguiendo: d.siguiendo,
  confirmado: d.calificacion !== null,
});

/** Whether they are the city to this reclamo. Another cuadrilla is not: to it the reclamo is as to anybody. */
export const esPersonal = (son: readonly Relacion[]): boolean =>
  son.some((q) => q === "equipo" || q === "supervisor" || q === "admin");

/** The text that shows when the city has redacted the vecino's own. */
export const textoPublico = (r: FilaReclamo): { titulo: string; descripcion: string } => ({
  titulo: r.titulo_publico ?? r.titulo,
  descripcion: r.descripcion_publica ?? r.descripcion,
});

/** A row for this reader: who only follows it reads the title that the public reads. */
export const filaPara = (r: FilaReclamo, lector: Usuario): ReclamoFila => {
  const deOtro = lector.rol === "vecino" && lector.personaId !== r.creador_id;
  return vistaFila(deOtro ? { ...r, titulo: textoPublico(r).titulo } : r);
};

/** The whole reclamo as this actor may see it. */
export function vistaReclamo(d: Detalle, actor: Actor, ahora: number): Reclamo {
  const r = d.reclamo;
  const son = relaciones(actor, { ...r, siguiendo: d.siguiendo });
  const personal = esPersonal(son);
  const deGestion = son.includes("supervisor") || son.includes("admin");
  const original = personal || son.includes("creador");
  const texto = original ? r : textoPublico(r);
  return {
    ...vistaFila(r),
    titulo: texto.titulo,
    descripcion: texto.descripcion,
    categoria: {
      id: d.categoria.id,
      nombre: d.categoria.nombre,
      icono: d.categoria.icono,
      color: d.categoria.color,
    },
    zona: d.zona,
    cuadrilla: d.cuadrilla,
    ...(original
      ? {
          creador: {
            id: d.creador.id,
            nombre: `${d.creador.nombre} ${d.creador.apellido}`.trim(),
            email: d.creador.email,
            telefono: d.creador.telefono,
          },
        }
      : {}),
    motivo_rechazo: r.motivo_rechazo,
    original_id: deGestion ? r.original_id : null,
    siguiendo: d.siguiendo,
    es_mio: son.includes("creador"),
    oculto: r.oculto,
    ...(deGestion
      ? { publico: { titulo: r.titulo_publico, descripcion: r.descripcion_publica } }
      : {}),
    calificacion: d.calificacion
      ? { conforme: d.calificacion.conforme, estrellas: d.calificacion.estrellas }
      : null,
    fotos: fotosPara(d.fotos, { ocultas: original, internas: personal }),
    acciones: allowedActions(actor, decidible(d), ahora),
  };
}
