import { boton, type Plantilla, parrafo } from "./contenido.ts";
import { enlaceDe } from "./palabras.ts";

export const resuelto: Plantilla = (d, t) => ({
  asunto: t.resuelto.asunto(d.reclamo.numero),
  titulo: t.resuelto.titulo,
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
    parrafo((d.lector.esCreador ? t.resuelto.toque : "") + t.resuelto.reabrir),
    boton(t.resuelto.boton, enlaceDe(d)),
  ],
  porque: t.porque[d.lector.parte],
});
