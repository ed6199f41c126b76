import { boton, type Plantilla, parrafo } from "./contenido.ts";
import { enlaceDe, fechaLarga } from "./palabras.ts";

/** Subject and first sentence are the seed's own words (its section 5.2). */
export const creado: Plantilla = (d) => ({
  asunto: `Reclamo #${d.reclamo.numero} creado exitosamente`,
  titulo: `Recibimos tu reclamo #${d.reclamo.numero}`,
  estado: d.reclamo.estado,
  bloques: [
    parrafo(`Hola ${d.lector.nombre}:`),
    parrafo(
      `Tu reclamo '${d.reclamo.titulo}' ha sido registrado con el número ${d.reclamo.numero}.`,
    ),
    {
      tipo: "datos",
      filas: [
        ["Dónde", d.reclamo.direccion],
        ["Tema", d.reclamo.categoria],
        ["Prometido para el", fechaLarga(d.reclamo.venceEn)],
      ],
    },
    parrafo("Te vamos a avisar de cada paso. También podés seguirlo cuando quieras:"),
    boton("Seguir mi reclamo", enlaceDe(d)),
  ],
  porque: "Te escribimos porque hiciste este reclamo.",
});
