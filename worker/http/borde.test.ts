import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Usuario } from "../../contract/acciones.ts";
import type { Anuncio } from "../../contract/esquemas/avisos.ts";
import type { ReclamoPublico } from "../../contract/esquemas/reclamos.ts";
import { moderarReclamo } from "../domain/reclamos/moderar.ts";
import { entornoDe } from "../env.ts";
import puertas from "../index.ts";
import { tokenDe } from "../testing/api.ts";
import {
  type Ciudad,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
} from "../testing/fabrica.ts";
import { direccionCanonica, etiquetasDe, olvidar, porElBorde } from "./borde.ts";

const LARGO = "Un texto que alcanza para cualquier motivo.";
const ORIGEN = "http://127.0.0.1:8787";
/** The tests' own environment, with the edge on. */
const conBorde = { ...env, EDGE_SECONDS: "30" } as unknown as Env;

let ciudad: Ciudad;
let jefa: Usuario;
let token: string;
let codigo: string;
let id: number;

beforeAll(async () => {
  ciudad = await crearMunicipio();
  jefa = await crearUsuario("admin");
  token = await tokenDe(jefa);
});
beforeEach(async () => {
  ({ codigo, id } = await crearReclamoDe(await crearUsuario(), ciudad));
});

async function pedir(ruta: string, mas: RequestInit = {}): Promise<Response> {
  const ctx = createExecutionContext();
  const headers = new Headers(mas.headers);
  headers.set("CF-Connecting-IP", `2001:db8:${crypto.randomUUID().slice(0, 4)}::1`);
  const r = await puertas.fetch(new Request(ORIGEN + ruta, { ...mas, headers }), conBorde, ctx);
  const cuerpo = await r.text();
  await waitOnExecutionContext(ctx);
  return new Response(r.status === 304 ? null : cuerpo, { status: r.status, headers: r.headers });
}
/** Only the origin says what it cost. */
const delOrigen = (r: Response): boolean => !r.headers.has("X-Borde");
const cambiar = (metodo: string, ruta: string, cuerpo: unknown) =>
  pedir(ruta, {
    method: metodo,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify(cuerpo),
  });
/** Behind the doors, where the edge does not hear of it. */
const esconder = (version = 1) =>
  moderarReclamo(ctxDe(jefa), id, { oculto: true, motivo: LARGO, version });

const RUTAS = () => [`/r/${codigo}`, `/api/publico/reclamos/${codigo}`];

describe("what the edge keeps", () => {
  it("answers a second reader without asking the origin", async () => {
    for (const ruta of RUTAS()) {
      const primera = await pedir(ruta);
      expect(primera.status).toBe(200);
      expect(delOrigen(primera)).toBe(true);
      expect(primera.headers.get("Cache-Tag")).toBe(`todo,reclamo-${codigo}`);
      expect(primera.headers.get("Cache-Control")).toMatch(/^public, max-age=\d+$/);
    }
    await esconder();
    for (const ruta of RUTAS()) {
      const segunda = await pedir(ruta);
      expect(segunda.status, "still what was kept").toBe(200);
      expect(delOrigen(segunda)).toBe(false);
      expect(segunda.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    }
  });

  it("says 304 to who has it, from the store and from the origin alike", async () => {
    const [ruta = ""] = RUTAS();
    const etag = (await pedir(ruta)).headers.get("ETag") ?? "";
    const kept = await pedir(ruta, { headers: { "If-None-Match": etag } });
    expect([kept.status, delOrigen(kept)]).toEqual([304, false]);
    await olvidar(entornoDe(conBorde), ["todo"]);
    const nueva = await pedir(ruta, { headers: { "If-None-Match": `"x", ${etag}` } });
    expect([nueva.status, delOrigen(nueva)]).toEqual([304, true]);
  });

  it("keeps nothing of who asks: a signed-in reader gets and leaves what a stranger would", async () => {
    const [, api = ""] = RUTAS();
    const suya = await pedir(api, { headers: { Authorization: `Bearer ${token}` } });
    expect(suya.headers.get("Set-Cookie")).toBeNull();
    const ajena = await pedir(api);
    expect(delOrigen(ajena)).toBe(false);
    expect(await ajena.text()).toBe(await suya.text());
  });

  it("keeps no error, and nothing private", async () => {
    for (const ruta of ["/r/0000000000", "/api/publico/reclamos/0000000000", "/no-existe"]) {
      await pedir(ruta);
      const otra = await pedir(ruta);
      expect([otra.status, delOrigen(otra)], ruta).toEqual([404, true]);
    }
    for (const ruta of ["/api/auth/me", "/api/reclamos", "/gestion", "/mis-reclamos"]) {
      const autorizada = { headers: { Authorization: `Bearer ${token}` } };
      await pedir(ruta, autorizada);
      const otra = await pedir(ruta, autorizada);
      expect(delOrigen(otra), ruta).toBe(true);
      expect(otra.headers.get("Cache-Control"), ruta).toMatch(/no-store/);
    }
  });
});

describe("what changes is forgotten", () => {
  it("an action on a reclamo, on its page and in every list", async () => {
    const lista = "/api/publico/mapa?bbox=-58.4,-34.6,-58.38,-34.58&zoom=15";
    for (const ruta of [...RUTAS(), lista, "/mapa", "/"]) await pedir(ruta);
    const r = await cambiar("POST", `/api/reclamos/${id}/asignar`, {
      cuadrilla_id: ciudad.cuadrillas.vialidad,
      version: 1,
    });
    expect(r.status).toBe(200);
    for (const ruta of [...RUTAS(), lista, "/mapa", "/"])
      expect(delOrigen(await pedir(ruta)), ruta).toBe(true);
    const [, api = ""] = RUTAS();
    expect(((await (await pedir(api)).json()) as ReclamoPublico).estado).toBe("asignado");
  });

  it("a moderation, at once", async () => {
    for (const ruta of RUTAS()) await pedir(ruta);
    await cambiar("POST", `/api/reclamos/${id}/moderar`, {
      oculto: true,
      motivo: LARGO,
      version: 1,
    });
    for (const ruta of RUTAS()) expect((await pedir(ruta)).status, ruta).toBe(404);
  });

  it("another reclamo's page stays", async () => {
    const otro = await crearReclamoDe(await crearUsuario(), ciudad);
    await pedir(`/r/${otro.codigo}`);
    await cambiar("POST", `/api/reclamos/${id}/comentar`, { texto: LARGO });
    expect(delOrigen(await pedir(`/r/${otro.codigo}`))).toBe(false);
  });

  it("a category made private, everywhere", async () => {
    const { alumbrado } = ciudad.categorias;
    const luz = await crearReclamoDe(await crearUsuario(), ciudad, { categoria_id: alumbrado });
    expect((await pedir(`/r/${luz.codigo}`)).status).toBe(200);
    const r = await cambiar("PUT", `/api/categorias/${alumbrado}`, {
      nombre: "Alumbrado",
      icono: "foco",
      color: "#123456",
      privada: true,
      activa: true,
      horas_normal: 9,
      horas_urgente: 3,
    });
    expect(r.status).toBe(200);
    expect((await pedir(`/r/${luz.codigo}`)).status).toBe(404);
  });

  it("an announcement: when it is made, its end moved, and it is over", async () => {
    const titulo = `Corte en la calle ${codigo}`;
    const enInicio = async () => {
      const r = await pedir("/");
      return [delOrigen(r), (await r.text()).includes(titulo)];
    };
    const hasta = (dias: number) => new Date(Date.now() + dias * 86_400_000).toISOString();
    await pedir("/");
    const hecho = await cambiar("POST", "/api/anuncios", {
      titulo,
      texto: "Mañana de 8 a 12 horas.",
      vence_en: hasta(2),
    });
    const anuncio: Anuncio = await hecho.json();
    expect([hecho.status, ...(await enInicio())]).toEqual([201, true, true]);
    const ruta = `/api/anuncios/${anuncio.id}`;
    const movido = await cambiar("PUT", `${ruta}/vencimiento`, {
      vence_en: hasta(3),
      version: anuncio.version,
    });
    expect([movido.status, ...(await enInicio())]).toEqual([200, true, true]);
    const terminado = await cambiar("POST", `${ruta}/terminar`, {});
    expect([terminado.status, ...(await enInicio())]).toEqual([200, true, false]);
    expect(await enInicio()).toEqual([false, false]);
  });

  it("what changed while an answer was being made", async () => {
    const ruta = "/api/publico/municipio";
    let hacer = () => {};
    const parada = new Promise<void>((listo) => {
      hacer = listo;
    });
    const ctx = createExecutionContext();
    const lenta = porElBorde(new Request(ORIGEN + ruta), conBorde, ctx, async () => {
      await parada;
      return new Response("vieja", { headers: { "Cache-Control": "public, max-age=30" } });
    });
    await new Promise((r) => setTimeout(r, 20));
    await olvidar(entornoDe(conBorde), ["todo"]);
    hacer();
    expect(await (await lenta).text()).toBe("vieja");
    await waitOnExecutionContext(ctx);
    expect(await (await pedir(ruta)).text()).toContain("Villa Prueba");
  });

  it("in the whole zone, where it may be purged; a refusal is not kept quiet", async () => {
    const conZona = {
      ...env,
      EDGE_SECONDS: "30",
      CACHE_ZONE_ID: "zona1",
      CACHE_PURGE_TOKEN: "secreto",
    };
    const pedidos: [string, RequestInit][] = [];
    const espia = vi.spyOn(globalThis, "fetch").mockImplementation(async (a, b) => {
      pedidos.push([String(a), b ?? {}]);
      return new Response("{}", { status: pedidos.length === 1 ? 200 : 403 });
    });
    await olvidar(entornoDe(conZona), ["reclamo-A", "listas"]);
    expect(pedidos[0]?.[0]).toBe("https://api.cloudflare.com/client/v4/zones/zona1/purge_cache");
    expect(pedidos[0]?.[1].body).toBe('{"tags":["reclamo-A","listas"]}');
    await expect(olvidar(entornoDe(conZona), ["listas"])).rejects.toThrow("403");
    espia.mockRestore();
  });
});

describe("the address that it is kept by", () => {
  const canonica = (ruta: string) => direccionCanonica(ORIGEN + ruta)?.href.slice(ORIGEN.length);

  it("has what the route reads, in one order, and nothing else", () => {
    expect(canonica("/r/abcdefghjk?utm_source=x&volver=/y")).toBe("/r/ABCDEFGHJK");
    expect(canonica("/?a=1")).toBe("/");
    expect(canonica("/mapa?dias=30&x=1&estado=todos&zoom=")).toBe("/mapa?estado=todos&dias=30");
    expect(canonica(`/mapa?categoria=${"9".repeat(500)}`)?.length).toBeLessThan(150);
    expect(canonica("/api/publico/mapa?zoom=15&bbox=1,2,3,4&_=99")).toBe(
      "/api/publico/mapa?bbox=1%2C2%2C3%2C4&zoom=15",
    );
  });

  it("is none for what is a person's own, nor for a query that nobody named", () => {
    for (const ruta of ["/api/reclamos", "/api/fotos/1", "/gestion", "/campo/1", "/ws/x"])
      expect(canonica(ruta), ruta).toBeUndefined();
    expect(canonica("/ingresar?volver=/r/1")).toBeUndefined();
    expect(canonica("/ingresar")).toBe("/ingresar");
  });

  it("names its reclamo, or the lists", () => {
    const de = (ruta: string) => etiquetasDe(new URL(ORIGEN + ruta));
    expect(de("/r/ABCDEFGHJK")).toEqual(["todo", "reclamo-ABCDEFGHJK"]);
    expect(de("/api/publico/reclamos/abcdefghjk")).toEqual(["todo", "reclamo-ABCDEFGHJK"]);
    expect(de("/api/publico/mapa")).toEqual(["todo", "listas"]);
  });
});
