import { beforeAll, describe, expect, it } from "vitest";
import type { Problema } from "../../contract/errores.ts";
import type { Reclamo } from "../../contract/esquemas/reclamos.ts";
import { schema } from "../db/client.ts";
import { clienteDe } from "../testing/api.ts";
import { abrirCliente, type Cliente, enUnMinuto } from "../testing/cliente.ts";
import {
  type Ciudad,
  crearMunicipio,
  crearUsuario,
  db,
  FUERA,
  pedidoDe,
} from "../testing/fabrica.ts";

let ciudad: Ciudad;
let vecino: Cliente;
let supervisora: Cliente;

beforeAll(async () => {
  ciudad = await crearMunicipio();
  vecino = await clienteDe(await crearUsuario());
  supervisora = await clienteDe(await crearUsuario("supervisor"));
});

const cuantos = async () =>
  (await db.select({ id: schema.reclamos.id }).from(schema.reclamos)).length;
const campos = (p: Problema) => (p.errores ?? []).map((e) => e.campo).sort();

describe("bad input", () => {
  it("names every wrong field at once, and writes nothing", async () => {
    const antes = await cuantos();
    const { status, cuerpo, headers } = await vecino.pedir<Problema>("POST", "/api/reclamos", {
      titulo: "x",
      descripcion: 7,
      direccion: "",
      categoria_id: "nueve",
      lat: 500,
      prioridad: "ya",
      fotos: ["a"],
    });
    expect(status).toBe(422);
    expect(headers.get("Content-Type")).toContain("application/problem+json");
    expect(cuerpo.codigo).toBe("datos_invalidos");
    expect(new Set(campos(cuerpo))).toEqual(
      new Set([
        "titulo",
        "descripcion",
        "direccion",
        "categoria_id",
        "lat",
        "prioridad",
        "fotos.0",
      ]),
    );
    expect(await cuantos()).toBe(antes);
  });

  it.each([
    ["broken JSON", "{ no es json", {}, 400, "json_invalido"],
    ["another content type", "titulo=x", { "Content-Type": "text/plain" }, 415, "tipo_no_admitido"],
    ["no content type", "{}", { "Content-Type": "" }, 415, "tipo_no_admitido"],
    [
      "a body of 10 MB",
      JSON.stringify({ titulo: "x".repeat(10 * 1024 * 1024) }),
      {},
      413,
      "cuerpo_grande",
    ],
    ["a JSON list", "[1,2]", {}, 422, "datos_invalidos"],
    ["a JSON null", "null", {}, 422, "datos_invalidos"],
  ])("answers %s plainly", async (_que, cuerpo, cabeceras, status, codigo) => {
    const r = await vecino.pedir<Problema>("POST", "/api/reclamos", cuerpo, cabeceras);
    expect([r.status, r.cuerpo.codigo]).toEqual([status, codigo]);
    expect(r.cuerpo.detail).toMatch(/\w/);
  });

  it.each([
    ["a 4 KB title", { titulo: "t".repeat(4096) }, "titulo"],
    ["a new line in the title", { titulo: "una\nlinea" }, "titulo"],
    ["control characters", { descripcion: "hola\u0000\u0007 que tal andan" }, "descripcion"],
    ["only blanks", { descripcion: " ".repeat(40) }, "descripcion"],
    ["a point outside the municipality", FUERA, "lat"],
    ["half a point", { lat: -34.595, lng: null }, "lat"],
    ["an unknown category", { categoria_id: 123_456 }, "categoria_id"],
    ["a photo that is not there", { fotos: [987_654] }, "fotos"],
    ["six photos", { fotos: [1, 2, 3, 4, 5, 6] }, "fotos"],
    ["an id beyond all integers", { categoria_id: 1e300 }, "categoria_id"],
  ])("refuses %s, naming the field", async (_que, mas, campo) => {
    const antes = await cuantos();
    const r = await vecino.pedir<Problema>("POST", "/api/reclamos", {
      ...pedidoDe(ciudad),
      ...mas,
    });
    expect(r.status).toBe(422);
    expect(campos(r.cuerpo)).toContain(campo);
    expect(await cuantos()).toBe(antes);
  });

  it("keeps hostile text to the letter, and finds it again", async () => {
    const titulo = `<script>alert(1)</script>'"; DROP TABLE reclamos;-- 𝔅𝔞𝔠𝔥𝔢 🕳️`;
    const r = await supervisora.pedir<Reclamo>(
      "POST",
      "/api/reclamos",
      pedidoDe(ciudad, { titulo }),
    );
    expect([r.status, r.cuerpo.titulo]).toEqual([201, titulo]);
    const q = encodeURIComponent("DROP TABLE reclamos;--");
    const lista = await supervisora.pedir<{ items: Reclamo[] }>("GET", `/api/reclamos?q=${q}`);
    expect(lista.cuerpo.items.map((x) => x.id)).toEqual([r.cuerpo.id]);
  });

  it.each([
    "/api/reclamos?limite=mil",
    "/api/reclamos?estado=roto",
    "/api/reclamos?cursor=%00",
    "/api/reclamos?desde=ayer",
    "/api/reclamos?orden=azar",
    "/api/reclamos/similares?lat=a&lng=b&categoria=c",
    "/api/reclamos/similares",
  ])("answers 422 to %s", async (ruta) => {
    expect((await supervisora.pedir("GET", ruta)).status).toBe(422);
  });

  it.each([
    "/api/reclamos/0",
    "/api/reclamos/-1",
    "/api/reclamos/1e5",
    "/api/reclamos/99999999",
    "/api/reclamos/ZZZZZZZZZZ",
    "/api/reclamos/%27%20OR%201=1",
    "/api/reclamos/99999999/historial",
    "/api/publico/reclamos/abc",
    "/api/publico/reclamos/0000000000",
    "/api/no-hay",
  ])("answers 404 to %s", async (ruta) => {
    const r = await supervisora.pedir<Problema>("GET", ruta);
    expect([r.status, r.cuerpo.codigo]).toEqual([404, "no_encontrado"]);
  });

  it("answers 404 to a vecino asking for another's reclamo, in every verb", async () => {
    const { cuerpo: ajeno } = await supervisora.pedir<Reclamo>(
      "POST",
      "/api/reclamos",
      pedidoDe(ciudad),
    );
    for (const [metodo, cola, cuerpo] of [
      ["GET", "", undefined],
      ["GET", "/historial", undefined],
      ["POST", "/comentar", { texto: "¿y esto?" }],
      ["POST", "/sumarse", {}],
      ["POST", "/iniciar", { version: 1 }],
    ] as const)
      expect((await vecino.pedir(metodo, `/api/reclamos/${ajeno.id}${cola}`, cuerpo)).status).toBe(
        404,
      );
  });

  it("refuses a change that another site's page sends", async () => {
    const r = await vecino.pedir<Problema>("POST", "/api/reclamos", pedidoDe(ciudad), {
      Origin: "https://malo.example",
    });
    expect([r.status, r.cuerpo.codigo]).toEqual([403, "origen_invalido"]);
  });

  it("refuses a key it cannot keep", async () => {
    for (const clave of ["x".repeat(129), "con espacio"])
      expect(
        (
          await vecino.pedir("POST", "/api/reclamos", pedidoDe(ciudad), {
            "Idempotency-Key": clave,
          })
        ).status,
      ).toBe(422);
  });

  it("stops at a hundred requests a minute, and says when to come back", async () => {
    const [antes, r] = await enUnMinuto(async () => {
      const apurado = abrirCliente();
      const pedir = () => apurado.pedir<Problema>("GET", "/api/categorias");
      const status = new Set<number>();
      for (let i = 0; i < 100; i++) status.add((await pedir()).status);
      return [[...status], await pedir()] as const;
    });
    expect(antes).toEqual([200]);
    expect([r.status, r.cuerpo.codigo, r.headers.get("Retry-After")]).toEqual([
      429,
      "limite",
      "60",
    ]);
    expect((await abrirCliente().pedir("GET", "/api/categorias")).status).toBe(200);
  });
});

describe("Idempotency-Key over HTTP", () => {
  it("gives one reclamo and one answer to ten requests at once, and 422 to another body", async () => {
    const clave = { "Idempotency-Key": "a-1" };
    const antes = await cuantos();
    const rs = await Promise.all(
      Array.from({ length: 10 }, () =>
        vecino.pedir<Reclamo>("POST", "/api/reclamos", pedidoDe(ciudad), clave),
      ),
    );
    expect(rs.map((r) => r.status)).toEqual(Array(10).fill(201));
    expect(new Set(rs.map((r) => JSON.stringify(r.cuerpo))).size).toBe(1);
    expect(await cuantos()).toBe(antes + 1);
    const otro = await vecino.pedir<Problema>(
      "POST",
      "/api/reclamos",
      pedidoDe(ciudad, { titulo: "Otro bache" }),
      clave,
    );
    expect([otro.status, otro.cuerpo.codigo]).toEqual([422, "clave_reusada"]);
  });

  it("holds for a change that writes no evento", async () => {
    const admin = await clienteDe(await crearUsuario("admin"));
    const clave = { "Idempotency-Key": "b-1" };
    const zona = {
      nombre: "Puerto",
      icono: "anchor",
      color: "#17518c",
      horas_normal: 10,
      horas_urgente: 5,
    };
    const uno = await admin.pedir("POST", "/api/categorias", zona, clave);
    const dos = await admin.pedir("POST", "/api/categorias", zona, clave);
    expect([uno.status, dos.status, dos.cuerpo]).toEqual([201, 201, uno.cuerpo]);
    const mal = await admin.pedir("POST", "/api/categorias", { ...zona, nombre: "Otra" }, clave);
    expect(mal.status).toBe(422);
    // A refused change frees its key.
    const libre = { "Idempotency-Key": "b-2" };
    expect((await admin.pedir("POST", "/api/categorias", zona, libre)).status).toBe(409);
    expect(
      (await admin.pedir("POST", "/api/categorias", { ...zona, nombre: "Ríos" }, libre)).status,
    ).toBe(201);
  });
});
