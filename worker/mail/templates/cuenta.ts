import { fechaHoraLocal } from "../../domain/tiempo.ts";
import type { Palabras } from "../palabras/index.ts";
import { boton, type Contenido, type DatosCuenta, parrafo } from "./contenido.ts";
import { fechaLarga } from "./palabras.ts";

/** Mails about an account that bring a link. */
const CON_ENLACE = [
  "enlace_verificar",
  "enlace_ingresar",
  "enlace_recuperar",
  "enlace_correo",
  "enlace_reporte",
  "enlace_invitacion",
] as const;
/** Those that tell of what was done. */
const AVISOS = [
  "cuenta_correo_pedido",
  "cuenta_correo_cambiado",
  "cuenta_contrasena",
  "cuenta_segundo_puesto",
  "cuenta_segundo_quitado",
  "cuenta_segundo_restablecido",
  "cuenta_codigos_nuevos",
  "cuenta_codigo_usado",
] as const;
/** The last mail to somebody: the account is gone, and this row's address with it once it is sent (tomar.ts). */
export const DESPEDIDA = "cuenta_borrada";

export const PLANTILLAS_CUENTA = [...CON_ENLACE, ...AVISOS, DESPEDIDA] as const;
export type PlantillaCuenta = (typeof PLANTILLAS_CUENTA)[number];

export const esDeCuenta = (plantilla: string): plantilla is PlantillaCuenta =>
  PLANTILLAS_CUENTA.some((p) => p === plantilla);
export const llevaEnlace = (plantilla: string): boolean => CON_ENLACE.some((p) => p === plantilla);

/**
 * Whether it goes to who once called our mail spam: what they asked for, and what tells of their security. Signed out there
 * is no other way in. Nobody asks to be invited.
 */
export const vaAunqueQueja = (plantilla: PlantillaCuenta): boolean =>
  plantilla !== "enlace_invitacion";

const MINUTO = 60;
const DIA = 86_400;

/** "a•••@ejemplo.com": enough for its owner to know it by. */
export const enmascarar = (email: string): string => email.replace(/^(.)[^@]*/, "$1•••");

export function cuenta(d: DatosCuenta, t: Palabras): Contenido {
  const { plantilla, enlace, email, titulo, direccion, en, aparato } = d.cuenta;
  const w = t.cuenta;
  const suyo = w[plantilla];
  const hola = parrafo(t.hola(d.lector.nombre));
  const dice = parrafo(suyo.dice({ email: enmascarar(email), titulo, direccion }));
  if (plantilla === DESPEDIDA)
    return {
      asunto: suyo.asunto,
      titulo: suyo.titulo,
      bloques: [hola, dice, boton(w.comoSigue, `${d.appUrl}/mapa`)],
      porque: w.porqueBorrada,
    };
  if (!("boton" in suyo) || !enlace)
    return {
      asunto: suyo.asunto,
      titulo: suyo.titulo,
      bloques: [
        hola,
        dice,
        parrafo(w.cuando(fechaLarga(en, t.lengua), fechaHoraLocal(en).slice(-5), aparato)),
        parrafo(w.siNoFuiste),
        boton(w.olvide, `${d.appUrl}/recuperar`),
      ],
      porque: w.porqueCuenta,
    };
  const link = enlace.suyo;
  const cuanto =
    enlace.dura > DIA
      ? w.vence.dias(Math.round(enlace.dura / DIA))
      : w.vence.minutos(Math.round(enlace.dura / MINUTO));
  return {
    asunto: suyo.asunto,
    titulo: suyo.titulo,
    bloques: [
      hola,
      dice,
      ...(link ? [boton(suyo.boton, link.url)] : [parrafo(w.oculto)]),
      parrafo(cuanto),
      ...(link ? [parrafo(`${w.codigo} ${d.appUrl}/enlace: ${link.codigo}`)] : []),
      parrafo(w.noFui),
    ],
    porque: w.porque,
  };
}
