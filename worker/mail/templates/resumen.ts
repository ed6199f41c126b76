import { type Bloque, boton, type DatosResumen, type Plantilla, parrafo } from "./contenido.ts";
import { fechaLarga } from "./palabras.ts";

/** The supervisors' morning: what waits, what is late, how yesterday went. */
export const resumen: Plantilla<DatosResumen> = (d, t) => {
  const { resumen: r } = d;
  const w = t.resumen;
  const fecha = fechaLarga(r.dia, t.lengua);
  const peores: Bloque[] =
    r.peores.length === 0
      ? [parrafo(w.nada)]
      : [
          { tipo: "subtitulo", texto: w.losMasVencidos },
          ...r.peores.map(
            (p): Bloque => ({
              tipo: "enlace",
              texto: w.fila(p.id, p.titulo, p.dias),
              url: `${d.appUrl}/gestion/bandeja/${p.id}`,
            }),
          ),
        ];
  return {
    asunto: w.asunto(fecha, r.vencidos),
    titulo: w.titulo(fecha),
    bloques: [
      parrafo(t.hola(d.lector.nombre)),
      {
        tipo: "datos",
        filas: [
          [w.sinAsignar, String(r.sinAsignar)],
          [w.vencidos, String(r.vencidos)],
          [w.vencenHoy, String(r.vencenHoy)],
          [w.nuevos, String(r.nuevos)],
          [w.resueltos, String(r.resueltos)],
        ],
      },
      ...peores,
      boton(w.boton, `${d.appUrl}/gestion`),
    ],
    porque: t.porque.resumen,
  };
};
