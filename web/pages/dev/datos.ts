import type { Foto, ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import { ESTADOS } from "../../../contract/vocabulario.ts";
import type { PasoLeible } from "../../lib/frases.ts";

const HORA_MS = 3_600_000;
/** So many hours from now, as the API writes it. */
export const enHoras = (horas: number): string =>
  new Date(Date.now() + horas * HORA_MS).toISOString().replace(/\.\d+Z/, "Z");

const TITULOS = [
  "Bache profundo en Rivadavia y Mitre",
  "Luminaria apagada frente a la escuela 14",
  "Semáforo en amarillo intermitente, Av. Colón y 9 de Julio, con un título muy largo que tiene que cortarse",
  "Contenedor roto",
  "Rama apoyada sobre cables",
];
const PLAZOS_H = [3, 60, -48, null, null];

/** One reclamo in each estado, with each tone of the clock. */
export const FILAS: ReclamoFila[] = ESTADOS.map((estado, i) => ({
  id: 1280 + i,
  numero: 1280 + i,
  codigo: "7K3F9QXM2A",
  titulo: TITULOS[i] ?? "",
  estado,
  prioridad: i === 1 ? "urgente" : "normal",
  direccion: "Rivadavia 1240",
  lat: -33.742,
  lng: -59.618,
  categoria_id: 1,
  zona_id: 1,
  cuadrilla_id: i === 0 ? null : 1,
  creador_id: 1,
  canal: "web",
  seguidores: i * 3,
  vence_en: PLAZOS_H[i] == null ? null : enHoras(PLAZOS_H[i]),
  vencido: i === 2,
  programado_para: null,
  ciclo: 1,
  version: 1,
  creado_en: enHoras(-30 * (i + 1)),
  actualizado_en: enHoras(-i),
  cerrado_en: i > 2 ? enHoras(-1) : null,
}));

const paso = (id: number, tipo: PasoLeible["tipo"], resto: Partial<PasoLeible>): PasoLeible => ({
  id,
  tipo,
  en: enHoras(4 * id - 24),
  ciclo: 1,
  quien: "municipalidad",
  cuadrilla: null,
  motivo: null,
  texto: null,
  estado: null,
  ...resto,
});

/** A reclamo's life, with a note that only staff see. */
export const PASOS: PasoLeible[] = [
  paso(1, "creado", { quien: "vecino", estado: "nuevo" }),
  paso(2, "asignado", { cuadrilla: "Vialidad 2", estado: "asignado" }),
  paso(3, "comentado", {
    interno: true,
    nombre: "Supervisión",
    texto: "Coordinar el corte con Tránsito.",
  }),
  paso(4, "iniciado", { quien: "cuadrilla", cuadrilla: "Vialidad 2", estado: "en_proceso" }),
  paso(5, "resuelto", {
    quien: "cuadrilla",
    cuadrilla: "Vialidad 2",
    estado: "resuelto",
    texto: "Se rellenó el bache y se repuso el asfalto.",
  }),
];

const FIGURA = "/assets/compartir.png";
const foto = (id: number, momento: Foto["momento"], oculta: boolean): Foto => ({
  id,
  momento,
  url: FIGURA,
  miniatura: FIGURA,
  ancho: 1200,
  alto: 630,
  oculta,
});

/** Before, after, and one that is hidden from the public. */
export const FOTOS: Foto[] = [
  foto(1, "antes", false),
  foto(2, "despues", false),
  foto(3, "antes", true),
];
