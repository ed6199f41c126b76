import { boton, type DatosAnuncio, type Plantilla, parrafo } from "./contenido.ts";

/** An anuncio's evento text is its title, an empty line, and its text. */
export const anuncio: Plantilla<DatosAnuncio> = (d, t) => {
  const [titulo = "", ...resto] = (d.evento.texto ?? "").split("\n\n");
  const encabezado = titulo || t.anuncio.asunto(d.municipio);
  return {
    asunto: encabezado,
    titulo: encabezado,
    bloques: [
      parrafo(t.hola(d.lector.nombre)),
      ...resto.map(parrafo),
      boton(t.anuncio.boton, `${d.appUrl}/avisos`),
    ],
    porque: t.porque.anuncio,
  };
};
