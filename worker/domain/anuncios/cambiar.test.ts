import { desc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anuncios } from "../../cron/anuncios.ts";
import { schema } from "../../db/client.ts";
import { dispatch } from "../../events/dispatch.ts";
import { avisosDe, dbPorPasos, depsDePrueba, entregasDe } from "../../testing/despacho.ts";
import { armarCiudad, type Persona } from "../../testing/escena.ts";
import { AHORA, type Ciudad, crearUsuario, ctxDe, db } from "../../testing/fabrica.ts";
import { anunciar } from "./anunciar.ts";
import { cambiarAnuncio } from "./cambiar.ts";
import { verAnuncio } from "./listar.ts";
import { publicarAnuncio } from "./publicar.ts";
import { terminarAnuncio } from "./terminar.ts";
import { cambiarVencimiento } from "./vencimiento.ts";

const HORA = 3600;
let ciudad: Ciudad;
let admin: Persona;
let otra: Persona;
let supervisora: Persona;
let obrero: Persona;

beforeAll(async () => {
  ({ ciudad, admin, supervisora, obrero } = await armarCiudad());
  otra = await crearUsuario("admin");
});

const pedido = {
  titulo: "Corte de agua",
  texto: "Mañana de 8 a 12.",
  publico: true,
  publicar_en: AHORA + HORA,
  vence_en: AHORA + 3 * HORA,
};
let id: number;
beforeEach(async () => {
  ({ id } = await anunciar(ctxDe(admin), pedido));
});

const con = (mas: Partial<Parameters<typeof cambiarAnuncio>[2]> = {}) => ({
  ...pedido,
  version: 1,
  ...mas,
});
const correr = (ahora: number) => anuncios.hacer({ db, deps: depsDePrueba(ahora).deps, ahora });
const como = () => verAnuncio(ctxDe(otra), id);
const textoDe = async (evento: number) =>
  (await db.select().from(schema.textos).where(eq(schema.textos.evento_id, evento)))[0]?.texto;
const ultimaAnotacion = async () => {
  const { auditoria: a, auditoria_detalles: d } = schema;
  const [fila] = await db
    .select()
    .from(a)
    .leftJoin(d, eq(d.auditoria_id, a.id))
    .orderBy(desc(a.id))
    .limit(1);
  return fila;
};

describe("one that has not gone out", () => {
  test("is another in all that it says, and goes to those that it then names", async () => {
    const nuevo = con({
      titulo: "Corte de luz",
      texto: "El jueves de 9 a 11.",
      rol: "supervisor",
      publico: false,
      publicar_en: AHORA + 2 * HORA,
      vence_en: AHORA + 4 * HORA,
    });
    expect(await cambiarAnuncio(ctxDe(otra), id, nuevo)).toMatchObject({
      titulo: "Corte de luz",
      rol: "supervisor",
      publico: false,
      estado: "programado",
      version: 2,
    });
    await correr(AHORA + HORA);
    expect((await como()).estado).toBe("programado");
    await correr(AHORA + 2 * HORA);
    const { evento_id, destinatarios } = await como();
    expect(destinatarios).toBe(1);
    const [aviso] = await avisosDe(supervisora.id, evento_id as number);
    expect(aviso?.trama.data).toMatchObject({
      titulo: "Corte de luz",
      texto: "El jueves de 9 a 11.",
    });
    expect(await avisosDe(obrero.id, evento_id as number)).toEqual([]);
  });

  test("goes out at once when its new time is now", async () => {
    const ctx = ctxDe(otra);
    const hecho = await cambiarAnuncio(ctx, id, con({ publicar_en: null }));
    expect(hecho).toMatchObject({ estado: "enviando", publicar_en: expect.any(String) });
    expect(ctx.hechos).toEqual([hecho.evento_id]);
    await dispatch(depsDePrueba(AHORA + 1).deps, hecho.evento_id as number);
    const usuarios = (await entregasDe(hecho.evento_id as number)).map((e) => e.usuario_id);
    // Whoever wrote it is its author, whoever changed it afterwards.
    expect(usuarios).toContain(otra.id);
    expect(usuarios).not.toContain(admin.id);
  });

  test("is on record: who, what it was and what it is, the words where they can be erased", async () => {
    await cambiarAnuncio(ctxDe(otra), id, con({ texto: "Pasado mañana.", rol: "vecino" }));
    expect(await ultimaAnotacion()).toMatchObject({
      auditoria: {
        accion: "ajuste",
        usuario_id: otra.id,
        objeto: "anuncio",
        objeto_id: id,
        cambios: { rol: [null, "vecino"] },
      },
      auditoria_detalles: { textos: { texto: ["Mañana de 8 a 12.", "Pasado mañana."] } },
    });
  });

  test("of two admins at once one saves, the other is told that it is another now", async () => {
    const dos = await Promise.allSettled([
      cambiarAnuncio(ctxDe(admin), id, con({ texto: "Lo dice una." })),
      cambiarAnuncio(ctxDe(otra), id, con({ texto: "Lo dice la otra." })),
    ]);
    expect(dos.map((d) => d.status).sort()).toEqual(["fulfilled", "rejected"]);
    const [perdio] = dos.filter((d) => d.status === "rejected");
    expect(perdio?.reason).toMatchObject({ codigo: "version_vieja" });
    expect((await como()).version).toBe(2);
    await expect(cambiarAnuncio(ctxDe(otra), id, con({ version: 9 }))).rejects.toMatchObject({
      codigo: "version_vieja",
    });
  });

  test("a zona that is none and an end before the beginning are wrong fields, and nothing changes", async () => {
    await expect(cambiarAnuncio(ctxDe(otra), id, con({ zona_id: 999 }))).rejects.toMatchObject({
      mas: { errores: [{ campo: "zona_id" }] },
    });
    await expect(
      cambiarAnuncio(ctxDe(otra), id, con({ vence_en: AHORA + HORA })),
    ).rejects.toMatchObject({ mas: { errores: [{ campo: "vence_en" }] } });
    expect((await como()).version).toBe(1);
    expect((await cambiarAnuncio(ctxDe(otra), id, con({ zona_id: ciudad.zona }))).zona_id).toBe(
      ciudad.zona,
    );
  });

  test("only an admin, and only one that there is", async () => {
    for (const quien of [supervisora, obrero]) {
      await expect(cambiarAnuncio(ctxDe(quien), id, con())).rejects.toMatchObject({
        codigo: "sin_permiso",
      });
      await expect(
        cambiarVencimiento(ctxDe(quien), id, { vence_en: AHORA + 9 * HORA, version: 1 }),
      ).rejects.toMatchObject({ codigo: "sin_permiso" });
    }
    await expect(cambiarAnuncio(ctxDe(otra), 9999, con())).rejects.toMatchObject({
      codigo: "no_encontrado",
    });
    await expect(
      cambiarVencimiento(ctxDe(otra), 9999, { vence_en: AHORA + 9 * HORA, version: 1 }),
    ).rejects.toMatchObject({ codigo: "no_encontrado" });
  });
});

describe("against the clock", () => {
  test("a change that comes while it is being published goes out whole: the clock begins again", async () => {
    let viajes = 0;
    const lenta = dbPorPasos(async (hacer) => {
      viajes += 1;
      // It has read the announcement, and has not published it yet.
      if (viajes === 2)
        await cambiarAnuncio(
          ctxDe(otra),
          id,
          con({ texto: "Se pasó al viernes.", rol: "supervisor" }),
        );
      return hacer();
    });
    expect(await publicarAnuncio(lenta, id, AHORA + HORA)).toBeNull();
    expect(await como()).toMatchObject({ estado: "programado", version: 2, evento_id: null });
    await correr(AHORA + HORA + 60);
    const { evento_id, destinatarios } = await como();
    expect(destinatarios).toBe(1);
    expect(await textoDe(evento_id as number)).toBe("Corte de agua\n\nSe pasó al viernes.");
  });

  test("a change that comes after it began to go out is refused, and says what can be done", async () => {
    let viajes = 0;
    const lenta = dbPorPasos(async (hacer) => {
      viajes += 1;
      // The form was checked, and has not been saved yet.
      if (viajes === 2) await publicarAnuncio(db, id, AHORA + HORA);
      return hacer();
    });
    await expect(
      cambiarAnuncio({ ...ctxDe(otra), db: lenta }, id, con({ texto: "Tarde." })),
    ).rejects.toMatchObject({
      codigo: "estado_no_permite",
      message: expect.stringContaining("ya empezó a salir"),
    });
    const { evento_id, texto } = await como();
    expect(texto).toBe(pedido.texto);
    expect(await textoDe(evento_id as number)).toBe("Corte de agua\n\nMañana de 8 a 12.");
    expect((await ultimaAnotacion())?.auditoria.accion).not.toBe("ajuste");
  });

  test("one or the other, whichever way they fall", async () => {
    for (let i = 0; i < 8; i++) {
      ({ id } = await anunciar(ctxDe(admin), pedido));
      const [cambio] = await Promise.allSettled([
        cambiarAnuncio(ctxDe(otra), id, con({ texto: "Lo nuevo.", rol: "supervisor" })),
        publicarAnuncio(db, id, AHORA + HORA),
      ]);
      await publicarAnuncio(db, id, AHORA + HORA);
      const { evento_id, texto, destinatarios } = await como();
      const entro = cambio.status === "fulfilled";
      expect(texto).toBe(entro ? "Lo nuevo." : pedido.texto);
      expect(await textoDe(evento_id as number)).toBe(`Corte de agua\n\n${texto}`);
      expect(destinatarios === 1).toBe(entro);
    }
  });

  test("one that ended is not changed", async () => {
    await terminarAnuncio(ctxDe(admin), id);
    await expect(cambiarAnuncio(ctxDe(otra), id, con())).rejects.toMatchObject({
      codigo: "estado_no_permite",
      message: expect.stringContaining("terminó"),
    });
    await expect(
      cambiarVencimiento(ctxDe(otra), id, { vence_en: AHORA + 9 * HORA, version: 1 }),
    ).rejects.toMatchObject({ codigo: "estado_no_permite" });
  });
});

describe("one that is out", () => {
  const tarde = () => ({ ...ctxDe(otra), ahora: AHORA + HORA + 60 });
  beforeEach(async () => {
    await correr(AHORA + HORA);
  });

  test("has another end, and nothing else of it changes", async () => {
    const hecho = await cambiarVencimiento(tarde(), id, {
      vence_en: AHORA + 9 * HORA,
      version: 1,
    });
    expect(hecho).toMatchObject({ texto: pedido.texto, version: 2 });
    expect(Date.parse(hecho.vence_en) / 1000).toBe(AHORA + 9 * HORA);
    expect((await ultimaAnotacion())?.auditoria).toMatchObject({
      accion: "ajuste",
      objeto: "anuncio",
      objeto_id: id,
      usuario_id: otra.id,
      cambios: { vence_en: [expect.any(String), hecho.vence_en] },
    });
    await correr(AHORA + 3 * HORA);
    expect((await como()).estado).not.toBe("terminado");
    await correr(AHORA + 9 * HORA);
    expect((await como()).estado).toBe("terminado");
  });

  test("an end that has passed is a wrong field; an old version is told", async () => {
    await expect(
      cambiarVencimiento(tarde(), id, { vence_en: AHORA + HORA + 30, version: 1 }),
    ).rejects.toMatchObject({ mas: { errores: [{ campo: "vence_en" }] } });
    await cambiarVencimiento(tarde(), id, { vence_en: AHORA + 5 * HORA, version: 1 });
    await expect(
      cambiarVencimiento(tarde(), id, { vence_en: AHORA + 6 * HORA, version: 1 }),
    ).rejects.toMatchObject({ codigo: "version_vieja" });
  });
});

test("writing one and ending it are on record too", async () => {
  expect((await ultimaAnotacion())?.auditoria).toMatchObject({
    accion: "ajuste_creado",
    usuario_id: admin.id,
    objeto: "anuncio",
    objeto_id: id,
  });
  await terminarAnuncio(ctxDe(otra), id);
  expect((await ultimaAnotacion())?.auditoria).toMatchObject({
    accion: "ajuste",
    usuario_id: otra.id,
    objeto: "anuncio",
    objeto_id: id,
    cambios: { estado: [null, "terminado"] },
  });
});
