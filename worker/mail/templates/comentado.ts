import type { Palabras } from "../palabras/index.ts";
import { boton, type DatosCorreo, type Plantilla, parrafo } from "./contenido.ts";
import { enlaceDe, enMayuscula, suReclamo } from "./palabras.ts";

const quien = (d: DatosCorreo, t: Palabras): string =>
  d.evento.autor === "cuadrilla"
    ? enMayuscula(t.cuadrilla(d.reclamo.cuadrilla))
    : t.comentado.autores[d.evento.autor];

const donde = (d: DatosCorreo, t: Palabras): string =>
  d.lector.parte === "interesado" ? suReclamo(d, t) : t.elReclamo;

export const comentado: Plantilla = (d, t) => ({
  asunto: t.comentado.asunto(d.reclamo.numero),
  titulo: t.comentado.titulo,
  estado: d.reclamo.estado,
  bloques: [
    parrafo(t.hola(d.lector.nombre)),
    parrafo(t.comentado.escribio(quien(d, t), donde(d, t), d.reclamo.numero, d.reclamo.titulo)),
    ...(d.evento.texto ? [{ tipo: "cita", texto: d.evento.texto } as const] : []),
    parrafo(t.comentado.noRespondas),
    boton(t.comentado.boton, enlaceDe(d)),
  ],
  porque: t.porque[d.lector.parte],
});
