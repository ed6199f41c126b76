import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import { LIMITES } from "../../../contract/limites.ts";
import {
  AHORA,
  type Ciudad,
  crearFoto,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
} from "../../testing/fabrica.ts";
import { anunciar } from "../anuncios/anunciar.ts";
import { ponerAlDia } from "../estadisticas/ponerAlDia.ts";
import { asignarReclamo } from "../reclamos/asignar.ts";
import { comentarReclamo } from "../reclamos/comentar.ts";
import { iniciarReclamo } from "../reclamos/iniciar.ts";
import { moderarReclamo } from "../reclamos/moderar.ts";
import { reabrirReclamo } from "../reclamos/reabrir.ts";
import { resolverReclamo } from "../reclamos/resolver.ts";
import { verPortada } from "./ver.ts";

const DIA = 86_400;
const LARGO = "Un texto que alcanza para cualquier motivo.";
let ciudad: Ciudad;
let jefa: Usuario;

beforeAll(async () => {
  ciudad = await crearMunicipio();
  jefa = await crearUsuario("supervisor");
});

const portada = (ahora = AHORA) => verPortada({ db, ahora });
const codigos = async () => (await portada()).arreglados.map((a) => a.codigo);

/** Reports and repairs one, with so many photos before and after. */
async function arreglar(
  { antes = 1, despues = 1, dias = 3 }: { antes?: number; despues?: number; dias?: number },
  mas: Parameters<typeof crearReclamoDe>[2] = {},
) {
  const vecino = await crearUsuario();
  const fotosDe = (n: number, quien: Usuario) =>
    Promise.all(Array.from({ length: n }, () => crearFoto(quien)));
  const r = await crearReclamoDe(
    vecino,
    ciudad,
    { ...mas, fotos: await fotosDe(antes, vecino) },
    { ahora: AHORA - dias * DIA },
  );
  await asignarReclamo(ctxDe(jefa), r.id, { cuadrilla_id: ciudad.cuadrillas.vialidad, version: 1 });
  await iniciarReclamo(ctxDe(jefa), r.id, { version: 2 });
  return resolverReclamo(ctxDe(jefa), r.id, {
    solucion: LARGO,
    fotos: await fotosDe(despues, jefa),
    version: 3,
  });
}

describe("what was repaired", () => {
  it("shows before and after, and in how many days, the latest first", async () => {
    const uno = await arreglar({ antes: 2, dias: 3 });
    const otro = await arreglar({ dias: 0 });
    const { arreglados } = await portada();
    expect(arreglados.map((a) => [a.codigo, a.dias])).toEqual([
      [otro.codigo, 0],
      [uno.codigo, 3],
    ]);
    const [, primero] = arreglados;
    const fotos = (momento: string) => uno.fotos.filter((f) => f.momento === momento);
    expect(primero?.antes.miniatura).toBe(fotos("antes")[0]?.miniatura);
    expect(primero?.despues.miniatura).toBe(fotos("despues")[0]?.miniatura);
    expect(primero).toMatchObject({
      titulo: uno.titulo,
      lat: uno.lat,
      lng: uno.lng,
      seguidores: 0,
    });
    expect(JSON.stringify(primero)).not.toContain("descripcion");
  });

  it("leaves out what lacks one of the two, is private, hidden, or open again", async () => {
    const antes = await codigos();
    await arreglar({ antes: 0 });
    await arreglar({ despues: 0 });
    await arreglar({}, { categoria_id: ciudad.categorias.privada });
    const oculto = await arreglar({});
    await moderarReclamo(ctxDe(jefa), oculto.id, { oculto: true, motivo: LARGO, version: 4 });
    const abierto = await arreglar({});
    await reabrirReclamo(ctxDe(jefa), abierto.id, { comentario: LARGO, version: 4 });
    expect(await codigos()).toEqual(antes);
  });

  it("says the public words where the city redacted the vecino's", async () => {
    const r = await arreglar({});
    await moderarReclamo(ctxDe(jefa), r.id, {
      oculto: false,
      titulo_publico: "Bache en una esquina",
      motivo: LARGO,
      version: 4,
    });
    const { arreglados } = await portada();
    expect(arreglados[0]?.titulo).toBe("Bache en una esquina");
  });

  it("never shows a hidden photo or one of an internal note", async () => {
    const r = await arreglar({ antes: 2, despues: 1 });
    const [primera, segunda] = r.fotos.filter((f) => f.momento === "antes");
    await moderarReclamo(ctxDe(jefa), r.id, {
      oculto: false,
      fotos_ocultas: [primera?.id as number],
      motivo: LARGO,
      version: 4,
    });
    const interna = await crearFoto(jefa);
    await comentarReclamo(ctxDe(jefa), r.id, { texto: LARGO, interno: true, fotos: [interna] });
    const { arreglados } = await portada();
    expect(arreglados[0]?.codigo).toBe(r.codigo);
    expect(arreglados[0]?.antes.miniatura).toBe(segunda?.miniatura);
    expect(JSON.stringify(arreglados)).not.toContain(`/api/fotos/${interna}?`);
  });

  it("shows at most 24, however many there are", async () => {
    await db.run(sql`UPDATE municipio SET reclamos_por_dia = 100`);
    for (let i = 0; i < 25; i++) await arreglar({});
    expect((await portada()).arreglados).toHaveLength(24);
  }, 60_000);
});

describe("announcements", () => {
  it("are those to all, of the last days, the latest first", async () => {
    const admin = await crearUsuario("admin");
    const decir = (titulo: string, dias: number, alcance: object = {}) =>
      anunciar(ctxDe(admin, { ahora: AHORA - dias * DIA }), { titulo, texto: LARGO, ...alcance });
    await decir("Viejo", LIMITES.anuncioDias + 1);
    await decir("Corte de agua", 2);
    await decir("Para la cuadrilla", 1, { rol: "cuadrilla" });
    await decir("Para el centro", 1, { zona_id: ciudad.zona });
    await decir("Vacunación", 1);
    const { anuncios } = await portada();
    expect(anuncios.map((a) => a.titulo)).toEqual(["Vacunación", "Corte de agua"]);
    expect(anuncios[0]?.texto).toBe(LARGO);
    expect((await portada(AHORA + LIMITES.anuncioDias * DIA)).anuncios).toEqual([]);
  });
});

describe("the figures", () => {
  it("are those of transparencia for 90 days, without private ones", async () => {
    await ponerAlDia(db, AHORA);
    const [n] = await db.all<{ n: number }>(sql`SELECT count(*) AS n FROM reclamos r
      JOIN categorias c ON c.id = r.categoria_id WHERE r.estado = 'resuelto' AND NOT c.privada`);
    const { cifras } = await portada();
    expect(cifras.resueltos).toBe(n?.n);
    expect(cifras.en_plazo).toBe(100);
    expect(cifras.mediana_dias).toBeGreaterThan(0);
  });
});
