import type { Palabras } from "../palabras/index.ts";
import { type Bloque, boton, type DatosCorreo, type Plantilla, parrafo } from "./contenido.ts";
import { enlaceDe, enMayuscula, fechaLarga, suReclamo } from "./palabras.ts";

const programado = (d: DatosCorreo, t: Palabras): string | null =>
  d.evento.datos.programado_para ? fechaLarga(d.evento.datos.programado_para, t.lengua) : null;

const alEquipo: Plantilla = (d, t) => {
  const cuando = programado(d, t);
  const nota: Bloque[] = d.evento.texto ? [{ tipo: "cita", texto: d.evento.texto }] : [];
  return {
    asunto: t.trabajo.asunto(d.reclamo.numero, d.reclamo.titulo),
    titulo: t.trabajo.titulo(enMayuscula(t.cuadrilla(d.reclamo.cuadrilla))),
    estado: d.reclamo.estado,
    bloques: [
      parrafo(t.hola(d.lector.nombre)),
      parrafo(t.trabajo.toca(d.reclamo.numero, d.reclamo.titulo)),
      {
        tipo: "datos",
        filas: [
          [t.donde, d.reclamo.direccion],
          [t.tema, d.reclamo.categoria],
          [t.trabajo.vence, fechaLarga(d.reclamo.venceEn, t.lengua)],
          ...(cuando ? [[t.trabajo.programado, cuando] as const] : []),
        ],
      },
      ...nota,
      boton(t.trabajo.boton, enlaceDe(d)),
    ],
    porque: t.porque[d.lector.parte],
  };
};

const alInteresado: Plantilla = (d, t) => {
  const cuando = programado(d, t);
  return {
    asunto: t.asignado.asunto(d.reclamo.numero),
    titulo: t.asignado.titulo(enMayuscula(suReclamo(d, t))),
    estado: d.reclamo.estado,
    bloques: [
      parrafo(t.hola(d.lector.nombre)),
      parrafo(
        t.asignado.quien(d.reclamo.titulo, d.reclamo.numero, t.cuadrilla(d.reclamo.cuadrilla)) +
          (cuando ? t.asignado.cuando(cuando) : ""),
      ),
      parrafo(t.asignado.prometido(fechaLarga(d.reclamo.venceEn, t.lengua))),
      boton(t.verComoVa, enlaceDe(d)),
    ],
    porque: t.porque[d.lector.parte],
  };
};

export const asignado: Plantilla = (d, t) =>
  d.lector.parte === "interesado" ? alInteresado(d, t) : alEquipo(d, t);
