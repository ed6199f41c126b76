import type { Palabras } from "../palabras/index.ts";
import { type Bloque, boton, type DatosCorreo, type Plantilla, parrafo } from "./contenido.ts";
import { enlaceDe } from "./palabras.ts";

/** What asks whether it is well, and what says that somebody already answered that it is not. */
const final = (d: DatosCorreo, t: Palabras): Bloque[] =>
  d.reclamo.estado === "resuelto"
    ? [
        parrafo((d.lector.esCreador ? t.resuelto.toque : "") + t.resuelto.reabrir),
        boton(t.resuelto.boton, enlaceDe(d)),
      ]
    : [boton(t.verComoVa, enlaceDe(d))];

export const resuelto: Plantilla = (d, t) => ({
  ...(d.reclamo.estado === "resuelto"
    ? { asunto: t.resuelto.asunto(d.reclamo.numero), titulo: t.resuelto.titulo }
    : {
        asunto: t.resuelto.reabierto.asunto(d.reclamo.numero),
        titulo: t.resuelto.reabierto.titulo,
      }),
  estado: d.reclamo.estado,
  bloques: [
    parrafo(t.hola(d.lector.nombre)),
    parrafo(t.resuelto.hecho(d.reclamo.titulo, d.reclamo.numero)),
    ...(d.evento.texto ? [{ tipo: "cita", texto: d.evento.texto } as const] : []),
    ...(d.reclamo.fotosDespues > 0
      ? [
          {
            tipo: "enlace",
            texto: t.resuelto.fotos(d.reclamo.fotosDespues),
            url: `${enlaceDe(d)}#fotos`,
          } as const,
        ]
      : []),
    ...final(d, t),
  ],
  porque: t.porque[d.lector.parte],
});
