import { env } from "cloudflare:workers";
import { and, eq, ne } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Usuario } from "../../contract/acciones.ts";
import type { Reclamo } from "../../contract/esquemas/reclamos.ts";
import { schema } from "../db/client.ts";
import { asignarReclamo } from "../domain/reclamos/asignar.ts";
import { devolverReclamo } from "../domain/reclamos/devolver.ts";
import { iniciarReclamo } from "../domain/reclamos/iniciar.ts";
import { reabrirReclamo } from "../domain/reclamos/reabrir.ts";
import { resolverReclamo } from "../domain/reclamos/resolver.ts";
import { entornoDe } from "../env.ts";
import { AGRUPAR_SEGUNDOS } from "../events/deliver.ts";
import { dispatch } from "../events/dispatch.ts";
import { depsDePrueba, ultimoEvento } from "../testing/despacho.ts";
import {
  AHORA,
  type Ciudad,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
} from "../testing/fabrica.ts";
import { atenderCorreo } from "./job.ts";
import type { Mensaje } from "./transporte.ts";

const { correos } = schema;
let ciudad: Ciudad;
let supervisora: Usuario;
let deVialidad: Usuario & { email: string };
let deLuz: Usuario & { email: string };
let vecino: Usuario & { email: string };
let reclamo: { id: number; version: number };
let salidos: Mensaje[];

beforeAll(async () => {
  ciudad = await crearMunicipio();
  supervisora = await crearUsuario("supervisor");
  deVialidad = await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.vialidad });
  deLuz = await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.luz });
});
beforeEach(async () => {
  vecino = await crearUsuario("vecino", { nombre: "Ana" });
  reclamo = await crearReclamoDe(vecino, ciudad);
  salidos = [];
});

type Verbo = (ctx: ReturnType<typeof ctxDe>, version: number) => Promise<Reclamo>;

/** Each a moment after the one before, told at once: its mails wait. */
async function pasa(...verbos: Verbo[]): Promise<void> {
  for (const verbo of verbos) {
    reclamo = await verbo(ctxDe(supervisora), reclamo.version);
    await dispatch(depsDePrueba(AHORA).deps, await ultimoEvento(reclamo.id));
  }
}
const asignarA =
  (cuadrilla_id: number): Verbo =>
  (ctx, version) =>
    asignarReclamo(ctx, reclamo.id, { cuadrilla_id, version, motivo: "Es de la otra cuadrilla." });
const aVialidad: Verbo = (...p) => asignarA(ciudad.cuadrillas.vialidad)(...p);
const aLuz: Verbo = (...p) => asignarA(ciudad.cuadrillas.luz)(...p);
const iniciar: Verbo = (ctx, version) => iniciarReclamo(ctx, reclamo.id, { version });
const resolver: Verbo = (ctx, version) =>
  resolverReclamo(ctx, reclamo.id, { version, solucion: "Se tapó.", fotos: [] });
const reabrir: Verbo = (ctx, version) =>
  reabrirReclamo(ctx, reclamo.id, { version, comentario: "No quedó.", fotos: [] });
const devolver: Verbo = (ctx, version) =>
  devolverReclamo(ctx, reclamo.id, { version, motivo: "No hay con qué." });

/** Ten minutes later. */
async function salen(): Promise<void> {
  const filas = await db
    .select({ id: correos.id })
    .from(correos)
    .where(and(eq(correos.reclamo_id, reclamo.id), ne(correos.plantilla, "creado")));
  for (const { id } of filas)
    await atenderCorreo(
      {
        db,
        entorno: entornoDe(env),
        ahora: () => AHORA + AGRUPAR_SEGUNDOS,
        transporte: {
          async enviar(m) {
            salidos.push(m);
            return { tipo: "enviado", proveedorId: "r", messageId: "<m>" };
          },
        },
      },
      id,
      1,
    );
}
const para = (quien: { email: string }) => salidos.filter((m) => m.para.email === quien.email);
const dicho = async (quien: Usuario) => {
  const [fila] = await db
    .select()
    .from(correos)
    .where(and(eq(correos.reclamo_id, reclamo.id), eq(correos.persona_id, quien.personaId)));
  return fila;
};

test("a crew that a work was given by mistake hears nothing of it; the one that has it does", async () => {
  await pasa(aVialidad, aLuz);
  await salen();
  expect(para(deVialidad)).toEqual([]);
  expect(await dicho(deVialidad)).toMatchObject({
    estado: "suprimido",
    error: "El trabajo ya no es de su cuadrilla.",
  });
  expect(para(deLuz).map((m) => m.asunto)).toEqual([
    expect.stringContaining(`Trabajo nuevo: reclamo #${reclamo.id}`),
  ]);
});

test("a crew that gave it back hears nothing either", async () => {
  await pasa(aVialidad, devolver);
  await salen();
  expect(para(deVialidad)).toEqual([]);
});

test("nor does who changed crews meanwhile; who made the reclamo does, whatever their crew", async () => {
  const otra = await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.vialidad });
  // Who made it has joined the city since.
  await db
    .update(schema.usuarios)
    .set({ rol: "cuadrilla", cuadrillaId: ciudad.cuadrillas.luz })
    .where(eq(schema.usuarios.id, vecino.id));
  await pasa(aVialidad);
  await db
    .update(schema.usuarios)
    .set({ cuadrillaId: ciudad.cuadrillas.luz })
    .where(eq(schema.usuarios.id, otra.id));
  await salen();
  expect(para(otra)).toEqual([]);
  expect(para(deVialidad)).toHaveLength(1);
  expect(para(vecino).map((m) => m.asunto)).toEqual([
    `Reclamo #${reclamo.id}: ya tiene quien lo arregle`,
  ]);
});

test("one that was solved and opened again is not asked about: it says that it is open", async () => {
  await pasa(aVialidad, iniciar);
  await salen();
  salidos = [];
  await pasa(resolver, reabrir);
  await salen();
  const [mail] = para(vecino);
  expect(mail?.asunto).toBe(`Reclamo #${reclamo.id}: se reabrió`);
  expect(mail?.texto).toContain("Estado: Nuevo");
  expect(mail?.texto).toContain("> Se tapó.");
  expect(mail?.texto).not.toMatch(/quedó bien|reabrirlo/i);
});

test("nor within a mail of several; what is still solved is asked about", async () => {
  await pasa(aVialidad, iniciar, resolver, reabrir);
  await salen();
  expect(para(vecino)[0]?.asunto).toBe(`Reclamo #${reclamo.id}: 3 novedades`);
  expect(para(vecino)[0]?.texto).toContain("Estado: Nuevo");
  expect(para(vecino)[0]?.texto).not.toMatch(/quedó bien/i);
  reclamo = await crearReclamoDe(vecino, ciudad);
  salidos = [];
  await pasa(aVialidad, iniciar, resolver);
  await salen();
  expect(para(vecino)[0]?.texto).toContain("¿Quedó bien?");
  expect(para(vecino)[0]?.texto).not.toContain("Después cambió");
});

test("who reads that it has a crew reads too that it has none any more", async () => {
  await pasa(aVialidad, devolver);
  await salen();
  const [mail] = para(vecino);
  expect(mail?.texto).toContain("Estado: Nuevo");
  expect(mail?.texto).toContain("Después cambió: ahora está «Nuevo».");
  expect(mail?.html).toContain("Después cambió: ahora está «Nuevo».");
});
