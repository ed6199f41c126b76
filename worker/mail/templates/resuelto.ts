import { LIMITES } from "../../../contract/limites.ts";
import { type Bloque, boton, type Plantilla, parrafo } from "./contenido.ts";
import { enlaceDe, porqueDe } from "./palabras.ts";

const fotos = (cuantas: number, url: string): Bloque[] =>
  cuantas === 0
    ? []
    : [
        {
          tipo: "enlace",
          texto: cuantas === 1 ? "Ver la foto del arreglo" : `Ver las ${cuantas} fotos del arreglo`,
          url: `${url}#fotos`,
        },
      ];

export const resuelto: Plantilla = (d) => ({
  asunto: `Reclamo #${d.reclamo.numero} resuelto: ¿quedó bien?`,
  titulo: "Está resuelto. ¿Quedó bien?",
  estado: d.reclamo.estado,
  bloques: [
    parrafo(`Hola ${d.lector.nombre}:`),
    parrafo(`Terminamos con '${d.reclamo.titulo}' (#${d.reclamo.numero}). Esto es lo que se hizo:`),
    ...(d.evento.texto ? [{ tipo: "cita", texto: d.evento.texto } as const] : []),
    ...fotos(d.reclamo.fotosDespues, enlaceDe(d)),
    parrafo(
      d.lector.esCreador
        ? `¿Quedó bien? Decinos con un toque. Si sigue igual, podés reabrirlo durante ${LIMITES.reabrirDias} días.`
        : `Si sigue igual, podés reabrirlo durante ${LIMITES.reabrirDias} días.`,
    ),
    boton("¿Quedó bien? Contanos", enlaceDe(d)),
  ],
  porque: porqueDe(d),
});
