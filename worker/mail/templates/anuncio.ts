import { boton, type Contenido, type DatosAnuncio, parrafo } from "./contenido.ts";

/** An anuncio's evento text is its title, an empty line, and its text. */
export function anuncio(d: DatosAnuncio): Contenido {
  const [titulo = "", ...resto] = (d.evento.texto ?? "").split("\n\n");
  return {
    asunto: titulo || `Aviso de ${d.municipio}`,
    titulo: titulo || `Aviso de ${d.municipio}`,
    bloques: [
      parrafo(`Hola ${d.lector.nombre}:`),
      ...resto.map(parrafo),
      boton("Ver mis avisos", `${d.appUrl}/avisos`),
    ],
    porque: "Te escribimos porque elegiste recibir los anuncios de la ciudad por correo.",
  };
}
