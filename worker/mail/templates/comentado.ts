import { boton, type DatosCorreo, type Plantilla, parrafo } from "./contenido.ts";
import { enlaceDe, enMayuscula, nombreDeCuadrilla, porqueDe, suReclamo } from "./palabras.ts";

const quien = (d: DatosCorreo): string =>
  ({
    vecino: "Un vecino",
    municipalidad: "La municipalidad",
    cuadrilla: enMayuscula(nombreDeCuadrilla(d.reclamo.cuadrilla)),
  })[d.evento.autor];

const donde = (d: DatosCorreo): string =>
  d.lector.parte === "interesado" ? suReclamo(d) : "el reclamo";

export const comentado: Plantilla = (d) => ({
  asunto: `Reclamo #${d.reclamo.numero}: hay un comentario nuevo`,
  titulo: "Hay un comentario nuevo",
  estado: d.reclamo.estado,
  bloques: [
    parrafo(`Hola ${d.lector.nombre}:`),
    parrafo(`${quien(d)} escribió en ${donde(d)} #${d.reclamo.numero}, '${d.reclamo.titulo}':`),
    ...(d.evento.texto ? [{ tipo: "cita", texto: d.evento.texto } as const] : []),
    parrafo("No respondas a este correo: contestá en el reclamo, así lo lee quien lo tiene."),
    boton("Ver y contestar", enlaceDe(d)),
  ],
  porque: porqueDe(d),
});
