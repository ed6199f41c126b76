import { MOTIVOS_RECHAZO, type MotivoRechazo } from "../../../contract/vocabulario.ts";
import { type Bloque, boton, type DatosCorreo, type Plantilla, parrafo } from "./contenido.ts";
import { enlaceDe, porqueDe } from "./palabras.ts";

type Caso = {
  asunto: string;
  titulo: string;
  /** The reason in plain words. */
  porque: (d: DatosCorreo) => string;
  /** What the city wrote, when it is more than a text. */
  escrito?: (texto: string) => Bloque[];
  /** What to do next. */
  ahora: (d: DatosCorreo) => Bloque[];
};

const cita = (texto: string): Bloque[] => [{ tipo: "cita", texto }];

/** The body in charge stands first in the evento's text (domain/reclamos/rechazar.ts). */
function conOrganismo(texto: string): Bloque[] {
  const [organismo = "", ...resto] = texto.split("\n\n");
  if (resto.length === 0) return cita(texto);
  return [{ tipo: "datos", filas: [["Se ocupa", organismo]] }, ...cita(resto.join("\n\n"))];
}

const comentar =
  (texto: string) =>
  (d: DatosCorreo): Bloque[] => [parrafo(texto), boton("Ver el reclamo", enlaceDe(d))];

const CASOS: Record<MotivoRechazo, Caso> = {
  duplicado: {
    asunto: "ya estaba reportado",
    titulo: "Ya lo había reportado otra persona",
    porque: (d) =>
      d.reclamo.original
        ? `Es el mismo problema que el reclamo #${d.reclamo.original.numero}, así que seguimos con ese.`
        : "Es el mismo problema que otro reclamo, así que seguimos con ese.",
    ahora: (d) => [
      parrafo("No hace falta que hagas nada: te sumamos al otro y te vamos a avisar de cada paso."),
      d.reclamo.original
        ? boton(
            `Seguir el reclamo #${d.reclamo.original.numero}`,
            `${d.appUrl}/r/${d.reclamo.original.codigo}`,
          )
        : boton("Ver el reclamo", enlaceDe(d)),
    ],
  },
  fuera_de_jurisdiccion: {
    asunto: "le toca a otro organismo",
    titulo: "Le toca a otro organismo",
    porque: () =>
      "Ese lugar o ese servicio no depende de la municipalidad, así que no lo podemos arreglar.",
    ahora: comentar(
      "El paso que sigue es hacerles el reclamo a ellos. Si no te responden, contanos con un comentario.",
    ),
    escrito: conOrganismo,
  },
  no_corresponde: {
    asunto: "no lo podemos tomar",
    titulo: "No lo podemos tomar",
    porque: () => "No es algo que la municipalidad arregle con un reclamo.",
    ahora: comentar(
      "Si te parece que nos equivocamos, dejanos un comentario y lo volvemos a mirar.",
    ),
  },
  informacion_insuficiente: {
    asunto: "nos faltan datos",
    titulo: "Nos faltan datos para arreglarlo",
    porque: () => "Con lo que sabemos no pudimos encontrar el problema.",
    ahora: (d) => [
      parrafo("Hacelo de nuevo con la calle y la altura, y si podés una foto: así lo encontramos."),
      boton("Reportar de nuevo", `${d.appUrl}/reportar`),
    ],
  },
  otro: {
    asunto: "lo cerramos sin arreglo",
    titulo: "Lo cerramos sin arreglo",
    porque: () => "No lo vamos a arreglar. Abajo te explicamos por qué.",
    ahora: comentar(
      "Si te parece que nos equivocamos, dejanos un comentario y lo volvemos a mirar.",
    ),
  },
};

const motivoDe = (d: DatosCorreo): MotivoRechazo =>
  MOTIVOS_RECHAZO.find((m) => m === d.evento.datos.motivo) ?? "otro";

export const rechazado: Plantilla = (d) => {
  const caso = CASOS[motivoDe(d)];
  return {
    asunto: `Reclamo #${d.reclamo.numero}: ${caso.asunto}`,
    titulo: caso.titulo,
    estado: d.reclamo.estado,
    bloques: [
      parrafo(`Hola ${d.lector.nombre}:`),
      parrafo(`Revisamos '${d.reclamo.titulo}' (#${d.reclamo.numero}). ${caso.porque(d)}`),
      ...(d.evento.texto ? (caso.escrito ?? cita)(d.evento.texto) : []),
      ...caso.ahora(d),
    ],
    porque: porqueDe(d),
  };
};
