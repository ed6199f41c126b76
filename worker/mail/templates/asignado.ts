import { type Bloque, boton, type DatosCorreo, type Plantilla, parrafo } from "./contenido.ts";
import {
  enlaceDe,
  enMayuscula,
  fechaLarga,
  nombreDeCuadrilla,
  porqueDe,
  suReclamo,
} from "./palabras.ts";

const programado = (d: DatosCorreo): string | null =>
  d.evento.datos.programado_para ? fechaLarga(d.evento.datos.programado_para) : null;

const alEquipo: Plantilla = (d) => {
  const cuando = programado(d);
  const nota: Bloque[] = d.evento.texto ? [{ tipo: "cita", texto: d.evento.texto }] : [];
  return {
    asunto: `Trabajo nuevo: reclamo #${d.reclamo.numero}, ${d.reclamo.titulo}`,
    titulo: `${enMayuscula(nombreDeCuadrilla(d.reclamo.cuadrilla))} tiene un trabajo nuevo`,
    estado: d.reclamo.estado,
    bloques: [
      parrafo(`Hola ${d.lector.nombre}:`),
      parrafo(`Les toca el reclamo #${d.reclamo.numero}: ${d.reclamo.titulo}.`),
      {
        tipo: "datos",
        filas: [
          ["Dónde", d.reclamo.direccion],
          ["Tema", d.reclamo.categoria],
          ["Vence el", fechaLarga(d.reclamo.venceEn)],
          ...(cuando ? [["Programado para el", cuando] as const] : []),
        ],
      },
      ...nota,
      boton("Ver el trabajo", enlaceDe(d)),
    ],
    porque: porqueDe(d),
  };
};

const alInteresado: Plantilla = (d) => {
  const cuando = programado(d);
  return {
    asunto: `Reclamo #${d.reclamo.numero}: ya tiene quien lo arregle`,
    titulo: `${enMayuscula(suReclamo(d))} ya tiene cuadrilla`,
    estado: d.reclamo.estado,
    bloques: [
      parrafo(`Hola ${d.lector.nombre}:`),
      parrafo(
        `De '${d.reclamo.titulo}' (#${d.reclamo.numero}) se ocupa ${nombreDeCuadrilla(d.reclamo.cuadrilla)}.` +
          (cuando ? ` Tiene previsto ir el ${cuando}.` : ""),
      ),
      parrafo(`Lo prometemos para el ${fechaLarga(d.reclamo.venceEn)}.`),
      boton("Ver cómo va", enlaceDe(d)),
    ],
    porque: porqueDe(d),
  };
};

export const asignado: Plantilla = (d) =>
  d.lector.parte === "interesado" ? alInteresado(d) : alEquipo(d);
