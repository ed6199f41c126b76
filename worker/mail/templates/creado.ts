import { boton, type Plantilla, parrafo } from "./contenido.ts";
import { enlaceDe, fechaLarga } from "./palabras.ts";

export const creado: Plantilla = (d, t) => ({
  asunto: t.creado.asunto(d.reclamo.numero),
  titulo: t.creado.titulo(d.reclamo.numero),
  estado: d.reclamo.estado,
  bloques: [
    parrafo(t.hola(d.lector.nombre)),
    parrafo(t.creado.registrado(d.reclamo.titulo, d.reclamo.numero)),
    {
      tipo: "datos",
      filas: [
        [t.donde, d.reclamo.direccion],
        [t.tema, d.reclamo.categoria],
        [t.creado.prometido, fechaLarga(d.reclamo.venceEn, t.lengua)],
      ],
    },
    parrafo(t.creado.sigue),
    boton(t.creado.boton, enlaceDe(d)),
  ],
  porque: t.porque.creador,
});
