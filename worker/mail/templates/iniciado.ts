import { boton, type Plantilla, parrafo } from "./contenido.ts";
import { enlaceDe, enMayuscula, nombreDeCuadrilla, porqueDe } from "./palabras.ts";

export const iniciado: Plantilla = (d) => ({
  asunto: `Reclamo #${d.reclamo.numero}: empezaron a trabajar`,
  titulo: "Empezaron a trabajar",
  estado: d.reclamo.estado,
  bloques: [
    parrafo(`Hola ${d.lector.nombre}:`),
    parrafo(
      `${enMayuscula(nombreDeCuadrilla(d.reclamo.cuadrilla))} empezó a trabajar en '${d.reclamo.titulo}' (#${d.reclamo.numero}), en ${d.reclamo.direccion}.`,
    ),
    boton("Ver cómo va", enlaceDe(d)),
  ],
  porque: porqueDe(d),
});
