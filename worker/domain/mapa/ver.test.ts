import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import {
  consultaGeojson,
  consultaListaMapa,
  consultaMapa,
} from "../../../contract/esquemas/mapa.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import {
  AHORA,
  type Ciudad,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
  PUNTO,
} from "../../testing/fabrica.ts";
import { ponerAlDia } from "../estadisticas/ponerAlDia.ts";
import type { Pedido } from "../reclamos/crear.ts";
import { moderarReclamo } from "../reclamos/moderar.ts";
import { rechazarReclamo } from "../reclamos/rechazar.ts";
import { verGeojson } from "./geojson.ts";
import { listarMapa } from "./lista.ts";
import { verMapa } from "./ver.ts";

const DIA = 86_400;
const LARGO = "Un texto que alcanza para cualquier motivo.";
const NADIE = ctxDe({ tipo: "anonimo" });
const CAJA = "-58.4,-34.6,-58.38,-34.58";

let ciudad: Ciudad;
let jefa: Usuario;

/** Metres are some 1e-5 degrees. */
const a = (metros: number) => ({
  lat: Math.round(PUNTO.lat * 1e5 + metros) / 1e5,
  lng: PUNTO.lng,
});

async function reportar(mas: Partial<Pedido>, dias = 0): Promise<Reclamo> {
  const r = await crearReclamoDe(await crearUsuario(), ciudad, mas, { ahora: AHORA - dias * DIA });
  await ponerAlDia(db, AHORA);
  return r;
}

const mirar = (q: Record<string, string> = {}) =>
  verMapa(NADIE, consultaMapa.parse({ bbox: CAJA, zoom: "15", ...q }));

beforeAll(async () => {
  ciudad = await crearMunicipio();
  jefa = await crearUsuario("supervisor");
});

async function vaciar(): Promise<void> {
  await db.run(sql`UPDATE reclamos SET lat = NULL, lng = NULL`);
  for (const tabla of ["cifras_marca", "cifras_reclamos", "cifras_acumuladas", "mapa_celdas"])
    await db.run(sql`DELETE FROM ${sql.raw(tabla)}`);
  await ponerAlDia(db, AHORA);
}

describe("a view of the map", () => {
  it("shows one that stands alone as itself, and those that stand together as a number between them", async () => {
    await vaciar();
    const solo = await reportar(a(-400));
    const dos = [await reportar(a(300)), await reportar(a(320))];
    const v = await mirar();
    expect(v.total).toBe(3);
    expect(v.grupos).toHaveLength(2);
    expect(v.grupos).toContainEqual({
      n: 1,
      ...a(-400),
      codigo: solo.codigo,
      estado: "nuevo",
      categoria_id: ciudad.categorias.bacheo,
    });
    expect(v.grupos).toContainEqual({ n: 2, ...a(310) });
    expect(v.lista.items.map((r) => r.codigo).sort()).toEqual(
      [solo, ...dos].map((r) => r.codigo).sort(),
    );
    expect(v.lista.cursor).toBeNull();
  });

  it("tells every one apart from close by, but for those in the very same spot", async () => {
    await vaciar();
    const uno = await reportar(a(0));
    const otro = await reportar(a(6));
    await reportar(a(12));
    await reportar(a(12));
    const v = await mirar({ zoom: "18", bbox: "-58.396,-34.596,-58.394,-34.594" });
    expect(v.grupos.map((g) => [g.n, g.codigo ?? null])).toEqual(
      expect.arrayContaining([
        [1, uno.codigo],
        [1, otro.codigo],
        [2, null],
      ]),
    );
    expect(v.total).toBe(4);
    const corrida = await mirar({ zoom: "18", bbox: "-58.396,-34.59497,-58.394,-34.594" });
    expect(corrida.total).toBe(3);
    expect(corrida.lista.items).toHaveLength(3);
  });

  it("counts no private one, none that was hidden or rejected, and none without a place", async () => {
    await vaciar();
    const { privada } = ciudad.categorias;
    const secreto = await reportar({ ...a(0), categoria_id: privada });
    const solo = await reportar({ ...a(5) });
    const oculto = await reportar(a(10));
    const rechazado = await reportar(a(15));
    await reportar({ lat: null, lng: null });
    await moderarReclamo(ctxDe(jefa), oculto.id, { oculto: true, motivo: LARGO, version: 1 });
    await rechazarReclamo(ctxDe(jefa), rechazado.id, { motivo: "otro", texto: LARGO, version: 1 });
    await ponerAlDia(db, AHORA);
    for (const zoom of ["9", "12", "15", "17", "18", "19"])
      for (const estado of ["abiertos", "todos"]) {
        const v = await mirar({ zoom, estado });
        expect(
          v.grupos.map((g) => g.codigo),
          `${zoom} ${estado}`,
        ).toEqual([solo.codigo]);
        expect(v.lista.items.map((r) => r.codigo)).toEqual([solo.codigo]);
        expect(JSON.stringify(v)).not.toContain(secreto.codigo);
      }
    expect((await mirar({ categoria: String(privada) })).total).toBe(0);
    expect((await mirar({ categoria: String(privada), zoom: "19" })).lista.items).toEqual([]);
  });

  it("hides at once what was hidden since the last count", async () => {
    await vaciar();
    const r = await reportar(a(0));
    expect((await mirar()).total).toBe(1);
    await moderarReclamo(ctxDe(jefa), r.id, { oculto: true, motivo: LARGO, version: 1 });
    const v = await mirar();
    expect([v.total, v.grupos, v.lista.items]).toEqual([0, [], []]);
  });

  it("shows the words that the city put in place of the vecino's", async () => {
    await vaciar();
    const r = await reportar(a(0));
    await moderarReclamo(ctxDe(jefa), r.id, {
      oculto: false,
      titulo_publico: "Título cuidado",
      motivo: LARGO,
      version: 1,
    });
    expect((await mirar()).lista.items[0]?.titulo).toBe("Título cuidado");
  });

  it("filters by categoría, by how long ago, and by dates", async () => {
    await vaciar();
    const viejo = await reportar(a(0), 60);
    const nuevo = await reportar(a(500), 2);
    const luz = await reportar({ ...a(-400), categoria_id: ciudad.categorias.alumbrado }, 1);
    const codigos = async (q: Record<string, string>) => {
      const v = await mirar(q);
      const enLista = v.lista.items.map((r) => r.codigo);
      expect(v.grupos.flatMap((g) => g.codigo ?? []).sort()).toEqual([...enLista].sort());
      return enLista;
    };
    expect(await codigos({})).toEqual([luz, nuevo, viejo].map((r) => r.codigo));
    expect(await codigos({ dias: "30" })).toEqual([luz, nuevo].map((r) => r.codigo));
    expect(await codigos({ categoria: String(ciudad.categorias.alumbrado) })).toEqual([luz.codigo]);
    const dia = (dias: number) =>
      new Date((AHORA - dias * DIA - 10_800) * 1000).toISOString().slice(0, 10);
    expect(await codigos({ desde: dia(2), hasta: dia(2) })).toEqual([nuevo.codigo]);
    expect(await codigos({ hasta: dia(2) })).toEqual([nuevo, viejo].map((r) => r.codigo));
    expect((await mirar({ hasta: dia(2) })).completo).toBe(true);
    expect(await codigos({ estado: "resueltos" })).toEqual([]);
  });

  it("is empty somewhere else", async () => {
    expect(await mirar({ bbox: "-59,-35,-58.9,-34.9" })).toEqual({
      grupos: [],
      total: 0,
      completo: true,
      lista: { items: [], cursor: null },
    });
  });
});

describe("the list", () => {
  it.each(["abiertos", "todos"])("goes on page after page, each once (%s)", async (estado) => {
    await vaciar();
    const creados: string[] = [];
    for (let i = 0; i < 45; i++) creados.push((await reportar(a(i * 20 - 450))).codigo);
    const q = { bbox: CAJA, zoom: "15", estado };
    const vistos: string[] = [];
    let cursor: string | null | undefined;
    do {
      const p = await listarMapa(
        NADIE,
        consultaListaMapa.parse({ ...q, ...(cursor ? { cursor } : {}) }),
      );
      expect(p.items.length).toBeLessThanOrEqual(20);
      vistos.push(...p.items.map((r) => r.codigo));
      ({ cursor } = p);
    } while (cursor);
    expect(vistos).toEqual(creados.reverse());
  });

  it("refuses a cursor that is not its own", async () => {
    const q = consultaListaMapa.parse({ bbox: CAJA, zoom: "15", cursor: "no" });
    await expect(listarMapa(NADIE, q)).rejects.toThrow("cursor");
  });
});

describe("to take away", () => {
  it("is what stands on the map, as GeoJSON, longitude first", async () => {
    await vaciar();
    const viejo = await reportar(a(0), 60);
    const nuevo = await reportar(a(100));
    await reportar({ ...a(200), categoria_id: ciudad.categorias.privada });
    const todo = await verGeojson(NADIE, consultaGeojson.parse({}));
    expect(todo.features.map((f) => f.properties.codigo)).toEqual([nuevo.codigo, viejo.codigo]);
    expect(todo.features[1]?.geometry.coordinates).toEqual([PUNTO.lng, a(0).lat]);
    expect(todo.cursor).toBeNull();
    const mes = await verGeojson(NADIE, consultaGeojson.parse({ dias: "30" }));
    expect(mes.features.map((f) => f.properties.codigo)).toEqual([nuevo.codigo]);
  });
});

it("refuses boxes that are none", () => {
  for (const bbox of ["", "1,2,3", "1,2,3,4,5", "5,2,3,4", "1,2,3,91", "a,b,c,d", "1,2,1e3,4"])
    expect(consultaMapa.safeParse({ bbox, zoom: "15" }).success, bbox).toBe(false);
});
