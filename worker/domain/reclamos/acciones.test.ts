import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { schema } from "../../db/client.ts";
import {
  AHORA,
  type Ciudad,
  crearFoto,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
} from "../../testing/fabrica.ts";
import { asignarReclamo } from "./asignar.ts";
import { comentarReclamo } from "./comentar.ts";
import { confirmarReclamo } from "./confirmar.ts";
import { devolverReclamo } from "./devolver.ts";
import { editarReclamo } from "./editar.ts";
import { iniciarReclamo } from "./iniciar.ts";
import { moderarReclamo } from "./moderar.ts";
import { priorizarReclamo, reclasificarReclamo } from "./priorizar.ts";
import { verPublico } from "./publico.ts";
import { reabrirReclamo } from "./reabrir.ts";
import { rechazarReclamo } from "./rechazar.ts";
import { resolverReclamo } from "./resolver.ts";
import { dejarReclamo, sumarseAReclamo } from "./seguir.ts";
import { verReclamo } from "./ver.ts";

const HORA = 3600;
const SOLUCION = "Se rellenó con asfalto en caliente y se compactó.";
const MOTIVO = "Falta el camión de riego.";

let ciudad: Ciudad;
let supervisora: Usuario;
let obrero: Usuario;
let electricista: Usuario;

beforeAll(async () => {
  ciudad = await crearMunicipio();
  supervisora = await crearUsuario("supervisor");
  obrero = await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.vialidad });
  electricista = await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.luz });
});

const eventosDe = (id: number) =>
  db
    .select()
    .from(schema.eventos)
    .where(eq(schema.eventos.reclamo_id, id))
    .orderBy(schema.eventos.id);

async function reclamoEn(
  estado: "nuevo" | "asignado" | "en_proceso" | "resuelto",
  vecino?: Usuario,
) {
  const creador = vecino ?? (await crearUsuario());
  let r = await crearReclamoDe(creador, ciudad);
  if (estado === "nuevo") return { creador, r };
  r = await asignarReclamo(ctxDe(supervisora), r.id, {
    cuadrilla_id: ciudad.cuadrillas.vialidad,
    version: r.version,
  });
  if (estado === "asignado") return { creador, r };
  r = await iniciarReclamo(ctxDe(obrero), r.id, { version: r.version });
  if (estado === "en_proceso") return { creador, r };
  r = await resolverReclamo(ctxDe(obrero), r.id, { solucion: SOLUCION, version: r.version });
  return { creador, r };
}

describe("the way of a reclamo", () => {
  it("goes from nuevo to resuelto, one version and one evento a step", async () => {
    const { r } = await reclamoEn("resuelto");
    expect(r).toMatchObject({ estado: "resuelto", version: 4, ciclo: 1 });
    const eventos = await eventosDe(r.id);
    expect(eventos.map((e) => [e.tipo, e.version, e.estado])).toEqual([
      ["creado", 1, "nuevo"],
      ["asignado", 2, "asignado"],
      ["iniciado", 3, "en_proceso"],
      ["resuelto", 4, "resuelto"],
    ]);
  });

  it("answers with what this actor may do next", async () => {
    const { r, creador } = await reclamoEn("resuelto");
    expect((await verReclamo(ctxDe(creador), r.id)).acciones).toEqual([
      "reabrir",
      "confirmar",
      "comentar",
    ]);
    expect((await verReclamo(ctxDe(supervisora), r.id)).acciones).toEqual([
      "reabrir",
      "comentar",
      "moderar",
    ]);
  });

  it("hides a reclamo from another vecino by id, and shows it by codigo", async () => {
    const { r } = await reclamoEn("nuevo");
    const otro = await crearUsuario();
    await expect(verReclamo(ctxDe(otro), r.id)).rejects.toMatchObject({ codigo: "no_encontrado" });
    const visto = await verReclamo(ctxDe(otro), r.codigo);
    expect(visto).toMatchObject({ id: r.id, acciones: ["sumarse"] });
    expect(visto.creador).toBeUndefined();
  });

  it("hides it from another cuadrilla, and from a signed-out reader by id", async () => {
    const { r } = await reclamoEn("asignado");
    await expect(verReclamo(ctxDe(electricista), r.id)).rejects.toMatchObject({
      codigo: "no_encontrado",
    });
    await expect(verReclamo(ctxDe({ tipo: "anonimo" }), r.id)).rejects.toMatchObject({
      codigo: "sin_sesion",
    });
  });
});

describe("asignar", () => {
  it("wants a motivo when it was already assigned, and remembers the former cuadrilla", async () => {
    const { r } = await reclamoEn("asignado");
    const otra = { cuadrilla_id: ciudad.cuadrillas.luz, version: r.version };
    await expect(asignarReclamo(ctxDe(supervisora), r.id, otra)).rejects.toMatchObject({
      codigo: "datos_invalidos",
      mas: { errores: [{ campo: "motivo" }] },
    });
    const b = await asignarReclamo(ctxDe(supervisora), r.id, {
      ...otra,
      motivo: "Es un tema de alumbrado.",
    });
    expect(b.cuadrilla).toEqual({ id: ciudad.cuadrillas.luz, nombre: "Luz 1" });
    const ultimo = (await eventosDe(r.id)).at(-1);
    expect(ultimo?.datos).toEqual({
      cuadrilla_id: ciudad.cuadrillas.luz,
      cuadrilla_anterior_id: ciudad.cuadrillas.vialidad,
    });
  });

  it("refuses a cuadrilla that is not there or no longer works", async () => {
    const { r } = await reclamoEn("nuevo");
    for (const cuadrilla_id of [ciudad.cuadrillas.inactiva, 9999])
      await expect(
        asignarReclamo(ctxDe(supervisora), r.id, { cuadrilla_id, version: r.version }),
      ).rejects.toMatchObject({ mas: { errores: [{ campo: "cuadrilla_id" }] } });
  });

  it("is not for a vecino nor for a cuadrilla", async () => {
    const { r, creador } = await reclamoEn("nuevo");
    const pedido = { cuadrilla_id: ciudad.cuadrillas.luz, version: r.version };
    await expect(asignarReclamo(ctxDe(creador), r.id, pedido)).rejects.toMatchObject({
      codigo: "sin_permiso",
    });
    await expect(asignarReclamo(ctxDe(obrero), r.id, pedido)).rejects.toMatchObject({
      codigo: "no_encontrado",
    });
  });
});

describe("races", () => {
  const asignarla = (
    ctx = ctxDe(supervisora),
    r: Reclamo,
    cuadrilla_id = ciudad.cuadrillas.vialidad,
  ) => asignarReclamo(ctx, r.id, { cuadrilla_id, version: r.version });

  it("lets exactly one of two supervisors win, and tells the other", async () => {
    const { r } = await reclamoEn("nuevo");
    const otra = await crearUsuario("supervisor");
    const fines = await Promise.allSettled([
      asignarla(ctxDe(supervisora), r),
      asignarla(ctxDe(otra), r, ciudad.cuadrillas.luz),
    ]);
    expect(fines.filter((f) => f.status === "fulfilled")).toHaveLength(1);
    const perdio = fines.find((f) => f.status === "rejected");
    expect(perdio?.reason).toMatchObject({ codigo: "version_vieja" });
    expect(await eventosDe(r.id)).toHaveLength(2);
  });

  it("refuses a stale version and one from the future, leaving nothing behind", async () => {
    const { r } = await reclamoEn("asignado");
    for (const version of [r.version - 1, r.version + 1, 999])
      await expect(iniciarReclamo(ctxDe(obrero), r.id, { version })).rejects.toMatchObject({
        codigo: "version_vieja",
      });
    expect(await eventosDe(r.id)).toHaveLength(2);
  });

  it("carries out the same key once, however often and at once it comes", async () => {
    const { r } = await reclamoEn("nuevo");
    const clave = { valor: "clave-1", huella: "a" };
    const respuestas = await Promise.all(
      Array.from({ length: 10 }, () => asignarla(ctxDe(supervisora, { clave }), r)),
    );
    expect(new Set(respuestas.map((x) => JSON.stringify(x))).size).toBe(1);
    expect(await eventosDe(r.id)).toHaveLength(2);
  });

  it("gives the same answer to a repeated key after the reclamo has moved on", async () => {
    const { r } = await reclamoEn("nuevo");
    const clave = { valor: "clave-2", huella: "a" };
    const primera = await asignarla(ctxDe(supervisora, { clave }), r);
    await iniciarReclamo(ctxDe(obrero), r.id, { version: primera.version });
    const otraVez = await asignarla(ctxDe(supervisora, { clave }), r);
    expect(otraVez).toMatchObject({
      estado: "asignado",
      version: primera.version,
      acciones: primera.acciones,
    });
  });

  it("refuses the same key with another body", async () => {
    const { r } = await reclamoEn("nuevo");
    await asignarla(ctxDe(supervisora, { clave: { valor: "clave-3", huella: "a" } }), r);
    await expect(
      asignarla(ctxDe(supervisora, { clave: { valor: "clave-3", huella: "b" } }), r),
    ).rejects.toMatchObject({ codigo: "clave_reusada" });
  });

  it("lets two people use the same key", async () => {
    const [a, b] = [await reclamoEn("nuevo"), await reclamoEn("nuevo")];
    const clave = { valor: "clave-4", huella: "a" };
    const otra = await crearUsuario("supervisor");
    await asignarla(ctxDe(supervisora, { clave }), a.r);
    await expect(asignarla(ctxDe(otra, { clave }), b.r)).resolves.toMatchObject({
      estado: "asignado",
    });
  });

  it("stops a person who was blocked or lost the role after signing in", async () => {
    const { r } = await reclamoEn("nuevo");
    const echada = await crearUsuario("supervisor", { bloqueadoEn: AHORA });
    await expect(asignarla(ctxDe(echada), r)).rejects.toMatchObject({ codigo: "sin_sesion" });
    const bajada = { ...(await crearUsuario("vecino")), rol: "supervisor" as const };
    await expect(asignarla(ctxDe(bajada), r)).rejects.toMatchObject({ codigo: "sin_sesion" });
  });
});

describe("devolver, rechazar, reabrir", () => {
  it("gives it back without a cuadrilla", async () => {
    const { r } = await reclamoEn("en_proceso");
    const b = await devolverReclamo(ctxDe(obrero), r.id, { motivo: MOTIVO, version: r.version });
    expect(b).toMatchObject({ estado: "nuevo", cuadrilla_id: null });
    expect((await eventosDe(r.id)).at(-1)?.datos).toEqual({
      cuadrilla_anterior_id: ciudad.cuadrillas.vialidad,
    });
  });

  it("joins a duplicate's people to the original, once each", async () => {
    const original = await reclamoEn("nuevo");
    const duplicado = await reclamoEn("nuevo");
    const seguidor = await crearUsuario();
    await sumarseAReclamo(ctxDe(seguidor), original.r.codigo);
    await sumarseAReclamo(ctxDe(seguidor), duplicado.r.codigo);
    await sumarseAReclamo(ctxDe(original.creador), duplicado.r.codigo);
    const fin = await rechazarReclamo(ctxDe(supervisora), duplicado.r.id, {
      motivo: "duplicado",
      original_id: original.r.id,
      texto: "Ya lo estamos siguiendo en otro reclamo.",
      version: duplicado.r.version,
    });
    expect(fin).toMatchObject({
      estado: "rechazado",
      motivo_rechazo: "duplicado",
      original_id: original.r.id,
    });
    expect((await verReclamo(ctxDe(supervisora), original.r.id)).seguidores).toBe(2);
    expect((await verReclamo(ctxDe(duplicado.creador), original.r.id)).siguiendo).toBe(true);
  });

  it("refuses an original that is itself, a duplicate, or not there", async () => {
    const { r } = await reclamoEn("nuevo");
    const otro = await reclamoEn("nuevo");
    const rechazar = (id: number, original_id: number, version: number) =>
      rechazarReclamo(ctxDe(supervisora), id, {
        motivo: "duplicado",
        original_id,
        texto: "Es el mismo bache.",
        version,
      });
    await rechazar(otro.r.id, r.id, otro.r.version);
    const tercero = await reclamoEn("nuevo");
    for (const original of [tercero.r.id, otro.r.id, 999_999])
      await expect(rechazar(tercero.r.id, original, tercero.r.version)).rejects.toMatchObject({
        mas: { errores: [{ campo: "original_id" }] },
      });
  });

  it("opens a new ciclo with a new promise when it is still the same", async () => {
    const { r, creador } = await reclamoEn("resuelto");
    const b = await reabrirReclamo(ctxDe(creador, { ahora: AHORA + 5 * HORA }), r.id, {
      comentario: "Se volvió a hundir.",
      version: r.version,
    });
    expect(b).toMatchObject({
      estado: "nuevo",
      ciclo: 2,
      cuadrilla_id: null,
      cerrado_en: null,
      calificacion: null,
    });
    expect(Date.parse(b.vence_en ?? "") / 1000).toBe(AHORA + 5 * HORA + 240 * HORA);
  });

  it("takes a rating once a ciclo, and again in the next", async () => {
    const { r, creador } = await reclamoEn("resuelto");
    const bien = { conforme: false, estrellas: 2, comentario: "Quedó un borde." };
    const dos = await Promise.allSettled([
      confirmarReclamo(ctxDe(creador), r.id, bien),
      confirmarReclamo(ctxDe(creador), r.id, bien),
    ]);
    expect(dos.filter((f) => f.status === "fulfilled")).toHaveLength(1);
    const no = dos.find((f) => f.status === "rejected");
    expect(no?.reason).toMatchObject({ codigo: "estado_no_permite" });
    const visto = await verReclamo(ctxDe(creador), r.id);
    expect(visto).toMatchObject({
      calificacion: { conforme: false, estrellas: 2 },
      version: r.version,
    });
    expect(visto.acciones).not.toContain("confirmar");
    const b = await reabrirReclamo(ctxDe(creador), r.id, {
      comentario: "Se hundió de nuevo.",
      version: r.version,
    });
    expect(b.calificacion).toBeNull();
  });
});

describe("followers and comments", () => {
  it("joins once and leaves, without moving the version", async () => {
    const { r } = await reclamoEn("nuevo");
    const otro = await crearUsuario();
    const b = await sumarseAReclamo(ctxDe(otro), r.codigo);
    expect(b).toMatchObject({ seguidores: 1, siguiendo: true, version: r.version });
    await expect(sumarseAReclamo(ctxDe(otro), r.codigo)).rejects.toMatchObject({
      codigo: "estado_no_permite",
    });
    expect(await dejarReclamo(ctxDe(otro), r.id)).toMatchObject({
      seguidores: 0,
      siguiendo: false,
    });
  });

  it("keeps an internal comment for staff", async () => {
    const { r, creador } = await reclamoEn("asignado");
    await comentarReclamo(ctxDe(obrero), r.id, { texto: "Ojo con el gas.", interno: true });
    await expect(
      comentarReclamo(ctxDe(creador), r.id, { texto: "¿Cuándo vienen?", interno: true }),
    ).rejects.toMatchObject({ codigo: "sin_permiso" });
  });
});

describe("two taps at once", () => {
  it("join once, and the second is told that it is done, not that something changed", async () => {
    const { r } = await reclamoEn("nuevo");
    const otro = await crearUsuario();
    const fines = await Promise.allSettled([
      sumarseAReclamo(ctxDe(otro), r.codigo),
      sumarseAReclamo(ctxDe(otro), r.codigo),
    ]);
    const no = fines.filter((f) => f.status === "rejected");
    expect(no.map((f) => f.reason.codigo)).toEqual(["estado_no_permite"]);
    expect((await verReclamo(ctxDe(otro), r.id)).seguidores).toBe(1);
  });
});

describe("photos", () => {
  it("carries the actor's own loose photos, and each once", async () => {
    const { r } = await reclamoEn("en_proceso");
    const fotos = [await crearFoto(obrero), await crearFoto(obrero)];
    const b = await resolverReclamo(ctxDe(obrero), r.id, {
      solucion: SOLUCION,
      fotos,
      version: r.version,
    });
    expect(b.fotos.map((f) => [f.id, f.momento])).toEqual(fotos.map((id) => [id, "despues"]));
    expect((await eventosDe(r.id)).at(-1)?.datos.fotos).toEqual(fotos);
    const otro = await reclamoEn("en_proceso");
    await expect(
      resolverReclamo(ctxDe(obrero), otro.r.id, {
        solucion: SOLUCION,
        fotos,
        version: otro.r.version,
      }),
    ).rejects.toMatchObject({ mas: { errores: [{ campo: "fotos" }] } });
    expect(await eventosDe(otro.r.id)).toHaveLength(3);
  });

  it("refuses somebody else's photo", async () => {
    const vecino = await crearUsuario();
    const ajena = await crearFoto(await crearUsuario());
    await expect(crearReclamoDe(vecino, ciudad, { fotos: [ajena] })).rejects.toMatchObject({
      mas: { errores: [{ campo: "fotos" }] },
    });
  });
});

describe("photos of an internal comment", () => {
  it("show to staff alone", async () => {
    const { r, creador } = await reclamoEn("asignado");
    const foto = await crearFoto(obrero);
    await comentarReclamo(ctxDe(obrero), r.id, {
      texto: "Mirá esto.",
      interno: true,
      fotos: [foto],
    });
    const ids = async (quien: Usuario) =>
      (await verReclamo(ctxDe(quien), r.id)).fotos.map((f) => f.id);
    expect(await ids(supervisora)).toEqual([foto]);
    expect(await ids(creador)).toEqual([]);
    expect((await verPublico(ctxDe({ tipo: "anonimo" }), r.codigo)).fotos).toEqual([]);
  });
});

describe("editar, priorizar, reclasificar, moderar", () => {
  it("lets the creator correct it while it is nuevo, and nobody after", async () => {
    const { r, creador } = await reclamoEn("nuevo");
    const texto = {
      titulo: "Pozo en Mitre",
      descripcion: "Era un pozo, no un bache.",
      direccion: "Mitre 1250",
    };
    const b = await editarReclamo(ctxDe(creador), r.id, { ...texto, version: r.version });
    expect(b).toMatchObject({ ...texto, version: 2, lat: r.lat, zona: r.zona });
    const c = await editarReclamo(ctxDe(creador), r.id, {
      ...texto,
      lat: null,
      lng: null,
      version: 2,
    });
    expect(c).toMatchObject({ lat: null, zona_id: null });
    await asignarReclamo(ctxDe(supervisora), r.id, {
      cuadrilla_id: ciudad.cuadrillas.luz,
      version: 3,
    });
    await expect(
      editarReclamo(ctxDe(creador), r.id, { ...texto, version: 4 }),
    ).rejects.toMatchObject({ codigo: "estado_no_permite" });
  });

  it("sets the promise again from the start of the ciclo when it gets urgent or changes category", async () => {
    const { r } = await reclamoEn("nuevo");
    const segundos = (x: Reclamo) => Date.parse(x.vence_en ?? "") / 1000 - AHORA;
    expect(segundos(r)).toBe(240 * HORA);
    const luego = ctxDe(supervisora, { ahora: AHORA + HORA });
    const urgente = await priorizarReclamo(luego, r.id, {
      prioridad: "urgente",
      version: r.version,
    });
    expect(segundos(urgente)).toBe(72 * HORA);
    const luz = await reclasificarReclamo(luego, r.id, {
      categoria_id: ciudad.categorias.alumbrado,
      motivo: "Es una luminaria caída.",
      version: urgente.version,
    });
    expect(segundos(luz)).toBe(60 * HORA);
  });

  it("redacts what the public sees, keeps the original for staff, and undoes it", async () => {
    const { r } = await reclamoEn("nuevo");
    const otro = await crearUsuario();
    const motivo = "Tenía un número de teléfono.";
    const b = await moderarReclamo(ctxDe(supervisora), r.id, {
      oculto: false,
      titulo_publico: "Bache",
      descripcion_publica: "Texto quitado por la municipalidad.",
      motivo,
      version: r.version,
    });
    expect(b.titulo).toBe(r.titulo);
    expect(await verReclamo(ctxDe(otro), r.codigo)).toMatchObject({ titulo: "Bache" });
    const c = await moderarReclamo(ctxDe(supervisora), r.id, {
      oculto: true,
      motivo,
      version: b.version,
    });
    await expect(verReclamo(ctxDe(otro), r.codigo)).rejects.toMatchObject({
      codigo: "no_encontrado",
    });
    await moderarReclamo(ctxDe(supervisora), r.id, { oculto: false, motivo, version: c.version });
    expect(await verReclamo(ctxDe(otro), r.codigo)).toMatchObject({ titulo: r.titulo });
  });
});
