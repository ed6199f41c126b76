import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import type { Problema } from "../../../contract/errores.ts";
import type { Categoria, Cuadrilla, Plazo, Zona } from "../../../contract/esquemas/catalogos.ts";
import { schema } from "../../db/client.ts";
import { asignarReclamo } from "../../domain/reclamos/asignar.ts";
import { iniciarReclamo } from "../../domain/reclamos/iniciar.ts";
import { resolverReclamo } from "../../domain/reclamos/resolver.ts";
import { crearZona } from "../../domain/zonas/crear.ts";
import { clienteDe } from "../../testing/api.ts";
import { abrirCliente, type Cliente } from "../../testing/cliente.ts";
import { CATEGORIA, TRIANGULO } from "../../testing/cuerpos.ts";
import { enchufar } from "../../testing/enchufe.ts";
import {
  type Ciudad,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
} from "../../testing/fabrica.ts";

const { usuarios } = schema;

let ciudad: Ciudad;
let admin: Cliente;
let supervisora: Usuario;
beforeAll(async () => {
  ciudad = await crearMunicipio();
  admin = await clienteDe(await crearUsuario("admin"));
  supervisora = await crearUsuario("supervisor");
});

type Items<T> = { items: T[] };
const campos = (p: Problema): string[] => (p.errores ?? []).map((e) => e.campo);

describe("who may read and write", () => {
  const lecturas = {
    "/api/categorias": { nadie: 200, vecino: 200, cuadrilla: 200, supervisor: 200, admin: 200 },
    "/api/zonas": { nadie: 200, vecino: 200, cuadrilla: 200, supervisor: 200, admin: 200 },
    "/api/cuadrillas": { nadie: 401, vecino: 403, cuadrilla: 200, supervisor: 200, admin: 200 },
    "/api/plazos": { nadie: 401, vecino: 200, cuadrilla: 200, supervisor: 200, admin: 200 },
  };
  const ROLES = ["vecino", "cuadrilla", "supervisor", "admin"] as const;

  it("each role reads what it may", async () => {
    const clientes: [string, Cliente][] = [["nadie", abrirCliente()]];
    for (const rol of ROLES) clientes.push([rol, await clienteDe(await crearUsuario(rol))]);
    for (const [ruta, esperado] of Object.entries(lecturas)) {
      const visto: Record<string, number> = {};
      for (const [rol, c] of clientes) visto[rol] = (await c.pedir("GET", ruta)).status;
      expect({ [ruta]: visto }).toEqual({ [ruta]: esperado });
    }
  });

  it("nobody but an admin writes", async () => {
    const cuerpos: [string, string, object][] = [
      ["POST", "/api/categorias", CATEGORIA],
      ["PUT", `/api/categorias/${ciudad.categorias.bacheo}`, CATEGORIA],
      ["POST", "/api/zonas", { nombre: "Sur", poligono: TRIANGULO }],
      ["PUT", `/api/zonas/${ciudad.zona}`, { nombre: "Sur", poligono: TRIANGULO }],
      ["POST", "/api/cuadrillas", { nombre: "Nueva" }],
      ["PUT", `/api/cuadrillas/${ciudad.cuadrillas.luz}`, { nombre: "Nueva" }],
      ["PUT", `/api/plazos/${ciudad.categorias.bacheo}`, { horas_normal: 1, horas_urgente: 1 }],
    ];
    const clientes: [Cliente, number][] = [
      [abrirCliente(), 401],
      [await clienteDe(await crearUsuario("vecino")), 403],
      [await clienteDe(await crearUsuario("cuadrilla")), 403],
      [await clienteDe(supervisora), 403],
    ];
    for (const [metodo, ruta, cuerpo] of cuerpos)
      for (const [c, status] of clientes)
        expect([ruta, (await c.pedir(metodo, ruta, cuerpo)).status]).toEqual([ruta, status]);
    const nombres = await db.select({ n: schema.categorias.nombre }).from(schema.categorias);
    expect(nombres.map((f) => f.n)).not.toContain("Plazas");
  });

  it("a session older than the change of role writes no more", async () => {
    const exadmin = await crearUsuario("admin");
    await db.update(usuarios).set({ rol: "vecino" }).where(eq(usuarios.id, exadmin.id));
    const pedido = { nombre: "Sur", poligono: TRIANGULO, activa: true };
    await expect(crearZona(ctxDe(exadmin), pedido)).rejects.toMatchObject({ codigo: "sin_sesion" });
  });
});

describe("categorías", () => {
  it("are made with their plazo and cuadrillas, at the end of the list", async () => {
    const { status, cuerpo } = await admin.pedir<Categoria>("POST", "/api/categorias", {
      ...CATEGORIA,
      cuadrillas: [ciudad.cuadrillas.luz, ciudad.cuadrillas.luz],
    });
    expect(status).toBe(201);
    expect(cuerpo).toEqual({
      id: expect.any(Number),
      nombre: "Plazas",
      icono: "trees",
      color: "#1b6b3a",
      privada: false,
      activa: true,
      version: 1,
    });
    const lista = await abrirCliente().pedir<Items<Categoria>>("GET", "/api/categorias");
    expect(lista.cuerpo.items.at(-1)).toEqual(cuerpo);
    const plazos = await admin.pedir<Items<Plazo>>("GET", "/api/plazos");
    expect(plazos.cuerpo.items).toContainEqual({
      categoria_id: cuerpo.id,
      horas_normal: 360,
      horas_urgente: 120,
    });
    const cuadrillas = await admin.pedir<Items<Cuadrilla>>("GET", "/api/cuadrillas");
    const luz = cuadrillas.cuerpo.items.find((c) => c.id === ciudad.cuadrillas.luz);
    expect(luz?.categorias).toEqual([cuerpo.id]);
  });

  it("are changed whole; cuadrillas only when they are given", async () => {
    const { cuerpo: c } = await admin.pedir<Categoria>("POST", "/api/categorias", {
      ...CATEGORIA,
      nombre: "Ruidos",
      cuadrillas: [ciudad.cuadrillas.vialidad],
    });
    const cambiada = await admin.pedir<Categoria>("PUT", `/api/categorias/${c.id}`, {
      ...CATEGORIA,
      nombre: "Ruidos molestos",
      privada: true,
      activa: false,
      horas_normal: 10,
    });
    expect(cambiada.cuerpo).toMatchObject({
      id: c.id,
      nombre: "Ruidos molestos",
      privada: true,
      activa: false,
    });
    const suyas = () =>
      db
        .select()
        .from(schema.cuadrilla_categorias)
        .where(eq(schema.cuadrilla_categorias.categoria_id, c.id));
    expect(await suyas()).toHaveLength(1);
    await admin.pedir("PUT", `/api/categorias/${c.id}`, {
      ...CATEGORIA,
      nombre: "Ruidos",
      cuadrillas: [],
    });
    expect(await suyas()).toEqual([]);
    const [plazo] = await db
      .select()
      .from(schema.plazos)
      .where(eq(schema.plazos.categoria_id, c.id));
    expect(plazo?.horas_normal).toBe(360);
  });

  it("refuse a name that is taken, and leave nothing behind", async () => {
    const antes = (await db.select().from(schema.plazos)).length;
    const { status, cuerpo } = await admin.pedir<Problema>("POST", "/api/categorias", {
      ...CATEGORIA,
      nombre: "Bacheo",
    });
    expect([status, cuerpo.codigo, campos(cuerpo)]).toEqual([409, "ya_existe", ["nombre"]]);
    expect((await db.select().from(schema.plazos)).length).toBe(antes);
    const otra = await admin.pedir<Problema>(
      "PUT",
      `/api/categorias/${ciudad.categorias.alumbrado}`,
      {
        ...CATEGORIA,
        nombre: "Bacheo",
      },
    );
    expect(otra.status).toBe(409);
  });

  it("name every wrong field at once", async () => {
    const { status, cuerpo } = await admin.pedir<Problema>("POST", "/api/categorias", {
      nombre: "x",
      icono: "",
      color: "rojo",
      privada: "sí",
      horas_normal: 0,
      horas_urgente: 1.5,
    });
    expect(status).toBe(422);
    expect(campos(cuerpo).sort()).toEqual(
      ["color", "horas_normal", "horas_urgente", "icono", "nombre", "privada"].sort(),
    );
  });

  it("refuse cuadrillas that are not there, naming the field", async () => {
    const { status, cuerpo } = await admin.pedir<Problema>("POST", "/api/categorias", {
      ...CATEGORIA,
      nombre: "Otra",
      cuadrillas: [ciudad.cuadrillas.luz, 9999],
    });
    expect([status, campos(cuerpo)]).toEqual([422, ["cuadrillas"]]);
    expect(cuerpo.errores?.[0]?.mensaje).toContain("9999");
  });

  it("unknown are 404", async () => {
    expect((await admin.pedir("PUT", "/api/categorias/9999", CATEGORIA)).status).toBe(404);
    expect((await admin.pedir("PUT", "/api/categorias/x", CATEGORIA)).status).toBe(404);
  });

  it("hold markup and quotes as text", async () => {
    const nombre = `<b>'";--😀`;
    const { cuerpo } = await admin.pedir<Categoria>("POST", "/api/categorias", {
      ...CATEGORIA,
      nombre,
    });
    expect(cuerpo.nombre).toBe(nombre);
  });
});

describe("zonas", () => {
  it("are made, read with their polygon, changed", async () => {
    const { status, cuerpo } = await admin.pedir<Zona>("POST", "/api/zonas", {
      nombre: "Oeste",
      poligono: TRIANGULO,
    });
    expect([status, cuerpo]).toEqual([
      201,
      { id: expect.any(Number), nombre: "Oeste", activa: true, poligono: TRIANGULO, version: 1 },
    ]);
    const multi = { type: "MultiPolygon", coordinates: [TRIANGULO.coordinates] };
    const cambiada = await admin.pedir<Zona>("PUT", `/api/zonas/${cuerpo.id}`, {
      nombre: "Oeste",
      poligono: multi,
      activa: false,
    });
    expect(cambiada.cuerpo).toMatchObject({ activa: false, poligono: multi });
    const lista = await abrirCliente().pedir<Items<Zona>>("GET", "/api/zonas");
    expect(lista.cuerpo.items).toContainEqual(cambiada.cuerpo);
  });

  it.each([
    [
      "open",
      [
        [-58.4, -34.6],
        [-58.39, -34.6],
        [-58.39, -34.59],
        [-58.4, -34.59],
      ],
    ],
    [
      "of two points",
      [
        [-58.4, -34.6],
        [-58.4, -34.6],
      ],
    ],
    [
      "off the map",
      [
        [-58.4, -34.6],
        [-258.39, -34.6],
        [-58.39, -34.59],
        [-58.4, -34.6],
      ],
    ],
  ])("refuse a polygon %s", async (_que, anillo) => {
    const { status, cuerpo } = await admin.pedir<Problema>("POST", "/api/zonas", {
      nombre: "Mala",
      poligono: { type: "Polygon", coordinates: [anillo] },
    });
    expect(status).toBe(422);
    expect(campos(cuerpo)[0]).toMatch(/^poligono/);
  });

  it("refuse a taken name, and unknown are 404", async () => {
    const cuerpo = { nombre: "Centro", poligono: TRIANGULO };
    expect((await admin.pedir("POST", "/api/zonas", cuerpo)).status).toBe(409);
    expect((await admin.pedir("PUT", "/api/zonas/9999", cuerpo)).status).toBe(404);
  });
});

describe("cuadrillas", () => {
  it("are made, changed, and tell what they do", async () => {
    const { status, cuerpo } = await admin.pedir<Cuadrilla>("POST", "/api/cuadrillas", {
      nombre: "Arbolado 1",
      zona_id: ciudad.zona,
      categorias: [ciudad.categorias.alumbrado, ciudad.categorias.bacheo],
    });
    expect([status, cuerpo]).toEqual([
      201,
      {
        id: expect.any(Number),
        nombre: "Arbolado 1",
        activa: true,
        capacidad: 10,
        zona_id: ciudad.zona,
        categorias: [ciudad.categorias.bacheo, ciudad.categorias.alumbrado].sort((a, b) => a - b),
        abiertos: 0,
        version: 1,
      },
    ]);
    const cambiada = await admin.pedir<Cuadrilla>("PUT", `/api/cuadrillas/${cuerpo.id}`, {
      nombre: "Arbolado",
      capacidad: 3,
      activa: false,
    });
    expect(cambiada.cuerpo).toEqual({
      ...cuerpo,
      nombre: "Arbolado",
      capacidad: 3,
      activa: false,
      zona_id: null,
      version: 2,
    });
  });

  it("count their open reclamos", async () => {
    const vecino = await crearUsuario("vecino");
    const ctx = ctxDe(supervisora);
    const cuadrilla_id = ciudad.cuadrillas.vialidad;
    for (let i = 0; i < 3; i++) {
      const { id } = await crearReclamoDe(vecino, ciudad);
      await asignarReclamo(ctx, id, { cuadrilla_id, version: 1 });
      if (i > 0) continue;
      await iniciarReclamo(ctx, id, { version: 2 });
      await resolverReclamo(ctx, id, { solucion: "Se repuso el asfalto en frío.", version: 3 });
    }
    const { cuerpo } = await admin.pedir<Items<Cuadrilla>>("GET", "/api/cuadrillas");
    expect(cuerpo.items.map((c) => [c.id, c.abiertos])).toContainEqual([cuadrilla_id, 2]);
    const cambiada = await admin.pedir<Cuadrilla>("PUT", `/api/cuadrillas/${cuadrilla_id}`, {
      nombre: "Vialidad 1",
    });
    expect(cambiada.cuerpo.abiertos).toBe(2);
  });

  it("refuse zona and categorías that are not there, both at once", async () => {
    const { status, cuerpo } = await admin.pedir<Problema>("POST", "/api/cuadrillas", {
      nombre: "Mala",
      zona_id: 9999,
      categorias: [9998],
    });
    expect([status, campos(cuerpo)]).toEqual([422, ["zona_id", "categorias"]]);
  });

  it("refuse a taken name, and unknown are 404", async () => {
    expect((await admin.pedir("POST", "/api/cuadrillas", { nombre: "Luz 1" })).status).toBe(409);
    expect((await admin.pedir("PUT", "/api/cuadrillas/9999", { nombre: "Z1" })).status).toBe(404);
  });
});

describe("plazos", () => {
  it("are changed, and not for what is already promised", async () => {
    const vecino = await crearUsuario("vecino");
    const antes = await crearReclamoDe(vecino, ciudad);
    const { status, cuerpo } = await admin.pedir<Plazo>(
      "PUT",
      `/api/plazos/${ciudad.categorias.bacheo}`,
      {
        horas_normal: 48,
        horas_urgente: 8,
      },
    );
    expect([status, cuerpo]).toEqual([
      200,
      { categoria_id: ciudad.categorias.bacheo, horas_normal: 48, horas_urgente: 8 },
    ]);
    const despues = await crearReclamoDe(vecino, ciudad);
    const horas = (r: { vence_en: string | null; creado_en: string }) =>
      (Date.parse(r.vence_en ?? "") - Date.parse(r.creado_en)) / 3_600_000;
    expect([horas(antes), horas(despues)]).toEqual([240, 48]);
  });

  it("refuse no hours and too many, and unknown categorías are 404", async () => {
    const mal = await admin.pedir<Problema>("PUT", `/api/plazos/${ciudad.categorias.bacheo}`, {
      horas_normal: 9000,
    });
    expect([mal.status, campos(mal.cuerpo).sort()]).toEqual([
      422,
      ["horas_normal", "horas_urgente"],
    ]);
    const horas = { horas_normal: 1, horas_urgente: 1 };
    expect((await admin.pedir("PUT", "/api/plazos/9999", horas)).status).toBe(404);
  });
});

describe("two admins on one row", () => {
  const crear = async (nombre: string) =>
    (await admin.pedir<Categoria>("POST", "/api/categorias", { ...CATEGORIA, nombre })).cuerpo;
  const guardar = (c: Categoria, mas: object) =>
    admin.pedir<Categoria & Problema>("PUT", `/api/categorias/${c.id}`, {
      ...CATEGORIA,
      nombre: c.nombre,
      version: c.version,
      ...mas,
    });
  const plazoDe = async (c: Categoria) => {
    const { cuerpo } = await admin.pedir<Items<Plazo>>("GET", "/api/plazos");
    return cuerpo.items.find((p) => p.categoria_id === c.id)?.horas_normal;
  };

  it("the second is refused, with nothing of theirs half done", async () => {
    const c = await crear("Semáforos");
    expect((await guardar(c, { horas_normal: 50 })).cuerpo.version).toBe(2);
    const tarde = await guardar(c, { horas_normal: 9, cuadrillas: [ciudad.cuadrillas.luz] });
    expect([tarde.status, tarde.cuerpo.codigo]).toEqual([409, "version_vieja"]);
    expect(await plazoDe(c)).toBe(50);
    const suyas = await db
      .select()
      .from(schema.cuadrilla_categorias)
      .where(eq(schema.cuadrilla_categorias.categoria_id, c.id));
    expect(suyas).toEqual([]);
    expect((await guardar({ ...c, version: 2 }, { horas_normal: 9 })).status).toBe(200);
    expect(await plazoDe(c)).toBe(9);
  });

  it("of two at once one wins", async () => {
    const c = await crear("Refugios");
    const dos = await Promise.all([guardar(c, { icono: "a" }), guardar(c, { icono: "b" })]);
    expect(dos.map((r) => r.status).sort()).toEqual([200, 409]);
  });

  it("a change from the other side counts: its plazo, and the cuadrillas that join it or leave it", async () => {
    const c = await crear("Bancos");
    const otra = await crear("Juegos");
    const versiones = async () => {
      const { cuerpo } = await admin.pedir<Items<Categoria>>("GET", "/api/categorias");
      return [c, otra].map((x) => cuerpo.items.find((y) => y.id === x.id)?.version);
    };
    await admin.pedir("PUT", `/api/plazos/${c.id}`, { horas_normal: 5, horas_urgente: 5 });
    expect(await versiones()).toEqual([2, 1]);
    const { cuerpo: k } = await admin.pedir<Cuadrilla>("POST", "/api/cuadrillas", {
      nombre: "Carpintería",
      categorias: [c.id],
    });
    expect(await versiones()).toEqual([3, 1]);
    const cambio = { nombre: "Carpintería", categorias: [otra.id], version: k.version };
    expect((await admin.pedir("PUT", `/api/cuadrillas/${k.id}`, cambio)).status).toBe(200);
    expect(await versiones()).toEqual([4, 2]);
    expect((await admin.pedir("PUT", `/api/cuadrillas/${k.id}`, cambio)).status).toBe(409);
    // The categoría takes it back: the cuadrilla is another now, for who has its form open.
    await guardar({ ...otra, version: 2 }, { cuadrillas: [] });
    const tarde = await admin.pedir("PUT", `/api/cuadrillas/${k.id}`, { ...cambio, version: 2 });
    expect(tarde.status).toBe(409);
  });

  it("a zona too", async () => {
    const pedido = { nombre: "Zona doble", poligono: TRIANGULO };
    const { cuerpo: z } = await admin.pedir<Zona>("POST", "/api/zonas", pedido);
    const cambiar = (version: number) =>
      admin.pedir("PUT", `/api/zonas/${z.id}`, { ...pedido, version });
    expect((await cambiar(1)).status).toBe(200);
    expect((await cambiar(1)).status).toBe(409);
  });
});

it("tells the staff's open screens which catalogue changed, and no vecino's", async () => {
  const vecina = await crearUsuario("vecino");
  const [deLaCiudad, deLaVecina] = [
    await enchufar(env.USER_CHANNEL, supervisora.id),
    await enchufar(env.USER_CHANNEL, vecina.id),
  ];
  await admin.pedir("POST", "/api/cuadrillas", { nombre: "Pintura" });
  await admin.pedir("POST", "/api/cuadrillas", { nombre: "Pintura" });
  await deLaCiudad.alDia();
  await deLaVecina.alDia();
  expect(deLaCiudad.de("catalogo").map((t) => t.data)).toEqual([{ que: "cuadrillas" }]);
  expect(deLaVecina.de("catalogo")).toEqual([]);
});

it("the usual categorías come with their plazos, once, and leave those that are there", async () => {
  const crear = async () =>
    (await admin.pedir<Items<Categoria>>("POST", "/api/categorias/usuales", {})).cuerpo.items;
  const { cuerpo: antes } = await admin.pedir<Items<Categoria>>("GET", "/api/categorias");
  const nuevas = await crear();
  // Bacheo and Alumbrado were here.
  expect(nuevas.map((c) => c.nombre)).toEqual([
    "Limpieza",
    "Arbolado",
    "Tránsito",
    "Agua",
    "Cloacas",
    "Espacios verdes",
  ]);
  const plazos = await admin.pedir<Items<Plazo>>("GET", "/api/plazos");
  const agua = nuevas.find((c) => c.nombre === "Agua");
  expect(plazos.cuerpo.items).toContainEqual({
    categoria_id: agua?.id,
    horas_normal: 72,
    horas_urgente: 12,
  });
  const despues = await admin.pedir<Items<Categoria>>("GET", "/api/categorias");
  expect(despues.cuerpo.items).toEqual([...antes.items, ...nuevas]);
  expect(await crear()).toEqual([]);
});
