import { MOTIVOS_RECHAZO } from "../../contract/vocabulario.ts";
import { linkDe } from "./enlace.ts";
import type {
  DatosAnuncio,
  DatosCorreo,
  DatosCuenta,
  DatosResumen,
  EventoDeCorreo,
  Lector,
} from "./templates/contenido.ts";
import { llevaEnlace, PLANTILLAS_CUENTA, type PlantillaCuenta } from "./templates/cuenta.ts";
import { type Datos, rendir } from "./templates/index.ts";
import type { Rendido } from "./templates/layout.ts";

/** Friday 27 November 2026, 15:00 in Buenos Aires. */
const VENCE = Date.parse("2026-11-27T18:00:00Z") / 1000;

/** Made-up data of a mail, for previews and tests. */
export function datosDeMuestra(
  evento: Partial<EventoDeCorreo> & Pick<EventoDeCorreo, "tipo">,
  mas: { lector?: Partial<Lector>; reclamo?: Partial<DatosCorreo["reclamo"]> } = {},
): DatosCorreo {
  return {
    appUrl: "https://baldosa.example",
    municipio: "Villa Baldosa",
    baja: "https://baldosa.example/baja/muestra",
    lector: {
      nombre: "Ana",
      parte: "interesado",
      esCreador: true,
      conCuenta: true,
      idioma: "es",
      ...mas.lector,
    },
    evento: { estado: null, texto: null, datos: {}, autor: "municipalidad", ...evento },
    reclamo: {
      id: 1234,
      numero: 1234,
      codigo: "7K3F9QXM2A",
      titulo: "Bache en Mitre",
      descripcion: "Un bache hondo.",
      direccion: "Mitre 1240",
      categoria: "Bacheo",
      estado: "nuevo",
      venceEn: VENCE,
      cuadrilla: "Vialidad 1",
      fotosDespues: 0,
      original: null,
      ...mas.reclamo,
    },
  };
}

export function anuncioDeMuestra(texto: string, lector: Partial<Lector> = {}): DatosAnuncio {
  const { reclamo: _sin, ...resto } = datosDeMuestra({ tipo: "anuncio", texto }, { lector });
  return resto;
}

const HORA = 3600;
export function cuentaDeMuestra(plantilla: PlantillaCuenta): DatosCuenta {
  const { appUrl, municipio, lector } = datosDeMuestra({ tipo: "creado" });
  return {
    ...{ appUrl, municipio, baja: null, lector: { ...lector, conCuenta: false } },
    cuenta: {
      plantilla,
      enlace: llevaEnlace(plantilla)
        ? { suyo: linkDe({ appUrl, secreto: "muestra" }, plantilla), dura: HORA }
        : null,
      email: "ana@villabaldosa.example",
      titulo: "Bache en Mitre",
      direccion: "Mitre 1240",
      en: 1_795_540_800,
      // What an admin did was not done from their device.
      aparato: plantilla === "cuenta_segundo_restablecido" ? null : "Chrome, Android",
    },
  };
}

export function resumenDeMuestra(): DatosResumen {
  const { reclamo: _r, evento: _e, ...marco } = datosDeMuestra({ tipo: "creado" });
  return {
    ...marco,
    resumen: {
      dia: VENCE - 15 * HORA,
      sinAsignar: 12,
      vencidos: 3,
      vencenHoy: 5,
      nuevos: 21,
      resueltos: 17,
      peores: [
        { id: 1187, titulo: "Bache en Mitre", dias: 9 },
        { id: 1201, titulo: "Luminaria apagada en Sarmiento", dias: 2 },
        { id: 1210, titulo: "Pérdida de agua en Belgrano", dias: 1 },
      ],
    },
  };
}

const EQUIPO = { lector: { parte: "equipo", esCreador: false } } as const;

const iniciado = datosDeMuestra({ tipo: "iniciado" }, { reclamo: { estado: "en_proceso" } });
const asignado = datosDeMuestra(
  { tipo: "asignado", datos: { programado_para: VENCE } },
  { reclamo: { estado: "asignado" } },
);
const resuelto = datosDeMuestra(
  { tipo: "resuelto", texto: "Se repuso el asfalto en frío y se compactó." },
  { reclamo: { estado: "resuelto", fotosDespues: 2 } },
);

/** Each mail there is, in each of its readers' words: several data are one mail about several eventos. */
export const MUESTRAS: Record<string, readonly Datos[]> = {
  creado: [datosDeMuestra({ tipo: "creado" })],
  asignado: [asignado],
  "asignado-equipo": [
    datosDeMuestra(
      { tipo: "asignado", texto: "Llevar balizas: pasa el 57." },
      { ...EQUIPO, reclamo: { estado: "asignado" } },
    ),
  ],
  iniciado: [iniciado],
  resuelto: [resuelto],
  // Opened again while the mail waited.
  reabierto: [
    datosDeMuestra({ tipo: "resuelto", estado: "resuelto", texto: "Se repuso el asfalto." }),
  ],
  ...Object.fromEntries(
    MOTIVOS_RECHAZO.map((motivo) => [
      `rechazado-${motivo}`,
      [
        datosDeMuestra(
          {
            tipo: "rechazado",
            datos: { motivo },
            texto: "Vialidad Nacional\n\nEs una ruta nacional.",
          },
          { reclamo: { estado: "rechazado", original: { numero: 77, codigo: "ORIGIN0077" } } },
        ),
      ],
    ]),
  ),
  comentado: [
    datosDeMuestra(
      { tipo: "comentado", texto: "Vamos mañana a la mañana.\nSi pueden, no estacionen ahí." },
      { reclamo: { estado: "asignado" } },
    ),
  ],
  "comentado-equipo": [
    datosDeMuestra(
      { tipo: "comentado", texto: "Sigue igual.", autor: "vecino" },
      { ...EQUIPO, reclamo: { estado: "en_proceso" } },
    ),
  ],
  novedades: [asignado, iniciado, resuelto],
  ...Object.fromEntries(PLANTILLAS_CUENTA.map((p) => [p, [cuentaDeMuestra(p)]])),
  resumen: [resumenDeMuestra()],
  anuncio: [anuncioDeMuestra("Corte de agua en Centro\n\nEl martes de 8 a 12.\n\nGuarden agua.")],
};

/** A sample as it would be sent. @param idioma "es" or "en" */
export function rendirMuestra(nombre: string, idioma: string): Rendido | null {
  const datos = MUESTRAS[nombre];
  if (!datos) return null;
  return rendir(...datos.map((d) => ({ ...d, lector: { ...d.lector, idioma } })));
}
