import { boton, type Plantilla, parrafo } from "./contenido.ts";
import { enlaceDe, enMayuscula } from "./palabras.ts";

export const iniciado: Plantilla = (d, t) => ({
  asunto: t.iniciado.asunto(d.reclamo.numero),
  titulo: t.iniciado.titulo,
  estado: d.reclamo.estado,
  bloques: [
    parrafo(t.hola(d.lector.nombre)),
    parrafo(
      t.iniciado.quien(
        enMayuscula(t.cuadrilla(d.reclamo.cuadrilla)),
        d.reclamo.titulo,
        d.reclamo.numero,
        d.reclamo.direccion,
      ),
    ),
    boton(t.verComoVa, enlaceDe(d)),
  ],
  porque: t.porque[d.lector.parte],
});
