import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Usuario } from "../../contract/acciones.ts";
import { ponerAlDia } from "../domain/estadisticas/ponerAlDia.ts";
import { asignarReclamo } from "../domain/reclamos/asignar.ts";
import { comentarReclamo } from "../domain/reclamos/comentar.ts";
import { moderarReclamo } from "../domain/reclamos/moderar.ts";
import { sumarseAReclamo } from "../domain/reclamos/seguir.ts";
import { entornoDe } from "../env.ts";
import { sweep } from "../events/sweep.ts";
import { casaDe } from "../mail/enlace.ts";
import { renderizarCorreo } from "../mail/render.ts";
import { clienteDe } from "../testing/api.ts";
import { abrirCliente, type Cliente } from "../testing/cliente.ts";
import { depsDePrueba } from "../testing/despacho.ts";
import {
  AHORA,
  type Ciudad,
  crearFoto,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
} from "../testing/fabrica.ts";
import { crearApp } from "./app.ts";

/**
 * The matrix' other half: not which answers, but what stands in them. Everybody reads every route that there is, their inbox
 * and their mails among them, and each thing that is not for all is seen by who it is for and by nobody else.
 */
const MARCAS = {
  nombre: "Marcela",
  correo: "marcela@marcada.example",
  telefono: "2326 77-6655",
  titulo: "TITULO-ORIGINAL",
  descripcion: "DESCRIPCION-ORIGINAL",
  interno: "SOLO-PERSONAL",
  nota: "NOTA-DE-ASIGNACION",
  privado: "RECLAMO-PRIVADO",
} as const;
type Marca = keyof typeof MARCAS | "foto_oculta" | "foto_interna";
const TODAS = [...Object.keys(MARCAS), "foto_oculta", "foto_interna"] as Marca[];

/** Who is to see what. */
const VEN: Record<string, Marca[]> = {
  nadie: [],
  creador: ["nombre", "correo", "telefono", "titulo", "descripcion", "foto_oculta", "privado"],
  seguidor: [],
  otro: [],
  sin_verificar: [],
  bloqueado: [],
  otra_cuadrilla: [],
  // The private one is not theirs.
  equipo: TODAS.filter((m) => m !== "privado"),
  supervisor: TODAS,
  admin: TODAS,
};

let ciudad: Ciudad;
const gente: Record<string, Usuario | null> = { nadie: null };
let codigos: string[];
let ids: number[];
const fotos = { foto_oculta: 0, foto_interna: 0 };

beforeAll(async () => {
  ciudad = await crearMunicipio();
  const { vialidad, luz } = ciudad.cuadrillas;
  const creador = await crearUsuario("vecino", { nombre: MARCAS.nombre, email: MARCAS.correo });
  await db.run(
    sql`UPDATE personas SET telefono = ${MARCAS.telefono} WHERE id = ${creador.personaId}`,
  );
  const supervisor = await crearUsuario("supervisor");
  Object.assign(gente, {
    creador,
    supervisor,
    seguidor: await crearUsuario(),
    otro: await crearUsuario(),
    sin_verificar: await crearUsuario(),
    bloqueado: await crearUsuario("admin", { bloqueadoEn: 1 }),
    equipo: await crearUsuario("cuadrilla", { cuadrillaId: vialidad }),
    otra_cuadrilla: await crearUsuario("cuadrilla", { cuadrillaId: luz }),
    admin: await crearUsuario("admin"),
  });
  await db.run(sql`UPDATE usuarios SET email_verificado = 0 WHERE id = ${gente.sin_verificar?.id}`);
  fotos.foto_oculta = await crearFoto(creador);
  fotos.foto_interna = await crearFoto(supervisor);
  const r = await crearReclamoDe(creador, ciudad, {
    titulo: MARCAS.titulo,
    descripcion: `${MARCAS.descripcion}, un bache hondo.`,
    fotos: [fotos.foto_oculta],
  });
  await sumarseAReclamo(ctxDe(gente.seguidor as Usuario), r.codigo);
  await comentarReclamo(ctxDe(supervisor), r.id, {
    texto: `${MARCAS.interno}: llevar balizas.`,
    interno: true,
    fotos: [fotos.foto_interna],
  });
  const moderado = await moderarReclamo(ctxDe(supervisor), r.id, {
    oculto: false,
    titulo_publico: "Bache en Mitre",
    descripcion_publica: "Un bache hondo.",
    fotos_ocultas: [fotos.foto_oculta],
    motivo: "Decía de quién era la casa.",
    version: r.version,
  });
  await asignarReclamo(ctxDe(supervisor), r.id, {
    cuadrilla_id: vialidad,
    nota: MARCAS.nota,
    version: moderado.version,
  });
  const privado = await crearReclamoDe(creador, ciudad, {
    titulo: MARCAS.privado,
    categoria_id: ciudad.categorias.privada,
  });
  codigos = [r.codigo, privado.codigo];
  ids = [r.id, privado.id];
  await sweep(depsDePrueba(AHORA + 90).deps);
  await ponerAlDia(db, AHORA + 100);
});

const CAJA = "bbox=-58.4,-34.6,-58.38,-34.58";
const CONSULTAS: Record<string, string> = {
  "/api/reclamos/similares": "?lat=-34.595&lng=-58.395&categoria=1",
  "/api/mapa": `?${CAJA}&zoom=18`,
  "/api/mapa/area": `?${CAJA}`,
  "/api/publico/mapa": `?${CAJA}&zoom=18&estado=todos`,
  "/api/publico/mapa/lista": `?${CAJA}&zoom=18&estado=todos`,
};

/** Every address of the API that is read, with each reclamo and photo named. */
function direcciones(): string[] {
  const app = crearApp({ despachar() {}, denunciar() {} });
  const patrones = new Set(
    app.routes
      .filter((r) => r.method === "GET" && r.path.startsWith("/api") && !r.path.includes("*"))
      .map((r) => r.path.replace(/(.)\/$/, "$1")),
  );
  const valores = [...ids.map(String), ...codigos, ...Object.values(fotos).map(String)];
  return [...patrones].flatMap((p) =>
    /:\w+/.test(p) ? valores.map((v) => p.replace(/:\w+/, v)) : [p + (CONSULTAS[p] ?? "")],
  );
}

/** All that a person is shown, by whatever way. */
async function todoLoQueVe(cliente: Cliente, quien: Usuario | null): Promise<string> {
  const partes: string[] = [];
  const rutas = [
    ...direcciones(),
    ...codigos.map((c) => `/r/${c}`),
    ...["/", "/mapa", "/transparencia", "/reportar"],
  ];
  for (const ruta of rutas) {
    const r = await cliente.pedir<unknown>("GET", ruta);
    expect(r.status, ruta).toBeLessThan(500);
    if (r.status < 400) partes.push(JSON.stringify(r.cuerpo));
  }
  const correos = await db.all<{ id: number }>(
    sql`SELECT id FROM correos WHERE persona_id = ${quien?.personaId ?? -1}`,
  );
  for (const { id } of correos)
    partes.push(JSON.stringify(await renderizarCorreo(db, casaDe(entornoDe(env)), id)));
  return partes.join("\n");
}

describe("what stands in the answers, inboxes, mails and pages of", () => {
  it.each(Object.keys(VEN))("%s", async (quien) => {
    const yo = gente[quien] ?? null;
    const cliente = yo ? await clienteDe(yo) : abrirCliente({ incansable: true });
    const texto = await todoLoQueVe(cliente, yo);
    const visto = TODAS.filter((m) =>
      m === "foto_oculta" || m === "foto_interna"
        ? new RegExp(`/api/fotos/${fotos[m]}\\b`).test(texto)
        : texto.includes(MARCAS[m]),
    );
    expect(visto.sort()).toEqual([...(VEN[quien] ?? [])].sort());
  });
});

describe("the export", () => {
  it("names nobody unless it is asked to", async () => {
    const jefa = await clienteDe(gente.supervisor as Usuario);
    const csv = (q: string) => jefa.pedir<string>("GET", `/api/exportar/reclamos.csv${q}`);
    const [sin, con] = [await csv(""), await csv("?personas=1")];
    for (const m of ["nombre", "correo", "telefono", "interno", "nota"] as const)
      expect(sin.cuerpo).not.toContain(MARCAS[m]);
    for (const m of ["nombre", "correo", "telefono"] as const)
      expect(con.cuerpo).toContain(MARCAS[m]);
  });
});

describe("what offers to join", () => {
  it("never shows a photo of an internal comment, whenever it was taken", async () => {
    const r = await crearReclamoDe(gente.creador as Usuario, ciudad);
    const foto = await crearFoto(gente.supervisor as Usuario);
    await comentarReclamo(ctxDe(gente.supervisor as Usuario), r.id, {
      texto: "Miren esto.",
      interno: true,
      fotos: [foto],
    });
    await db.run(sql`UPDATE fotos SET momento = 'antes' WHERE id = ${foto}`);
    const { cuerpo } = await abrirCliente().pedir<{ items: { miniatura: string | null }[] }>(
      "GET",
      `/api/reclamos/similares${CONSULTAS["/api/reclamos/similares"]}`,
    );
    expect(JSON.stringify(cuerpo)).not.toContain(`/api/fotos/${foto}`);
  });
});
