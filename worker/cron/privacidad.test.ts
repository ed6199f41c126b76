import { env } from "cloudflare:workers";
import { eq, inArray, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Usuario } from "../../contract/acciones.ts";
import type { Reclamo } from "../../contract/esquemas/reclamos.ts";
import { schema } from "../db/client.ts";
import { pedirEnlace } from "../domain/enlaces/pedir.ts";
import { leerEnlace } from "../domain/enlaces/ver.ts";
import { ponerAlDia } from "../domain/estadisticas/ponerAlDia.ts";
import { comentarReclamo } from "../domain/reclamos/comentar.ts";
import { rechazarReclamo } from "../domain/reclamos/rechazar.ts";
import { sumarseAReclamo } from "../domain/reclamos/seguir.ts";
import { verReclamo } from "../domain/reclamos/ver.ts";
import { confirmarReporte } from "../domain/reportes/confirmar.ts";
import { guardarReporte } from "../domain/reportes/guardar.ts";
import { sweep } from "../events/sweep.ts";
import { depsDePrueba } from "../testing/despacho.ts";
import {
  AHORA,
  type Ciudad,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
  PUNTO,
  pedidoDe,
} from "../testing/fabrica.ts";
import { rastrosEnTablas } from "../testing/rastros.ts";
import { CADA_DIA, programado } from "./index.ts";

const { auditoria, eventos, personas, reclamos, textos } = schema;
const MES = 31 * 86_400;
const MOTIVO = "Porque así corresponde, y alcanza.";

let ciudad: Ciudad;
let jefa: Usuario;
let vecina: Usuario & { email: string };
let viejo: Reclamo;
let nuevo: Reclamo;
let delMostrador: Reclamo;
const SIN_CUENTA = "rosa@marcada.example";

const ctx = (quien: Usuario, ahora = AHORA) => ctxDe(quien, { ahora });
async function cerrado(quien: Usuario, mas: object, cuando: number): Promise<Reclamo> {
  const r = await crearReclamoDe(quien, ciudad, mas, { ahora: cuando });
  return rechazarReclamo(ctx(jefa, cuando + 60), r.id, {
    motivo: "otro",
    texto: "Hablamos con Nilda Gómez al 2326 44-1122 y está resuelto.",
    version: 1,
  });
}
const correr = (ahora: number) =>
  programado({ cron: CADA_DIA, scheduledTime: ahora * 1000 }, env, {} as ExecutionContext);
const creadorDe = async ({ id }: Reclamo) =>
  (
    await db
      .select({ id: personas.id, nombre: personas.nombre, email: personas.email })
      .from(reclamos)
      .innerJoin(personas, eq(personas.id, reclamos.creador_id))
      .where(eq(reclamos.id, id))
  )[0];

/** Somebody gives just an address, confirms it, and asks for a link to enter as well. The city says no. */
async function reportarSinCuenta(): Promise<void> {
  const visita = ctxDe({ tipo: "anonimo" });
  const sello = (huella: string) => ({ semilla: huella, huella });
  const pedido = {
    ...pedidoDe(ciudad),
    ...PUNTO,
    email: SIN_CUENTA,
    nombre: "Rosa",
    idioma: "es" as const,
  };
  await guardarReporte(visita, pedido, "h", [], "d", sello("reporte"), "");
  const { reclamo } = await confirmarReporte(visita, await leerEnlace(visita, "reporte"), false);
  expect(await pedirEnlace(visita, "ingresar", SIN_CUENTA, "d", sello("ingresar"))).not.toBeNull();
  await rechazarReclamo(ctx(jefa, AHORA + 60), reclamo.numero, {
    motivo: "otro",
    texto: MOTIVO,
    version: 1,
  });
}

beforeAll(async () => {
  ciudad = await crearMunicipio();
  jefa = await crearUsuario("supervisor");
  vecina = await crearUsuario();
  const seguidora = await crearUsuario();
  viejo = await crearReclamoDe(vecina, ciudad, {
    descripcion: "Soy Persona2, mi mail es p2@prueba.example.",
  });
  await sumarseAReclamo(ctx(seguidora), viejo.codigo);
  await comentarReclamo(ctx(vecina), viejo.id, { texto: "Sigue igual, avisen.", interno: false });
  await comentarReclamo(ctx(jefa), viejo.id, { texto: "Vamos el martes.", interno: false });
  viejo = await rechazarReclamo(ctx(jefa, AHORA + 60), viejo.id, {
    motivo: "otro",
    texto: MOTIVO,
    version: 1,
  });
  nuevo = await cerrado(vecina, {}, AHORA + 20 * MES);
  delMostrador = await cerrado(
    jefa,
    {
      persona: {
        nombre: "Nilda",
        apellido: "Gómez",
        email: "nilda@marcada.example",
        telefono: "2326 44-1122",
      },
    },
    AHORA,
  );
  await reportarSinCuenta();
  const { deps } = depsDePrueba(AHORA + 90);
  await sweep(deps);
  await ponerAlDia(db, AHORA + 100);
});

describe("who reported a reclamo that closed long ago", () => {
  it("is known for as long as the municipality says, and not a day less", async () => {
    await correr(AHORA + 23 * MES);
    expect(await creadorDe(viejo)).toMatchObject({ id: vecina.personaId });
  });

  it("is nobody after that; the reclamo, the city's answers and the figures stay", async () => {
    const cifras = () => db.all(sql`SELECT * FROM cifras_reclamos ORDER BY id`);
    const antes = await cifras();
    await correr(AHORA + 25 * MES);
    expect(await creadorDe(viejo)).toEqual({ id: 0, nombre: "", email: null });
    expect(await creadorDe(delMostrador)).toEqual({ id: 0, nombre: "", email: null });
    expect(await creadorDe(nuevo)).toMatchObject({ id: vecina.personaId, email: vecina.email });

    const [quedo] = await db.select().from(reclamos).where(eq(reclamos.id, viejo.id));
    expect(quedo).toMatchObject({
      descripcion: "Soy [dato borrado], mi mail es [dato borrado].",
      estado: "rechazado",
      seguidores: 1,
    });
    const dichos = await db
      .select({
        id: eventos.reclamo_id,
        tipo: eventos.tipo,
        quien: eventos.usuario_id,
        texto: textos.texto,
      })
      .from(eventos)
      .leftJoin(textos, eq(textos.evento_id, eventos.id))
      .where(inArray(eventos.reclamo_id, [viejo.id, delMostrador.id]))
      .orderBy(eventos.id);
    expect(dichos.filter((d) => d.id === viejo.id).map((d) => [d.tipo, d.quien, d.texto])).toEqual([
      ["creado", 0, null],
      ["sumado", 0, null],
      ["comentado", 0, null],
      ["comentado", jefa.id, "Vamos el martes."],
      ["rechazado", jefa.id, MOTIVO],
    ]);
    expect(dichos.at(-1)?.texto).toBe(
      "Hablamos con [dato borrado] al [dato borrado] y está resuelto.",
    );
    expect(await rastrosEnTablas([/marcada\.example/])).toEqual([]);
    // Their accounts are theirs: only these reclamos are not.
    expect(await db.$count(personas, eq(personas.email, vecina.email))).toBe(1);
    await expect(verReclamo(ctx(vecina), viejo.id)).rejects.toMatchObject({
      codigo: "no_encontrado",
    });
    expect((await verReclamo(ctx(jefa), viejo.id)).estado).toBe("rechazado");
    await ponerAlDia(db, AHORA + 25 * MES);
    expect(await cifras()).toEqual(antes);
    expect(await db.$count(auditoria, eq(auditoria.accion, "anonimizado"))).toBe(1);
  });

  it("is looked for from where the last night ended, and the setting counts", async () => {
    await correr(AHORA + 25 * MES);
    expect(await db.$count(auditoria, eq(auditoria.accion, "anonimizado"))).toBe(1);
    await db.update(schema.municipio).set({ meses_personales: 3 });
    await correr(AHORA + 25 * MES);
    expect(await creadorDe(nuevo)).toMatchObject({ id: 0 });
  });
});
