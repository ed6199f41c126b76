import { sql } from "drizzle-orm";
import type { TipoEvento } from "../../contract/eventos.ts";
import { asignarReclamo } from "../domain/reclamos/asignar.ts";
import { comentarReclamo } from "../domain/reclamos/comentar.ts";
import { confirmarReclamo } from "../domain/reclamos/confirmar.ts";
import { devolverReclamo } from "../domain/reclamos/devolver.ts";
import { editarReclamo } from "../domain/reclamos/editar.ts";
import { iniciarReclamo } from "../domain/reclamos/iniciar.ts";
import { moderarReclamo } from "../domain/reclamos/moderar.ts";
import { priorizarReclamo, reclasificarReclamo } from "../domain/reclamos/priorizar.ts";
import { reabrirReclamo } from "../domain/reclamos/reabrir.ts";
import { rechazarReclamo } from "../domain/reclamos/rechazar.ts";
import { resolverReclamo } from "../domain/reclamos/resolver.ts";
import { dejarReclamo, sumarseAReclamo } from "../domain/reclamos/seguir.ts";
import type { Persona } from "./escena.ts";
import {
  AHORA,
  type Ciudad,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
} from "./fabrica.ts";

// One reclamo's life, through every action, with who is to hear of each step.

/**
 * S supervisora · A admin · B a blocked supervisor · C creator · F follower · O a vecino who has nothing to do with it ·
 * E, G the two of the first cuadrilla · X the one of the second · N a follower without an account.
 */
export const LETRAS = ["S", "A", "B", "C", "F", "O", "E", "G", "X"] as const;
export type Letra = (typeof LETRAS)[number];
export let gente: Record<Letra, Persona>;
export let personaN: number;
let ciudad: Ciudad;
export let id: number;
let codigo: string;
let version = 1;

/** The city and its people, before the first step. */
export async function armarRecorrido(): Promise<void> {
  ciudad = await crearMunicipio();
  const { vialidad, luz } = ciudad.cuadrillas;
  gente = {
    S: await crearUsuario("supervisor"),
    A: await crearUsuario("admin"),
    B: await crearUsuario("supervisor", { bloqueadoEn: 1 }),
    C: await crearUsuario(),
    F: await crearUsuario(),
    O: await crearUsuario(),
    E: await crearUsuario("cuadrilla", { cuadrillaId: vialidad }),
    G: await crearUsuario("cuadrilla", { cuadrillaId: vialidad }),
    X: await crearUsuario("cuadrilla", { cuadrillaId: luz }),
  };
  const [n] = await db.all<{ id: number }>(
    sql`INSERT INTO personas (nombre, email, creado_en) VALUES ('Nilda', 'nilda@prueba.example', 1) RETURNING id`,
  );
  personaN = n?.id as number;
}

const de = (l: Letra, minutos = 0) => ctxDe(gente[l], { ahora: AHORA + minutos * 60 });
const MOTIVO = "Porque así corresponde.";

/** What, the evento, who gets an aviso, who only the silent frame, who a mail. Everybody else gets nothing. */
export type Paso = [
  que: string,
  evento: TipoEvento,
  avisos: string,
  silencio: string,
  correos: string,
  hacer: () => Promise<unknown>,
];
const mueve = async (p: Promise<{ version: number }>) => {
  version = (await p).version;
};

export const PASOS: Paso[] = [
  [
    "C reports it",
    "creado",
    "SA",
    "C",
    "C",
    async () => {
      ({ id, codigo } = await crearReclamoDe(gente.C, ciudad));
    },
  ],
  [
    "F joins",
    "sumado",
    "",
    "SACF",
    "",
    async () => {
      await sumarseAReclamo(de("F"), codigo);
      await db.run(sql`INSERT INTO seguidores VALUES (${id}, ${personaN}, 1)`);
    },
  ],
  [
    "C corrects it",
    "editado",
    "",
    "SACF",
    "",
    () =>
      mueve(
        editarReclamo(de("C"), id, {
          titulo: "Bache hondo en Mitre",
          descripcion: "Un bache hondo frente al 1240.",
          direccion: "Mitre 1240",
          version,
        }),
      ),
  ],
  [
    "C comments and nobody is assigned",
    "comentado",
    "SA",
    "CF",
    "SA",
    () => comentarReclamo(de("C"), id, { texto: "Ya hubo un golpe.", interno: false }),
  ],
  [
    "S sets the priority",
    "priorizado",
    "",
    "SACF",
    "",
    () => mueve(priorizarReclamo(de("S"), id, { prioridad: "alta", version })),
  ],
  [
    "S reclassifies it",
    "reclasificado",
    "",
    "SACF",
    "",
    () =>
      mueve(
        reclasificarReclamo(de("S"), id, {
          categoria_id: ciudad.categorias.alumbrado,
          motivo: MOTIVO,
          version,
        }),
      ),
  ],
  [
    "S assigns it",
    "asignado",
    "CFEG",
    "SA",
    "CFEGN",
    () => mueve(asignarReclamo(de("S"), id, { cuadrilla_id: ciudad.cuadrillas.vialidad, version })),
  ],
  [
    "E starts",
    "iniciado",
    "CF",
    "SAEG",
    "CFN",
    () => mueve(iniciarReclamo(de("E"), id, { version })),
  ],
  [
    "E gives it back",
    "devuelto",
    "SAG",
    "CFE",
    "",
    () => mueve(devolverReclamo(de("E"), id, { motivo: MOTIVO, version })),
  ],
  [
    "A assigns it to the other cuadrilla",
    "asignado",
    "CFX",
    "SA",
    "CFXN",
    () => mueve(asignarReclamo(de("A"), id, { cuadrilla_id: ciudad.cuadrillas.luz, version })),
  ],
  [
    "S takes it from them and gives it to the first",
    "asignado",
    "CFEGX",
    "SA",
    "CFEGN",
    () =>
      mueve(
        asignarReclamo(de("S"), id, {
          cuadrilla_id: ciudad.cuadrillas.vialidad,
          motivo: MOTIVO,
          version,
        }),
      ),
  ],
  [
    "S leaves an internal note",
    "comentado",
    "AEG",
    "S",
    "",
    () => comentarReclamo(de("S"), id, { texto: "Llevar el martillo.", interno: true }),
  ],
  [
    "E comments to the vecinos",
    "comentado",
    "CF",
    "SAEG",
    "CFN",
    () => comentarReclamo(de("E"), id, { texto: "Vamos el martes.", interno: false }),
  ],
  [
    "F comments and a cuadrilla has it",
    "comentado",
    "EG",
    "SACF",
    "EG",
    () => comentarReclamo(de("F"), id, { texto: "Gracias.", interno: false }),
  ],
  [
    "G starts",
    "iniciado",
    "CF",
    "SAEG",
    "CFN",
    () => mueve(iniciarReclamo(de("G"), id, { version })),
  ],
  [
    "E resolves it",
    "resuelto",
    "SACF",
    "EG",
    "CFN",
    () => mueve(resolverReclamo(de("E"), id, { solucion: "Se cambió la losa entera.", version })),
  ],
  [
    "C says it is not fixed",
    "confirmado",
    "SAEG",
    "CF",
    "",
    () => confirmarReclamo(de("C"), id, { conforme: false, estrellas: 1 }),
  ],
  [
    "F reopens it",
    "reabierto",
    "SAEG",
    "CF",
    "",
    () =>
      mueve(reabrirReclamo(de("F", 1), codigo, { comentario: "Sigue igual que antes.", version })),
  ],
  [
    "A hides it",
    "moderado",
    "",
    "SACF",
    "",
    () => mueve(moderarReclamo(de("A"), id, { oculto: true, motivo: MOTIVO, version })),
  ],
  [
    "S rejects it",
    "rechazado",
    "CF",
    "SA",
    "CFN",
    () => mueve(rechazarReclamo(de("S"), id, { motivo: "no_corresponde", texto: MOTIVO, version })),
  ],
  [
    "A reopens it",
    "reabierto",
    "S",
    "ACF",
    "",
    () => mueve(reabrirReclamo(de("A", 2), id, { comentario: MOTIVO, version })),
  ],
  ["F leaves", "dejado", "", "SACF", "", () => dejarReclamo(de("F"), codigo)],
  [
    "in the second ciclo it is assigned",
    "asignado",
    "CX",
    "SA",
    "CXN",
    () => mueve(asignarReclamo(de("S"), id, { cuadrilla_id: ciudad.cuadrillas.luz, version })),
  ],
  [
    "S starts it for them",
    "iniciado",
    "C",
    "SAX",
    "CN",
    () => mueve(iniciarReclamo(de("S"), id, { version })),
  ],
  [
    "A resolves it",
    "resuelto",
    "SC",
    "AX",
    "CN",
    () => mueve(resolverReclamo(de("A"), id, { solucion: "Se cambió la losa entera.", version })),
  ],
  [
    "C is content",
    "confirmado",
    "X",
    "SAC",
    "",
    () => confirmarReclamo(de("C"), id, { conforme: true, estrellas: 5 }),
  ],
];
