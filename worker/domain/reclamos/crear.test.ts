import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { CODIGO } from "../../../contract/esquemas/comunes.ts";
import { schema } from "../../db/client.ts";
import {
  AHORA,
  type Ciudad,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
  FUERA,
  PUNTO,
} from "../../testing/fabrica.ts";
import { asignarReclamo } from "./asignar.ts";
import { comentarReclamo } from "./comentar.ts";
import { verHistorial } from "./historial.ts";
import { verPublico } from "./publico.ts";
import { rechazarReclamo } from "./rechazar.ts";
import { similaresDe } from "./similares.ts";

let ciudad: Ciudad;
beforeAll(async () => {
  ciudad = await crearMunicipio();
});

const cuantos = async () => (await db.select().from(schema.reclamos)).length;

describe("crear", () => {
  it("gives number, codigo, zona from the point and the promised date", async () => {
    const ctx = ctxDe(await crearUsuario());
    const vecino = ctx.actor as Awaited<ReturnType<typeof crearUsuario>>;
    const r = await crearReclamoDe(vecino, ciudad);
    expect(r).toMatchObject({
      estado: "nuevo",
      version: 1,
      prioridad: "normal",
      canal: "web",
      numero: r.id,
      es_mio: true,
    });
    expect(r.codigo).toMatch(CODIGO);
    expect(r.zona?.nombre).toBe("Centro");
    expect(Date.parse(r.vence_en ?? "") / 1000).toBe(AHORA + 240 * 3600);
    expect(r.acciones).toEqual(["editar", "comentar"]);
  });

  it("takes a place in words alone", async () => {
    const r = await crearReclamoDe(await crearUsuario(), ciudad, { lat: null, lng: null });
    expect(r).toMatchObject({ lat: null, zona: null });
  });

  it("refuses a point outside the municipality, an unknown category and one out of use", async () => {
    const vecino = await crearUsuario();
    const antes = await cuantos();
    await expect(crearReclamoDe(vecino, ciudad, FUERA)).rejects.toMatchObject({
      mas: { errores: [{ campo: "lat" }] },
    });
    for (const categoria_id of [ciudad.categorias.inactiva, 9999])
      await expect(crearReclamoDe(vecino, ciudad, { categoria_id })).rejects.toMatchObject({
        mas: { errores: [{ campo: "categoria_id" }] },
      });
    expect(await cuantos()).toBe(antes);
  });

  it("holds a vecino to five a day, however many come at once, and no staff", async () => {
    const vecino = await crearUsuario();
    const fines = await Promise.allSettled(
      Array.from({ length: 8 }, () => crearReclamoDe(vecino, ciudad)),
    );
    expect(fines.filter((f) => f.status === "fulfilled")).toHaveLength(5);
    const no = fines.find((f) => f.status === "rejected");
    expect(no?.reason).toMatchObject({ codigo: "limite_diario" });
    await expect(
      crearReclamoDe(vecino, ciudad, {}, { ahora: AHORA + 86_400 }),
    ).resolves.toMatchObject({ estado: "nuevo" });
    const supervisora = await crearUsuario("supervisor");
    for (let i = 0; i < 6; i++) await crearReclamoDe(supervisora, ciudad);
  });

  it("makes one reclamo of ten identical requests at once", async () => {
    const vecino = await crearUsuario();
    const clave = { valor: "telefono-1", huella: "h" };
    const rs = await Promise.all(
      Array.from({ length: 10 }, () => crearReclamoDe(vecino, ciudad, {}, { clave })),
    );
    expect(new Set(rs.map((r) => JSON.stringify(r))).size).toBe(1);
    await expect(
      crearReclamoDe(vecino, ciudad, {}, { clave: { valor: "telefono-1", huella: "otra" } }),
    ).rejects.toMatchObject({ codigo: "clave_reusada" });
  });

  it("lets staff report on a persona's behalf, with priority and channel, and nobody else", async () => {
    const supervisora = await crearUsuario("supervisor");
    const persona = { nombre: "Rosa", apellido: "Paz", telefono: "4444-1111" };
    const r = await crearReclamoDe(supervisora, ciudad, {
      persona,
      canal: "telefono",
      prioridad: "urgente",
    });
    expect(r).toMatchObject({
      canal: "telefono",
      prioridad: "urgente",
      es_mio: false,
      creador: { nombre: "Rosa Paz" },
    });
    const vecino = await crearUsuario();
    for (const mas of [
      { persona },
      { prioridad: "urgente" as const },
      { canal: "telefono" as const },
    ])
      await expect(crearReclamoDe(vecino, ciudad, mas)).rejects.toMatchObject({
        codigo: "sin_permiso",
      });
    await expect(
      crearReclamoDe(
        await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.luz }),
        ciudad,
      ),
    ).rejects.toMatchObject({ codigo: "sin_permiso" });
  });

  it("gives a report on behalf of a known address to its account", async () => {
    const vecina = await crearUsuario("vecino", { email: "rosa@prueba.example" });
    const r = await crearReclamoDe(await crearUsuario("admin"), ciudad, {
      persona: { nombre: "Rosa", email: "rosa@prueba.example" },
    });
    expect(r.creador_id).toBe(vecina.personaId);
  });

  it("keeps what people write to the letter, SQL, HTML and four-byte letters included", async () => {
    const titulo = `'); DROP TABLE reclamos;-- <b>🕳️𝒷</b>`;
    const r = await crearReclamoDe(await crearUsuario(), ciudad, { titulo });
    expect(r.titulo).toBe(titulo);
    expect(await cuantos()).toBeGreaterThan(0);
  });
});

describe("similares", () => {
  it("offers what is near, open, recent and of the same category, nearest first", async () => {
    const quien = await crearUsuario("supervisor");
    const base = { lat: -34.585, lng: -58.386 };
    const METRO = 1 / 111_195;
    const a = await crearReclamoDe(quien, ciudad, { lat: base.lat + 80 * METRO, lng: base.lng });
    const b = await crearReclamoDe(quien, ciudad, { lat: base.lat + 20 * METRO, lng: base.lng });
    await crearReclamoDe(quien, ciudad, { lat: base.lat + 120 * METRO, lng: base.lng });
    await crearReclamoDe(quien, ciudad, { ...base, categoria_id: ciudad.categorias.alumbrado });
    await crearReclamoDe(quien, ciudad, base, { ahora: AHORA - 31 * 86_400 });
    const cerrado = await crearReclamoDe(quien, ciudad, base);
    await rechazarReclamo(ctxDe(quien), cerrado.id, {
      motivo: "otro",
      texto: "No corresponde acá.",
      version: 1,
    });
    const { items } = await similaresDe(ctxDe(quien), {
      ...base,
      categoria: ciudad.categorias.bacheo,
    });
    expect(items.map((s) => [s.id, s.metros])).toEqual([
      [b.id, 20],
      [a.id, 80],
    ]);
  });
});

describe("what the public sees", () => {
  it("shows no person, no internal word and no vecino's free comment", async () => {
    const vecino = await crearUsuario("vecino", { nombre: "Zulema" });
    const supervisora = await crearUsuario("supervisor", { nombre: "Berta" });
    const r = await crearReclamoDe(vecino, ciudad);
    await asignarReclamo(ctxDe(supervisora), r.id, {
      cuadrilla_id: ciudad.cuadrillas.vialidad,
      nota: "nota-de-adentro",
      version: 1,
    });
    await comentarReclamo(ctxDe(supervisora), r.id, { texto: "secreto-interno", interno: true });
    await comentarReclamo(ctxDe(vecino), r.id, { texto: "mi-telefono 4444", interno: false });
    await comentarReclamo(ctxDe(supervisora), r.id, { texto: "respuesta-publica", interno: false });
    const visto = JSON.stringify(await verPublico(ctxDe({ tipo: "anonimo" }), r.codigo));
    for (const no of [
      "Zulema",
      "Berta",
      "nota-de-adentro",
      "secreto-interno",
      "mi-telefono",
      vecino.email,
      "creador",
    ])
      expect(visto).not.toContain(no);
    expect(visto).toContain("respuesta-publica");
    expect(visto).toContain("Vialidad 1");

    const ajeno = JSON.stringify((await verHistorial(ctxDe(await crearUsuario()), r.codigo)).items);
    for (const no of ["Zulema", "Berta", "nota-de-adentro", "secreto-interno", "mi-telefono"])
      expect(ajeno).not.toContain(no);
    expect(ajeno).toContain("respuesta-publica");
    const otraCuadrilla = await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.luz });
    const deOtra = JSON.stringify((await verHistorial(ctxDe(otraCuadrilla), r.codigo)).items);
    for (const no of ["Zulema", "Berta", "nota-de-adentro", "secreto-interno", "mi-telefono"])
      expect(deOtra).not.toContain(no);

    const suyo = JSON.stringify((await verHistorial(ctxDe(vecino), r.id)).items);
    expect(suyo).toContain("mi-telefono");
    for (const no of ["Berta", "nota-de-adentro", "secreto-interno"])
      expect(suyo).not.toContain(no);
    const deStaff = JSON.stringify((await verHistorial(ctxDe(supervisora), r.id)).items);
    for (const si of ["Berta", "Zulema", "nota-de-adentro", "secreto-interno"])
      expect(deStaff).toContain(si);
  });

  it("knows nothing of a private category or an unknown codigo", async () => {
    const r = await crearReclamoDe(await crearUsuario(), ciudad, {
      categoria_id: ciudad.categorias.privada,
    });
    for (const codigo of [r.codigo, "0000000000"])
      await expect(verPublico(ctxDe({ tipo: "anonimo" }), codigo)).rejects.toMatchObject({
        codigo: "no_encontrado",
      });
    const { items } = await similaresDe(ctxDe(await crearUsuario()), {
      ...PUNTO,
      categoria: ciudad.categorias.privada,
    });
    expect(items).toEqual([]);
  });
});

it("writes one evento with one pending dispatch for each reclamo", async () => {
  const ctx = ctxDe(await crearUsuario());
  const { crearReclamo } = await import("./crear.ts");
  const { pedidoDe } = await import("../../testing/fabrica.ts");
  const r = await crearReclamo(ctx, pedidoDe(ciudad));
  const filas = await db.select().from(schema.eventos).where(eq(schema.eventos.reclamo_id, r.id));
  expect(filas).toMatchObject([
    { id: ctx.hechos[0], tipo: "creado", version: 1, despachado_en: null },
  ]);
});
