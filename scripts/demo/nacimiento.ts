import type { Prioridad } from "../../contract/vocabulario.ts";
import type { Azar } from "./azar.ts";
import { direccionDe, type Lugar, lugarAlAzar, situar } from "./lugares.ts";
import { COLAS } from "./palabras/comunes.ts";
import { PALABRAS } from "./palabras/index.ts";
import type { Palabras } from "./palabras/tipos.ts";
import {
  type ConCuenta,
  conocida,
  conRol,
  miembrosDe,
  PERSONAS,
  type PersonaDemo,
} from "./personas.ts";
import { type FotoDemo, nacer, type Vida } from "./vida.ts";

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const VECINOS = conRol("vecino");
const SIN_CUENTA = PERSONAS.filter((p) => !p.cuenta);
const SUPERVISORES = conRol("supervisor");
const SUPERVISORA = conocida("supervisora");
const ADMIN = conocida("admin");
const DE_LA_CUADRILLA = conocida("cuadrilla");
export const VECINA = conocida("vecina");

/** Someone of the municipality; half of the time the supervisora that one signs in as. */
export function gestor(azar: Azar): number {
  if (azar.sucede(0.5)) return SUPERVISORA.cuenta.id;
  return azar.sucede(0.85) ? azar.uno(SUPERVISORES).cuenta.id : ADMIN.cuenta.id;
}

/** A member of the crew; in Alumbrado 1, mostly the one that one signs in as. */
export const integrante = (azar: Azar, cuadrillaId: number): number =>
  cuadrillaId === DE_LA_CUADRILLA.cuenta.cuadrilla_id && azar.sucede(0.6)
    ? DE_LA_CUADRILLA.cuenta.id
    : azar.uno(miembrosDe(cuadrillaId)).cuenta.id;

export const vecinoSalvo = (azar: Azar, persona_id: number): ConCuenta =>
  azar.uno(VECINOS.filter((p) => p.id !== persona_id));

export const palabrasDe = (categoriaId: number): Palabras => {
  const palabras = PALABRAS[categoriaId];
  if (!palabras) throw new Error(`Sin palabras para la categoría ${categoriaId}`);
  return palabras;
};

export const foto = (
  azar: Azar,
  momento: FotoDemo["momento"],
  dibujo: number,
  subida_por: number,
): FotoDemo => ({
  id: 0,
  momento,
  dibujo,
  subida_por,
  semilla: azar.entero(1, 1_000_000),
  bytes: 0,
});

export type Origen = {
  categoria_id: number;
  prioridad: Prioridad;
  creado_en: number;
  creador?: ConCuenta;
  /** A place already chosen, for what is reported twice. */
  lugar?: Lugar;
  sinUbicar?: boolean;
  /** Taken by telephone rather than on the site. */
  sinCuenta?: boolean;
  conFotos?: boolean;
};

export type Nacido = { vida: Vida; lugar: Lugar; creador: PersonaDemo };

/** Someone of the city tells of a problem, in their words. */
export function contar(azar: Azar, o: Origen): Nacido {
  const codigo = Array.from({ length: 10 }, () => CROCKFORD[azar.entero(0, 31)]).join("");
  const [titulo, descripcion] = azar.uno(palabrasDe(o.categoria_id).problemas);
  const enEsquina = titulo.includes("{cruce}");
  const lugar = o.lugar ?? lugarAlAzar(azar, enEsquina);
  const creador = o.creador ?? (o.sinCuenta ? azar.uno(SIN_CUENTA) : azar.uno(VECINOS));
  const canal = creador.cuenta ? "web" : azar.uno(["telefono", "telefono", "mostrador"] as const);
  const por = creador.cuenta?.id ?? gestor(azar);
  const cola = azar.sucede(0.55) ? azar.uno(COLAS) : "";
  const hablaDeFoto = cola.includes("foto");
  const fotos = o.conFotos
    ? Array.from({ length: azar.sucede(0.3) ? 2 : 1 }, () =>
        foto(azar, "antes", o.categoria_id, por),
      )
    : [];
  const vida = nacer(
    {
      codigo,
      titulo: situar(titulo, lugar),
      descripcion: [situar(descripcion, lugar), hablaDeFoto && !fotos.length ? "" : cola]
        .filter(Boolean)
        .join(" "),
      categoria_id: o.categoria_id,
      prioridad: o.prioridad,
      direccion: direccionDe(azar, lugar, enEsquina),
      lat: o.sinUbicar ? null : lugar.lat,
      lng: o.sinUbicar ? null : lugar.lng,
      zona_id: o.sinUbicar ? null : lugar.zona_id,
      creador_id: creador.id,
      canal,
    },
    { por, en: o.creado_en, fotos, datos: fotos.length ? { fotos: [] } : {} },
  );
  return { vida, lugar, creador };
}
