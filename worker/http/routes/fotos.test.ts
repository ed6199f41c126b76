import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import type { Problema } from "../../../contract/errores.ts";
import type { Foto } from "../../../contract/esquemas/reclamos.ts";
import { LIMITES } from "../../../contract/limites.ts";
import { schema } from "../../db/client.ts";
import { SUELTAS_MAX } from "../../domain/fotos/crear.ts";
import { asignarReclamo } from "../../domain/reclamos/asignar.ts";
import { comentarReclamo } from "../../domain/reclamos/comentar.ts";
import puertas from "../../index.ts";
import { tokenDe } from "../../testing/api.ts";
import {
  type Ciudad,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
} from "../../testing/fabrica.ts";
import { JPEG_CON_GPS } from "../../testing/fotos.ts";

const { fotos, reclamos, seguidores } = schema;

let ciudad: Ciudad;
let supervisora: Usuario;
beforeAll(async () => {
  ciudad = await crearMunicipio();
  supervisora = await crearUsuario("supervisor");
});

const tokens = new Map<number, string>();
async function pedir(
  quien: Usuario | null,
  ruta: string,
  init: RequestInit = {},
): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("CF-Connecting-IP", crypto.randomUUID());
  if (quien) {
    const token = tokens.get(quien.id) ?? (await tokenDe(quien));
    tokens.set(quien.id, token);
    headers.set("Authorization", `Bearer ${token}`);
  }
  const ctx = createExecutionContext();
  const r = await puertas.fetch(
    new Request(`http://127.0.0.1:8787${ruta}`, { ...init, headers }),
    env,
    ctx,
  );
  await waitOnExecutionContext(ctx);
  return r;
}

const formulario = (
  ...archivos: [bytes: Uint8Array<ArrayBuffer> | string, nombre: string][]
): FormData => {
  const f = new FormData();
  for (const [bytes, nombre] of archivos)
    f.append("foto", new File([bytes], nombre, { type: "image/jpeg" }));
  return f;
};

const subir = (quien: Usuario | null, body: BodyInit, headers: Record<string, string> = {}) =>
  pedir(quien, "/api/fotos", { method: "POST", body, headers });

async function subida(quien: Usuario): Promise<Foto> {
  const r = await subir(quien, formulario([JPEG_CON_GPS, "bache.jpg"]));
  expect(r.status).toBe(201);
  return r.json();
}

const problema = async (r: Response): Promise<[number, string, string | undefined]> => {
  const p: Problema = await r.json();
  return [r.status, p.codigo, p.errores?.[0]?.campo];
};

/** Status of the photo for each reader. */
async function quienesVen(id: number, lectores: Record<string, Usuario | null>) {
  const entradas = Object.entries(lectores).map(async ([nombre, u]) => {
    const r = await pedir(u, `/api/fotos/${id}`);
    await r.arrayBuffer();
    return [nombre, r.status] as const;
  });
  return Object.fromEntries(await Promise.all(entradas));
}

describe("POST /api/fotos", () => {
  it("takes a photo, cleans it, and gives it an id and two addresses", async () => {
    const vecino = await crearUsuario("vecino");
    const foto = await subida(vecino);
    expect(foto).toEqual({
      id: expect.any(Number),
      momento: "antes",
      url: `/api/fotos/${foto.id}`,
      miniatura: `/api/fotos/${foto.id}?tamano=mini`,
      ancho: 32,
      alto: 64,
      oculta: false,
    });
    const r = await pedir(vecino, foto.url);
    const bytes = new TextDecoder("latin1").decode(await r.arrayBuffer());
    expect(bytes).not.toMatch(/Exif|Ana|GPS/);
    const [fila] = await db.select().from(fotos).where(eq(fotos.id, foto.id));
    expect(fila).toMatchObject({ reclamo_id: null, momento: null, subida_por: vecino.id });
    expect(fila?.clave).toMatch(/^[0-9a-f]{32}$/);
  });

  it("is for who is signed in", async () => {
    const r = await subir(null, formulario([JPEG_CON_GPS, "a.jpg"]));
    expect(await problema(r)).toEqual([401, "sin_sesion", undefined]);
  });

  it("answers the same again to the same key", async () => {
    const vecino = await crearUsuario("vecino");
    const vez = () =>
      subir(vecino, formulario([JPEG_CON_GPS, "a.jpg"]), { "Idempotency-Key": "una-foto" });
    const primera: Foto = await (await vez()).json();
    expect(await (await vez()).json()).toEqual(primera);
    expect(await db.select().from(fotos).where(eq(fotos.subida_por, vecino.id))).toHaveLength(1);
  });

  it("holds a person to so many loose photos", async () => {
    const vecino = await crearUsuario("vecino");
    for (let i = 0; i < SUELTAS_MAX; i++)
      await db.insert(fotos).values({
        clave: `muchas-${i}`,
        subida_por: vecino.id,
        ancho: 1,
        alto: 1,
        bytes: 1,
        creado_en: 1,
      });
    const r = await subir(vecino, formulario([JPEG_CON_GPS, "a.jpg"]));
    expect(r.headers.get("Retry-After")).toBe("3600");
    expect(await problema(r)).toEqual([429, "limite", undefined]);
  });

  describe("bad input", () => {
    let vecino: Usuario;
    beforeAll(async () => {
      vecino = await crearUsuario("vecino");
    });

    it.each<[string, () => BodyInit, [number, string, string | undefined]]>([
      [
        "HTML named .jpg",
        () => formulario(["<script>alert(1)</script>", "a.jpg"]),
        [415, "tipo_no_admitido", undefined],
      ],
      ["no file", () => formulario(), [422, "datos_invalidos", "foto"]],
      ["an empty file", () => formulario(["", "a.jpg"]), [422, "datos_invalidos", "foto"]],
      [
        "two files",
        () => formulario([JPEG_CON_GPS, "a.jpg"], [JPEG_CON_GPS, "b.jpg"]),
        [422, "datos_invalidos", "foto"],
      ],
      [
        "JSON",
        () => new Blob(["{}"], { type: "application/json" }),
        [415, "tipo_no_admitido", undefined],
      ],
      [
        "text where the file should be",
        () => {
          const f = new FormData();
          f.append("foto", "hola");
          return f;
        },
        [422, "datos_invalidos", "foto"],
      ],
      [
        "a broken form",
        () => new Blob(["nada"], { type: "multipart/form-data; boundary=x" }),
        [422, "datos_invalidos", "foto"],
      ],
      [
        "more than 10 MB",
        () => formulario([new Uint8Array(LIMITES.fotoBytesMax + 1), "a.jpg"]),
        [413, "cuerpo_grande", undefined],
      ],
      [
        "much more than 10 MB",
        () => formulario([new Uint8Array(LIMITES.fotoBytesMax + 100_000), "a.jpg"]),
        [413, "cuerpo_grande", undefined],
      ],
    ])("%s", async (_nombre, cuerpo, esperado) => {
      expect(await problema(await subir(vecino, cuerpo()))).toEqual(esperado);
      expect(await db.select().from(fotos).where(eq(fotos.subida_por, vecino.id))).toEqual([]);
    });

    it("a stream that does not tell its length is refused where it passes 10 MB", async () => {
      const parte = new Uint8Array(1024 * 1024);
      let enviadas = 0;
      const body = new ReadableStream<Uint8Array>({
        pull(c) {
          if (enviadas === 0)
            c.enqueue(
              new TextEncoder().encode(
                '--x\r\nContent-Disposition: form-data; name="foto"; filename="a.jpg"\r\n\r\n',
              ),
            );
          enviadas += 1;
          if (enviadas > 40) c.close();
          else c.enqueue(parte);
        },
      });
      const r = await subir(vecino, body, { "Content-Type": "multipart/form-data; boundary=x" });
      expect(await problema(r)).toEqual([413, "cuerpo_grande", undefined]);
      expect(enviadas).toBeLessThan(20);
    });
  });
});

describe("GET /api/fotos/:id", () => {
  it("shows a loose one to who uploaded it, and to nobody else", async () => {
    const vecino = await crearUsuario("vecino");
    const foto = await subida(vecino);
    const otro = await crearUsuario("vecino");
    expect(await quienesVen(foto.id, { vecino, otro, supervisora, nadie: null })).toEqual({
      vecino: 200,
      otro: 404,
      supervisora: 404,
      nadie: 404,
    });
    const r = await pedir(vecino, foto.url);
    expect(r.headers.get("Cache-Control")).toBe("private, no-store");
  });

  it("shows one of a public reclamo to anyone, cacheable for a minute, with an ETag", async () => {
    const vecino = await crearUsuario("vecino");
    const foto = await subida(vecino);
    await crearReclamoDe(vecino, ciudad, { fotos: [foto.id] });
    const r = await pedir(null, foto.url);
    expect([r.status, r.headers.get("Content-Type"), r.headers.get("Cache-Control")]).toEqual([
      200,
      "image/jpeg",
      "public, max-age=60",
    ]);
    expect(r.headers.get("X-Content-Type-Options")).toBe("nosniff");
    const grande = (await r.arrayBuffer()).byteLength;
    expect(grande).toBe(Number(r.headers.get("Content-Length")));
    const etag = r.headers.get("ETag") ?? "";
    const igual = await pedir(null, foto.url, { headers: { "If-None-Match": etag } });
    expect([igual.status, (await igual.arrayBuffer()).byteLength]).toEqual([304, 0]);
    const mini = await pedir(null, foto.miniatura, { headers: { "If-None-Match": etag } });
    expect(mini.status).toBe(200);
    expect(mini.headers.get("ETag")).not.toBe(etag);
    await mini.arrayBuffer();
  });

  it("of a private categoría, is for who may see the reclamo", async () => {
    const vecino = await crearUsuario("vecino");
    const foto = await subida(vecino);
    const { id } = await crearReclamoDe(vecino, ciudad, {
      categoria_id: ciudad.categorias.privada,
      fotos: [foto.id],
    });
    const seguidor = await crearUsuario("vecino");
    await db
      .insert(seguidores)
      .values({ reclamo_id: id, persona_id: seguidor.personaId, desde: 1 });
    const equipo = await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.luz });
    const otroEquipo = await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.vialidad });
    const sinEquipo = await crearUsuario("cuadrilla");
    const otro = await crearUsuario("vecino");
    await asignarReclamo(ctxDe(supervisora), id, {
      cuadrilla_id: ciudad.cuadrillas.luz,
      version: 1,
    });
    const lectores = {
      vecino,
      seguidor,
      equipo,
      otroEquipo,
      sinEquipo,
      otro,
      supervisora,
      nadie: null,
    };
    expect(await quienesVen(foto.id, lectores)).toEqual({
      vecino: 200,
      seguidor: 200,
      equipo: 200,
      otroEquipo: 404,
      sinEquipo: 404,
      otro: 404,
      supervisora: 200,
      nadie: 404,
    });
    const r = await pedir(vecino, foto.url);
    expect(r.headers.get("Cache-Control")).toBe("private, no-store");
    await r.arrayBuffer();
  });

  it("hidden, it is for staff and who reported; its reclamo hidden, for who may see that", async () => {
    const vecino = await crearUsuario("vecino");
    const foto = await subida(vecino);
    const { id } = await crearReclamoDe(vecino, ciudad, { fotos: [foto.id] });
    const seguidor = await crearUsuario("vecino");
    await db
      .insert(seguidores)
      .values({ reclamo_id: id, persona_id: seguidor.personaId, desde: 1 });
    const lectores = { vecino, seguidor, supervisora, nadie: null };

    await db.update(fotos).set({ oculta: true }).where(eq(fotos.id, foto.id));
    expect(await quienesVen(foto.id, lectores)).toEqual({
      vecino: 200,
      seguidor: 404,
      supervisora: 200,
      nadie: 404,
    });

    await db.update(fotos).set({ oculta: false }).where(eq(fotos.id, foto.id));
    await db.update(reclamos).set({ oculto: true }).where(eq(reclamos.id, id));
    expect(await quienesVen(foto.id, lectores)).toEqual({
      vecino: 200,
      seguidor: 200,
      supervisora: 200,
      nadie: 404,
    });
  });

  it("of an internal comment, is for staff, though the reclamo is public", async () => {
    const vecino = await crearUsuario("vecino");
    const { id } = await crearReclamoDe(vecino, ciudad);
    const foto = await subida(supervisora);
    await comentarReclamo(ctxDe(supervisora), id, {
      texto: "para nosotros",
      interno: true,
      fotos: [foto.id],
    });
    expect(await quienesVen(foto.id, { vecino, supervisora, nadie: null })).toEqual({
      vecino: 404,
      supervisora: 200,
      nadie: 404,
    });
  });

  it("a blocked person's session sees nothing private any more", async () => {
    const vecino = await crearUsuario("vecino");
    const foto = await subida(vecino);
    await db
      .update(schema.usuarios)
      .set({ bloqueadoEn: 1 })
      .where(eq(schema.usuarios.id, vecino.id));
    const r = await pedir(vecino, foto.url);
    expect(r.status).toBeGreaterThanOrEqual(401);
    await r.arrayBuffer();
  });

  it.each(["/api/fotos/999999", "/api/fotos/abc", "/api/fotos/1'--", "/api/fotos/-1"])(
    "%s is not there",
    async (ruta) => {
      expect(await problema(await pedir(supervisora, ruta))).toEqual([
        404,
        "no_encontrado",
        undefined,
      ]);
    },
  );

  it("whose object is gone is not there", async () => {
    const vecino = await crearUsuario("vecino");
    const foto = await subida(vecino);
    await db.update(fotos).set({ clave: "perdida" }).where(eq(fotos.id, foto.id));
    expect((await problema(await pedir(vecino, foto.url)))[0]).toBe(404);
  });
});
