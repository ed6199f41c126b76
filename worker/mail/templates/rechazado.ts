import { MOTIVOS_RECHAZO, type MotivoRechazo } from "../../../contract/vocabulario.ts";
import type { Palabras } from "../palabras/index.ts";
import { type Bloque, boton, type DatosCorreo, type Plantilla, parrafo } from "./contenido.ts";
import { enlaceDe } from "./palabras.ts";

const motivoDe = (d: DatosCorreo): MotivoRechazo =>
  MOTIVOS_RECHAZO.find((m) => m === d.evento.datos.motivo) ?? "otro";

/** The reason in plain words. */
function porqueDe(d: DatosCorreo, t: Palabras, motivo: MotivoRechazo): string {
  if (motivo === "duplicado")
    return t.rechazado.duplicado.porque(d.reclamo.original?.numero ?? null);
  return t.rechazado[motivo].porque;
}

/** What the city wrote. The body in charge stands first in the evento's text (domain/reclamos/rechazar.ts). */
function escrito(texto: string | null, t: Palabras, motivo: MotivoRechazo): Bloque[] {
  if (!texto) return [];
  const [organismo = "", ...resto] = texto.split("\n\n");
  if (motivo !== "fuera_de_jurisdiccion" || resto.length === 0) return [{ tipo: "cita", texto }];
  return [
    { tipo: "datos", filas: [[t.rechazado.seOcupa, organismo]] },
    { tipo: "cita", texto: resto.join("\n\n") },
  ];
}

/** What to do next. */
function salida(d: DatosCorreo, t: Palabras, motivo: MotivoRechazo): Bloque {
  const { original } = d.reclamo;
  if (motivo === "duplicado" && original)
    return boton(t.rechazado.duplicado.boton(original.numero), `${d.appUrl}/r/${original.codigo}`);
  if (motivo === "informacion_insuficiente")
    return boton(t.rechazado.informacion_insuficiente.boton, `${d.appUrl}/reportar`);
  return boton(t.verElReclamo, enlaceDe(d));
}

export const rechazado: Plantilla = (d, t) => {
  const motivo = motivoDe(d);
  const caso = t.rechazado[motivo];
  return {
    asunto: t.rechazado.asunto(d.reclamo.numero, caso.asunto),
    titulo: caso.titulo,
    estado: d.reclamo.estado,
    bloques: [
      parrafo(t.hola(d.lector.nombre)),
      parrafo(t.rechazado.revisamos(d.reclamo.titulo, d.reclamo.numero, porqueDe(d, t, motivo))),
      ...escrito(d.evento.texto, t, motivo),
      parrafo(caso.ahora),
      salida(d, t, motivo),
    ],
    porque: t.porque[d.lector.parte],
  };
};
