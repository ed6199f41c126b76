import type { Palabras } from "../palabras/index.ts";
import { type Bloque, type Contenido, type DatosCorreo, parrafo } from "./contenido.ts";

const esBoton = (b: Bloque): boolean => b.tipo === "boton";

/**
 * Several contents about one reclamo as one, oldest first: each under its own title, without its greeting, and the last
 * one's button for all.
 */
export function juntar(todos: readonly Contenido[], d: DatosCorreo, t: Palabras): Contenido {
  const ultimo = todos.at(-1);
  return {
    asunto: t.grupo.asunto(d.reclamo.numero, todos.length),
    titulo: t.grupo.titulo(todos.length, d.reclamo.numero),
    ...(ultimo?.estado && { estado: ultimo.estado }),
    bloques: [
      parrafo(t.hola(d.lector.nombre)),
      parrafo(t.grupo.intro),
      ...todos.flatMap((c): Bloque[] => [
        { tipo: "subtitulo", texto: c.titulo },
        // The first block of each is its greeting.
        ...c.bloques.slice(1).filter((b) => !esBoton(b)),
      ]),
      ...(ultimo?.bloques.filter(esBoton) ?? []),
    ],
    porque: ultimo?.porque ?? "",
  };
}
