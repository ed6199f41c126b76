import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { anuncios } from "../../cron/anuncios.ts";
import { dispatch } from "../../events/dispatch.ts";
import { avisosDe, correosDe, depsDePrueba, entregasDe } from "../../testing/despacho.ts";
import { armarCiudad, type Persona } from "../../testing/escena.ts";
import {
  AHORA,
  type Ciudad,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
} from "../../testing/fabrica.ts";
import { sumarseAReclamo } from "../reclamos/seguir.ts";
import { anunciar } from "./anunciar.ts";
import { verAnuncio } from "./listar.ts";
import { terminarAnuncio } from "./terminar.ts";

let ciudad: Ciudad;
let admin: Persona;
let otroAdmin: Persona;
let supervisora: Persona;
let obrero: Persona;
let enCentro: Persona;
let sigueEnCentro: Persona;
let lejos: Persona;
let bloqueado: Persona;

beforeAll(async () => {
  ({ ciudad, admin, supervisora, obrero } = await armarCiudad());
  otroAdmin = await crearUsuario("admin");
  [enCentro, sigueEnCentro, lejos] = [
    await crearUsuario(),
    await crearUsuario(),
    await crearUsuario(),
  ];
  bloqueado = await crearUsuario("vecino", { bloqueadoEn: 1 });
  const { codigo } = await crearReclamoDe(enCentro, ciudad);
  await sumarseAReclamo(ctxDe(sigueEnCentro), codigo);
});

const pedido = { titulo: "Corte de agua", texto: "Mañana de 8 a 12.\n\nDisculpá las molestias." };

async function aQuienes(mas: Partial<Parameters<typeof anunciar>[1]>): Promise<number[]> {
  const { evento_id, destinatarios } = await anunciar(ctxDe(admin), { ...pedido, ...mas });
  const id = evento_id as number;
  await dispatch(depsDePrueba(AHORA + 1).deps, id);
  const entregas = await entregasDe(id);
  expect(entregas).toHaveLength(destinatarios as number);
  expect(entregas.every((e) => e.silenciosa === 0 && e.estado === "entregado")).toBe(true);
  return entregas.map((e) => e.usuario_id);
}

const ids = (...p: Persona[]) => p.map((x) => x.id).sort((a, b) => a - b);

describe("to whom", () => {
  test("everybody active but its author", async () => {
    const todos = await aQuienes({});
    expect(todos).toEqual(ids(otroAdmin, supervisora, obrero, enCentro, sigueEnCentro, lejos));
    expect(todos).not.toContain(bloqueado.id);
  });

  test("those of a rol", async () => {
    expect(await aQuienes({ rol: "supervisor" })).toEqual(ids(supervisora));
    expect(await aQuienes({ rol: "admin" })).toEqual(ids(otroAdmin));
  });

  test("who reported or follows something in a zona", async () => {
    expect(await aQuienes({ zona_id: ciudad.zona })).toEqual(ids(enCentro, sigueEnCentro));
  });

  test("of a rol and a zona, both", async () => {
    expect(await aQuienes({ zona_id: ciudad.zona, rol: "supervisor" })).toEqual([]);
  });
});

describe("anunciar", () => {
  test("arrives whole in the inbox, and by mail to who asked for it", async () => {
    await db.run(sql`INSERT INTO preferencias VALUES (${lejos.id}, 'anuncio', 'correo', 1)`);
    const ctx = ctxDe(admin);
    const id = (await anunciar(ctx, pedido)).evento_id as number;
    expect(ctx.hechos).toEqual([id]);
    await dispatch(depsDePrueba(AHORA + 1).deps, id);
    const [aviso] = await avisosDe(enCentro.id, id);
    expect(aviso?.trama).toMatchObject({ type: "anuncio", data: { id, ...pedido } });
    expect((await correosDe(id)).map((c) => [c.para, c.plantilla])).toEqual([
      [lejos.email, "anuncio"],
    ]);
  });

  test.each(["vecino", "cuadrilla", "supervisor"] as const)("a %s may not", async (rol) => {
    const quien = { vecino: lejos, cuadrilla: obrero, supervisor: supervisora }[rol];
    await expect(anunciar(ctxDe(quien), pedido)).rejects.toMatchObject({ codigo: "sin_permiso" });
  });

  test("nor may nobody, nor an admin who no longer is one", async () => {
    await expect(anunciar(ctxDe({ tipo: "anonimo" }), pedido)).rejects.toMatchObject({
      codigo: "sin_sesion",
    });
    await expect(anunciar(ctxDe({ ...lejos, rol: "admin" }), pedido)).rejects.toMatchObject({
      codigo: "sin_sesion",
    });
  });

  test("an unknown zona is a wrong field, and nothing is written", async () => {
    const [antes] = await db.all<{ n: number }>(sql`SELECT count(*) AS n FROM eventos`);
    await expect(anunciar(ctxDe(admin), { ...pedido, zona_id: 999 })).rejects.toMatchObject({
      codigo: "datos_invalidos",
      mas: { errores: [{ campo: "zona_id" }] },
    });
    expect(await db.all(sql`SELECT count(*) AS n FROM eventos`)).toEqual([antes]);
  });

  test("the same key ten times at once is one anuncio and one answer; another body is refused", async () => {
    const clave = { valor: "k-1", huella: "a" };
    const veces = await Promise.all(
      Array.from({ length: 10 }, () => anunciar(ctxDe(admin, { clave }), pedido)),
    );
    expect(new Set(veces.map((v) => v.id)).size).toBe(1);
    await crearUsuario();
    expect(await anunciar(ctxDe(admin, { clave }), pedido)).toMatchObject({
      id: veces[0]?.id,
      destinatarios: veces[0]?.destinatarios,
    });
    await expect(
      anunciar(ctxDe(admin, { clave: { ...clave, huella: "b" } }), pedido),
    ).rejects.toMatchObject({ codigo: "clave_reusada" });
  });
});

describe("at its time, until its end", () => {
  const HORA = 3600;
  const tarde = { ...pedido, publicar_en: AHORA + HORA, vence_en: AHORA + 3 * HORA };
  const correr = (ahora: number) => {
    const { deps } = depsDePrueba(ahora);
    return anuncios.hacer({ db, deps, ahora });
  };
  const como = async (id: number) => verAnuncio(ctxDe(admin), id);

  test("a later one waits, goes once though two clocks come, and ends at its end", async () => {
    const ctx = ctxDe(admin);
    const { id, estado, evento_id } = await anunciar(ctx, tarde);
    expect([estado, evento_id, ctx.hechos]).toEqual(["programado", null, []]);
    await correr(AHORA + HORA - 1);
    expect((await como(id)).estado).toBe("programado");
    await Promise.all([correr(AHORA + HORA), correr(AHORA + HORA)]);
    await correr(AHORA + HORA + 60);
    const puesto = await como(id);
    expect(puesto).toMatchObject({ estado: "enviado", entregados: puesto.destinatarios });
    expect(await avisosDe(enCentro.id, puesto.evento_id as number)).toHaveLength(1);
    expect(await avisosDe(admin.id, puesto.evento_id as number)).toHaveLength(0);
    await correr(AHORA + 3 * HORA);
    expect((await como(id)).estado).toBe("terminado");
  });

  test("one ended before its time never goes, and cannot be ended twice", async () => {
    const { id } = await anunciar(ctxDe(admin), tarde);
    expect((await terminarAnuncio(ctxDe(admin), id)).estado).toBe("terminado");
    await correr(AHORA + HORA);
    expect(await como(id)).toMatchObject({ estado: "terminado", evento_id: null });
    await expect(terminarAnuncio(ctxDe(admin), id)).rejects.toMatchObject({
      codigo: "estado_no_permite",
    });
    await expect(terminarAnuncio(ctxDe(supervisora), id)).rejects.toMatchObject({
      codigo: "sin_permiso",
    });
  });

  test("an end before its beginning is a wrong field", async () => {
    await expect(
      anunciar(ctxDe(admin), { ...pedido, publicar_en: AHORA + HORA, vence_en: AHORA + 60 }),
    ).rejects.toMatchObject({ mas: { errores: [{ campo: "vence_en" }] } });
  });
});
