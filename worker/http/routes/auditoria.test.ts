import { desc, gt, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import type { Anotacion } from "../../../contract/esquemas/auditoria.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { schema } from "../../db/client.ts";
import { clienteDe } from "../../testing/api.ts";
import { abrirCliente, type Cliente, ingresarCon } from "../../testing/cliente.ts";
import { CATEGORIA, LIMITE, TRIANGULO } from "../../testing/cuerpos.ts";
import {
  type Ciudad,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  db,
  PUNTO,
} from "../../testing/fabrica.ts";

const { auditoria } = schema;
const MOTIVO = "Porque así corresponde, y alcanza.";

let ciudad: Ciudad;
let admin: Usuario;
let jefa: Cliente;
let vecina: Usuario & { email: string };
let reclamo: Reclamo;

beforeAll(async () => {
  ciudad = await crearMunicipio();
  admin = await crearUsuario("admin", { nombre: "Adelaida" });
  jefa = await clienteDe(admin);
  vecina = await crearUsuario("vecino", { nombre: "Zulema", email: "zulema@marcada.example" });
  reclamo = await crearReclamoDe(vecina, ciudad);
});

type Hoja = { items: Anotacion[]; cursor: string | null };
const leer = async (consulta = "", quien = jefa) =>
  (await quien.pedir<Hoja>("GET", `/api/auditoria?${consulta}`)).cuerpo;

/** What an act left on record, newest first. */
async function anotadoPor(hacer: () => Promise<{ status: number } | unknown>) {
  const [ultima] = await db
    .select({ id: auditoria.id })
    .from(auditoria)
    .orderBy(desc(auditoria.id))
    .limit(1);
  const r = await hacer();
  if (typeof r === "object" && r !== null && "status" in r)
    expect(r.status, JSON.stringify(r)).toBeLessThan(300);
  const nuevas = await db.$count(auditoria, gt(auditoria.id, ultima?.id ?? 0));
  return nuevas === 0 ? [] : (await leer(`limite=${nuevas}`)).items;
}

describe("what is put on record", () => {
  const categoria = (mas: object = {}) => ({ ...CATEGORIA, nombre: "Bacheo", ...mas });
  const CIUDAD = {
    nombre: "Villa Prueba",
    limite: LIMITE,
    ...PUNTO,
    reclamos_por_dia: 5,
    color_principal: null,
    color_acento: null,
  };

  const ACTOS: [string, Partial<Anotacion>, () => Promise<unknown>][] = [
    [
      "a category that changes",
      {
        accion: "ajuste",
        objeto: "categoria",
        objeto_nombre: "Calles",
        cambios: { activa: [true, false] },
        textos: { nombre: ["Bacheo", "Calles"] },
      },
      () => jefa.pedir("PUT", "/api/categorias/1", categoria({ nombre: "Calles", activa: false })),
    ],
    [
      "a new category",
      { accion: "ajuste_creado", objeto: "categoria", objeto_nombre: "Ruidos" },
      () => jefa.pedir("POST", "/api/categorias", categoria({ nombre: "Ruidos" })),
    ],
    [
      "the usual categories",
      { accion: "ajuste_creado", objeto: "categoria", objeto_id: null },
      () => jefa.pedir("POST", "/api/categorias/usuales", {}),
    ],
    [
      "a plazo",
      {
        accion: "ajuste",
        objeto: "plazo",
        objeto_nombre: "Alumbrado",
        cambios: { horas_normal: [216, 100] },
        textos: null,
      },
      () => jefa.pedir("PUT", "/api/plazos/2", { horas_normal: 100, horas_urgente: 60 }),
    ],
    [
      "a new zona, its shape told by its size alone",
      { accion: "ajuste_creado", objeto: "zona", objeto_nombre: "Sur" },
      () => jefa.pedir("POST", "/api/zonas", { nombre: "Sur", poligono: TRIANGULO, activa: true }),
    ],
    [
      "a zona that changes",
      { accion: "ajuste", objeto: "zona", cambios: { activa: [true, false] } },
      () =>
        jefa.pedir("PUT", "/api/zonas/2", { nombre: "Norte", poligono: TRIANGULO, activa: false }),
    ],
    [
      "a cuadrilla with its categorías",
      {
        accion: "ajuste",
        objeto: "cuadrilla",
        cambios: { capacidad: [10, 4], categorias: [[], [1, 2]] },
        textos: null,
      },
      () =>
        jefa.pedir("PUT", `/api/cuadrillas/${ciudad.cuadrillas.luz}`, {
          nombre: "Luz 1",
          capacidad: 4,
          categorias: [2, 1],
        }),
    ],
    [
      "a new cuadrilla",
      { accion: "ajuste_creado", objeto: "cuadrilla", objeto_nombre: "Poda 1" },
      () => jefa.pedir("POST", "/api/cuadrillas", { nombre: "Poda 1" }),
    ],
    [
      "the municipality",
      {
        accion: "ajuste",
        objeto: "municipio",
        cambios: { reclamos_por_dia: [5, 9], meses_personales: [24, 12] },
      },
      () =>
        jefa.pedir("PUT", "/api/municipio", {
          ...CIUDAD,
          reclamos_por_dia: 9,
          meses_personales: 12,
        }),
    ],
    [
      "a role",
      { accion: "rol", objeto: "usuario", cambios: { rol: ["vecino", "supervisor"] } },
      async () =>
        jefa.pedir("PUT", `/api/usuarios/${(await crearUsuario()).id}`, { rol: "supervisor" }),
    ],
    [
      "a blocking",
      { accion: "bloqueo", objeto: "usuario", cambios: { bloqueado: [false, true] } },
      async () =>
        jefa.pedir("PUT", `/api/usuarios/${(await crearUsuario()).id}`, { bloqueado: true }),
    ],
    [
      "moderating, without the words",
      {
        accion: "moderacion",
        objeto: "reclamo",
        cambios: { redactado: [false, true] },
        textos: null,
      },
      () =>
        jefa.pedir("POST", `/api/reclamos/${reclamo.id}/moderar`, {
          oculto: false,
          titulo_publico: "Bache",
          motivo: MOTIVO,
          version: reclamo.version,
        }),
    ],
    [
      "an export with its filter",
      {
        accion: "exportacion",
        objeto: "lista",
        cambios: { estado: [null, "nuevo"], personas: [null, true] },
      },
      () => jefa.pedir("GET", "/api/exportar/reclamos.csv?estado=nuevo&personas=1"),
    ],
    [
      "a list of accounts that is read",
      { accion: "lectura", objeto: "usuario", textos: { q: [null, "zulema"] } },
      () => jefa.pedir("GET", "/api/usuarios?q=zulema"),
    ],
    [
      "the mail log that is read",
      { accion: "lectura", objeto: "correo" },
      () => jefa.pedir("GET", "/api/correos?q=zulema"),
    ],
  ];

  it.each(ACTOS)("%s", async (_, esperado, hacer) => {
    const [fila, ...otras] = await anotadoPor(hacer);
    expect(otras).toEqual([]);
    expect(fila).toMatchObject({
      ...esperado,
      quien: { id: admin.id, nombre: "Adelaida Prueba" },
      direccion: expect.stringMatching(/\/48$/),
    });
  });

  it("a zona's corners stay out of it", async () => {
    const { items } = await leer("accion=ajuste_creado&objeto=zona");
    expect(items[0]?.textos?.poligono?.[1]).toMatch(/^Polygon, \d+ caracteres$/);
  });

  it("what changes nothing says so by having no changes; what is refused leaves nothing", async () => {
    const igual = () =>
      jefa.pedir("PUT", "/api/plazos/2", { horas_normal: 100, horas_urgente: 60 });
    expect((await anotadoPor(igual))[0]?.cambios).toEqual({});
    const vecino = await clienteDe(vecina);
    expect(
      await anotadoPor(async () => {
        await vecino.pedir("PUT", "/api/categorias/1", categoria({ nombre: "X" }));
        await jefa.pedir("PUT", "/api/categorias/1", categoria({ nombre: "Alumbrado" }));
        await jefa.pedir("PUT", "/api/categorias/999", categoria({ nombre: "X" }));
        await jefa.pedir("DELETE", "/api/plantillas/999", {});
      }),
    ).toEqual([]);
  });

  it("a reply's life: made, changed, thrown away", async () => {
    let id = 0;
    const hechos = await anotadoPor(async () => {
      const texto = "Vamos a pasar esta semana.";
      const cuerpo = { titulo: "Pasamos", texto, accion: null };
      id = (await jefa.pedir<{ id: number }>("POST", "/api/plantillas", cuerpo)).cuerpo.id;
      await jefa.pedir("PUT", `/api/plantillas/${id}`, { ...cuerpo, titulo: "Ya pasamos" });
      await jefa.pedir("DELETE", `/api/plantillas/${id}`, {});
    });
    expect(hechos.map((h) => [h.accion, h.objeto_id, h.textos?.titulo])).toEqual([
      ["ajuste_borrado", id, ["Ya pasamos", null]],
      ["ajuste", id, ["Pasamos", "Ya pasamos"]],
      ["ajuste_creado", id, [null, "Pasamos"]],
    ]);
  });

  it("signing in, as the person's own act", async () => {
    const ella = abrirCliente();
    const cuenta = { email: "ines@prueba.example", password: "Baldosa123!" };
    await ella.pedir("POST", "/api/auth/register", { ...cuenta, nombre: "Inés", apellido: "Paz" });
    const [fila] = await anotadoPor(() => ingresarCon(ella, cuenta.email, cuenta.password));
    expect(fila).toMatchObject({
      accion: "ingreso",
      quien: { nombre: "Inés Paz" },
      objeto_nombre: "Inés Paz",
      cambios: { metodo: [null, "contrasena"] },
    });
  });

  it("a sign-in that failed, whoever's the address, and never the address", async () => {
    const fallido = async (email: string) =>
      (await anotadoPor(async () => void (await ingresarCon(abrirCliente(), email, "no es"))))[0];
    expect(await fallido("ines@prueba.example")).toMatchObject({
      accion: "ingreso_fallido",
      quien: null,
      objeto_nombre: "Inés Paz",
    });
    const nadie = await fallido("no-hay@prueba.example");
    expect(nadie).toMatchObject({ accion: "ingreso_fallido", objeto_id: null, textos: null });
  });
});

describe("a person's data that staff read", () => {
  const detalle = (quien: Cliente) => () => quien.pedir("GET", `/api/reclamos/${reclamo.id}`);

  it("are on record once a day for each reader, with the reclamo it was through", async () => {
    const supervisora = await clienteDe(await crearUsuario("supervisor", { nombre: "Sara" }));
    const otra = await clienteDe(await crearUsuario("supervisor"));
    const [fila, ...mas] = await anotadoPor(detalle(supervisora));
    expect(mas).toEqual([]);
    expect(fila).toMatchObject({
      accion: "lectura",
      quien: { nombre: "Sara Prueba" },
      objeto: "persona",
      objeto_id: vecina.personaId,
      objeto_nombre: "Zulema Prueba",
      cambios: { reclamo_id: [null, reclamo.id] },
      direccion: expect.stringMatching(/\/48$/),
    });
    expect(await anotadoPor(detalle(supervisora))).toEqual([]);
    expect(await anotadoPor(detalle(otra))).toHaveLength(1);
  });

  it("are found at the counter: each person who was offered", async () => {
    const supervisora = await clienteDe(await crearUsuario("supervisor"));
    const hechos = await anotadoPor(() =>
      supervisora.pedir("POST", "/api/personas/buscar", { email: "zulema@" }),
    );
    expect(hechos.map((h) => [h.objeto, h.objeto_id, h.cambios])).toEqual([
      ["persona", vecina.personaId, {}],
    ]);
    expect(hechos[0]?.direccion).toMatch(/\/48$/);
  });

  it("are in what was delivered: whom it names, but for staff", async () => {
    const evento = sql`(SELECT max(id) FROM eventos WHERE reclamo_id = ${reclamo.id})`;
    for (const { id } of [vecina, admin])
      await db.run(sql`INSERT OR REPLACE INTO entregas (evento_id, usuario_id, silenciosa, estado, intentos, en)
        VALUES (${evento}, ${id}, 0, 'entregado', 1, 0)`);
    const supervisora = await clienteDe(await crearUsuario("supervisor"));
    const leer = () => supervisora.pedir("GET", `/api/reclamos/${reclamo.id}/entregas`);
    expect((await anotadoPor(leer)).map((h) => [h.objeto_id, h.cambios])).toEqual([
      [vecina.personaId, { reclamo_id: [null, reclamo.id] }],
    ]);
    expect(await anotadoPor(leer)).toEqual([]);
  });

  it("leave nothing when a vecino reads their own, or who reads is shown none", async () => {
    const { luz } = ciudad.cuadrillas;
    const ajena = await clienteDe(await crearUsuario("cuadrilla", { cuadrillaId: luz }));
    expect(await anotadoPor(async () => void (await detalle(await clienteDe(vecina))()))).toEqual(
      [],
    );
    const porCodigo = `/api/reclamos/${reclamo.codigo}`;
    expect(await anotadoPor(() => ajena.pedir("GET", porCodigo))).toEqual([]);
  });
});

describe("the list", () => {
  it("is told by action, by who, by whom and by what, in pages without a gap", async () => {
    const deZulema = await leer(`q=zulema`);
    expect(deZulema.items.length).toBeGreaterThan(1);
    expect(deZulema.items.every((i) => i.objeto_nombre === "Zulema Prueba")).toBe(true);
    const suyas = await leer(`usuario_id=${admin.id}&accion=ajuste`);
    expect(suyas.items.every((i) => i.accion === "ajuste" && i.quien?.id === admin.id)).toBe(true);
    const zonas = await leer("objeto=zona&objeto_id=2");
    expect(zonas.items.map((i) => i.objeto_id)).toEqual([2]);

    const todas = (await leer("limite=100")).items.map((i) => i.id);
    const porHojas: number[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const hoja: Hoja = await leer(`limite=7${cursor ? `&cursor=${cursor}` : ""}`);
      porHojas.push(...hoja.items.map((i) => i.id));
      cursor = hoja.cursor;
    }
    expect(porHojas).toEqual(todas);
  });

  it("is told by when", async () => {
    expect((await leer("desde=2020-01-01T00:00:00Z")).items.length).toBeGreaterThan(0);
    expect((await leer("hasta=2020-01-01T00:00:00Z")).items).toEqual([]);
    expect((await leer("desde=2099-01-01T00:00:00Z")).items).toEqual([]);
    expect((await leer("hasta=2099-01-01T00:00:00Z")).items.length).toBeGreaterThan(0);
  });

  it("names a wrong filter", async () => {
    for (const consulta of ["accion=volar", "desde=ayer", "cursor=!!", "usuario_id=x"])
      expect((await jefa.pedir("GET", `/api/auditoria?${consulta}`)).status).toBe(422);
  });
});
