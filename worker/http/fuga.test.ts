import { is, type SQL, sql } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { Usuario } from "../../contract/acciones.ts";
import { RUTAS } from "../../web/routes.tsx";
import { schema } from "../db/client.ts";
import { ponerAlDia } from "../domain/estadisticas/ponerAlDia.ts";
import { asignarReclamo } from "../domain/reclamos/asignar.ts";
import { comentarReclamo } from "../domain/reclamos/comentar.ts";
import { confirmarReclamo } from "../domain/reclamos/confirmar.ts";
import { devolverReclamo } from "../domain/reclamos/devolver.ts";
import { iniciarReclamo } from "../domain/reclamos/iniciar.ts";
import { moderarReclamo } from "../domain/reclamos/moderar.ts";
import { reclasificarReclamo } from "../domain/reclamos/priorizar.ts";
import { reabrirReclamo } from "../domain/reclamos/reabrir.ts";
import { resolverReclamo } from "../domain/reclamos/resolver.ts";
import { sumarseAReclamo } from "../domain/reclamos/seguir.ts";
import { abrirCliente } from "../testing/cliente.ts";
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
 * The leak test. Every text column of every table is set to a recognisable marker, but for what is public and what would
 * break if it were touched, both listed here: a column that is added later is marked until somebody decides. Then a stranger
 * reads every address of the site, and sees no marker.
 */
const MARCA = "FILTRADO";
const LARGO = "Un texto que alcanza para cualquier motivo.";

/** What anyone may read. */
const PUBLICAS = [
  "municipio.nombre",
  "municipio.color_principal",
  "municipio.color_acento",
  "categorias.nombre",
  "categorias.icono",
  "categorias.color",
  "zonas.nombre",
  "anuncios.titulo",
  "anuncios.texto",
  "cuadrillas.nombre",
  "reclamos.codigo",
  "reclamos.titulo",
  "reclamos.descripcion",
  "reclamos.direccion",
  "reclamos.titulo_publico",
  "reclamos.descripcion_publica",
  // Public or not by its evento: marked one by one below.
  "textos.texto",
];
/** JSON and words that the code itself reads. */
const ESTRUCTURA = [
  "municipio.limite",
  // Where the city itself answers: public, and JSON.
  "municipio.contacto",
  "zonas.poligono",
  "eventos.datos",
  "auditoria.cambios",
  "cifras_reclamos.aporte",
  "cifras_hechos.hecho",
  "corridas.resultado",
];

let ciudad: Ciudad;
let jefa: Usuario;
let obrero: Usuario;
const codigos: Record<"abierto" | "oculto" | "privado" | "cuidado", string> = {
  abierto: "",
  oculto: "",
  privado: "",
  cuidado: "",
};
const fotos: Record<"publica" | "oculta" | "interna" | "privada" | "suelta", number> = {
  publica: 0,
  oculta: 0,
  interna: 0,
  privada: 0,
  suelta: 0,
};

const ctx = (quien: Usuario, dias = 0) => ctxDe(quien, { ahora: AHORA + dias * 86_400 });

/** One that went through everything, with a word of each kind. */
async function vidaEntera(vecina: Usuario, vecino: Usuario): Promise<void> {
  fotos.publica = await crearFoto(vecina);
  fotos.oculta = await crearFoto(vecina);
  fotos.interna = await crearFoto(jefa);
  const pedido = { fotos: [fotos.publica, fotos.oculta] };
  let r = await crearReclamoDe(vecina, ciudad, pedido, ctx(vecina));
  codigos.abierto = r.codigo;
  const { id } = r;
  await sumarseAReclamo(ctx(vecino), r.codigo);
  const nuevaVersion = () => r.version;
  const vialidad = ciudad.cuadrillas.vialidad;
  await comentarReclamo(ctx(jefa), id, { texto: "Vamos mañana.", interno: false });
  await comentarReclamo(ctx(jefa), id, { texto: LARGO, interno: true, fotos: [fotos.interna] });
  await comentarReclamo(ctx(vecina), id, { texto: LARGO, interno: false });
  await comentarReclamo(ctx(vecino), id, { texto: LARGO, interno: false });
  r = await asignarReclamo(ctx(jefa), id, {
    cuadrilla_id: vialidad,
    nota: LARGO,
    version: nuevaVersion(),
  });
  r = await devolverReclamo(ctx(obrero), id, { motivo: LARGO, version: nuevaVersion() });
  r = await asignarReclamo(ctx(jefa), id, {
    cuadrilla_id: vialidad,
    motivo: LARGO,
    version: nuevaVersion(),
  });
  r = await iniciarReclamo(ctx(obrero), id, { version: nuevaVersion() });
  r = await resolverReclamo(ctx(obrero), id, {
    solucion: "Se repuso el asfalto y se compactó.",
    version: nuevaVersion(),
  });
  await confirmarReclamo(ctx(vecina), id, { conforme: false, estrellas: 2, comentario: LARGO });
  r = await reabrirReclamo(ctx(vecina, 1), id, { comentario: LARGO, version: nuevaVersion() });
  r = await reclasificarReclamo(ctx(jefa), id, {
    categoria_id: ciudad.categorias.alumbrado,
    motivo: LARGO,
    version: nuevaVersion(),
  });
  await moderarReclamo(ctx(jefa), id, {
    oculto: false,
    fotos_ocultas: [fotos.oculta],
    motivo: LARGO,
    version: nuevaVersion(),
  });
}

const correr = (consulta: SQL) => db.run(consulta);

async function marcarTodo(): Promise<string[]> {
  const marcadas: string[] = [];
  // The audit refuses to be changed.
  for (const { name } of await db.all<{ name: string }>(
    sql`SELECT name FROM sqlite_master WHERE type = 'trigger'`,
  ))
    await correr(sql`DROP TRIGGER ${sql.identifier(name)}`);
  for (const tabla of Object.values(schema)) {
    if (!is(tabla, SQLiteTable)) continue;
    const { name, columns } = getTableConfig(tabla);
    for (const c of columns) {
      const nombre = `${name}.${c.name}`;
      const cerrada = (c.enumValues?.length ?? 0) > 0;
      if (c.getSQLType() !== "text" || cerrada) continue;
      if (PUBLICAS.includes(nombre) || ESTRUCTURA.includes(nombre)) continue;
      marcadas.push(nombre);
      await correr(
        sql`UPDATE ${sql.identifier(name)} SET ${sql.identifier(c.name)} = ${`${MARCA}_${nombre}_`} || rowid`,
      );
    }
  }
  const marca = (que: string) => sql`${`${MARCA}_${que}_`} || id`;
  await correr(sql`UPDATE textos SET texto = ${MARCA} || '_texto_' || evento_id WHERE evento_id IN (
    SELECT e.id FROM eventos e LEFT JOIN usuarios u ON u.id = e.usuario_id
    WHERE e.interno OR u.rol = 'vecino' OR e.tipo IN ('asignado', 'devuelto', 'priorizado', 'reclasificado', 'moderado')
      OR e.reclamo_id IN (SELECT id FROM reclamos WHERE codigo IN (${codigos.oculto}, ${codigos.privado})))`);
  await correr(sql`UPDATE reclamos SET titulo = ${marca("titulo")}, descripcion = ${marca("descripcion")},
    direccion = ${marca("direccion")} WHERE codigo IN (${codigos.oculto}, ${codigos.privado})`);
  await correr(sql`UPDATE reclamos SET titulo = ${marca("titulo")}, descripcion = ${marca("descripcion")}
    WHERE codigo = ${codigos.cuidado}`);
  return marcadas;
}

let marcadas: string[];
beforeAll(async () => {
  ciudad = await crearMunicipio();
  jefa = await crearUsuario("admin");
  obrero = await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.vialidad });
  const vecina = await crearUsuario();
  await vidaEntera(vecina, await crearUsuario());
  fotos.privada = await crearFoto(vecina);
  fotos.suelta = await crearFoto(vecina);
  const privado = await crearReclamoDe(vecina, ciudad, {
    categoria_id: ciudad.categorias.privada,
    fotos: [fotos.privada],
  });
  const oculto = await crearReclamoDe(vecina, ciudad);
  await comentarReclamo(ctx(jefa), oculto.id, { texto: LARGO, interno: false });
  await moderarReclamo(ctx(jefa), oculto.id, { oculto: true, motivo: LARGO, version: 1 });
  const cuidado = await crearReclamoDe(vecina, ciudad);
  await moderarReclamo(ctx(jefa), cuidado.id, {
    oculto: false,
    titulo_publico: "Un título cuidado",
    descripcion_publica: "Una descripción sin nombres.",
    motivo: LARGO,
    version: 1,
  });
  Object.assign(codigos, {
    privado: privado.codigo,
    oculto: oculto.codigo,
    cuidado: cuidado.codigo,
  });
  await ponerAlDia(db, AHORA);
  marcadas = await marcarTodo();
});

const CAJA = "bbox=-58.4,-34.6,-58.38,-34.58";
/** Queries that make the public answers as full as they get. */
const CONSULTAS: Record<string, string[]> = {
  "/mapa": ["", "?estado=todos&zoom=18&lat=-34.595&lng=-58.395"],
  "/api/publico/mapa": [
    `?${CAJA}&zoom=15&estado=todos`,
    `?${CAJA}&zoom=19&estado=todos`,
    `?bbox=-58.396,-34.596,-58.394,-34.594&zoom=18`,
    `?${CAJA}&zoom=15&estado=todos&desde=2020-01-01`,
    ...[1, 2, 3, 4].map((c) => `?${CAJA}&zoom=17&categoria=${c}`),
  ],
  "/api/publico/reclamos.geojson": ["", "?estado=abiertos&dias=30"],
  "/api/publico/estadisticas": ["", "?dias=365"],
  "/api/publico/estadisticas.csv": ["", "?dias=365"],
  "/api/publico/estadisticas.geojson": ["", "?dias=365"],
  "/api/publico/mapa/lista": [`?${CAJA}&zoom=15&estado=todos`],
};

/** Every address that can be asked for with GET, each reclamo and photo named in turn. */
function direcciones(): string[] {
  const app = crearApp({ despachar() {}, denunciar() {} });
  const api = app.routes.filter((r) => r.method === "GET" && !r.path.includes("*"));
  const patrones = new Set([...api.map((r) => r.path), ...RUTAS.map((r) => r.path), "/nada"]);
  const enUnaRuta = [...Object.values(codigos), ...Object.values(fotos).map(String), "1", "2"];
  return [...patrones].flatMap((p) => {
    const patron = p.replace(/(.)\/$/, "$1");
    const concretas = /:\w+/.test(patron)
      ? enUnaRuta.map((x) => patron.replace(/:\w+/, x))
      : [patron];
    return concretas.flatMap((ruta) => (CONSULTAS[patron] ?? [""]).map((q) => ruta + q));
  });
}

/** Addresses whose answer may be kept by others than who asked. */
const CACHEABLE =
  /^\/(api\/(publico\/|openapi\.json|docs)|(r\/[0-9A-Z]{10}|mapa|ingresar(\/enlace)?|recuperar|enlace|registrarse|reportar|transparencia|sin-senal)?(\?|$))|^\/api\/fotos\/\d+$|^\/\.well-known\/security\.txt$/;

describe("a stranger who reads everything", () => {
  it("has everything to find", () => {
    expect(marcadas).toEqual(
      expect.arrayContaining([
        "personas.nombre",
        "personas.email",
        "personas.telefono",
        "usuarios.name",
        "usuarios.email",
        "sesiones.token",
        "correos.para",
        "cuentas.contrasena",
        "fotos.clave",
        "eventos.clave",
        "plantillas_respuesta.texto",
      ]),
    );
  });

  it("finds no marker, no hidden photo, and keeps nothing that is not public", async () => {
    const hallados: string[] = [];
    const leidas: string[] = [];
    for (const ruta of direcciones()) {
      const r = await abrirCliente().pedir<unknown>("GET", ruta);
      const texto = typeof r.cuerpo === "string" ? r.cuerpo : JSON.stringify(r.cuerpo);
      const todo = `${texto} ${[...r.headers].join(" ")}`;
      if (r.status === 200) leidas.push(ruta);
      expect(r.status, ruta).toBeLessThan(500);
      if (todo.includes(MARCA)) hallados.push(`${ruta}: ${todo.match(/FILTRADO\w*/)?.[0]}`);
      for (const que of ["oculta", "interna", "privada", "suelta"] as const)
        if (new RegExp(`/api/fotos/${fotos[que]}\\b`).test(texto) && !ruta.startsWith("/api/fotos"))
          hallados.push(`${ruta}: foto ${que}`);
      for (const que of ["oculto", "privado"] as const)
        if (texto.includes(codigos[que]) && !ruta.includes(codigos[que]))
          hallados.push(`${ruta}: codigo ${que}`);
      if (/"(creador|creador_id|persona_id|usuario_id|email|telefono)":/.test(texto))
        if (!ruta.startsWith("/api/openapi")) hallados.push(`${ruta}: a person's field`);
      const cache = r.headers.get("Cache-Control") ?? "";
      if (!CACHEABLE.test(ruta) && !cache.includes("no-store") && r.status !== 426)
        if (ruta !== "/nada") hallados.push(`${ruta}: ${cache}`);
    }
    expect(hallados).toEqual([]);
    // It did read: what is public is there.
    expect(leidas).toEqual(
      expect.arrayContaining([
        "/",
        `/r/${codigos.abierto}`,
        `/r/${codigos.cuidado}`,
        `/api/publico/reclamos/${codigos.abierto}`,
        `/api/publico/mapa?${CAJA}&zoom=15&estado=todos`,
      ]),
    );
    for (const codigo of [codigos.oculto, codigos.privado])
      for (const ruta of [`/r/${codigo}`, `/api/publico/reclamos/${codigo}`])
        expect(leidas).not.toContain(ruta);
    for (const que of ["oculta", "interna", "privada", "suelta"] as const)
      expect(leidas).not.toContain(`/api/fotos/${fotos[que]}`);
  }, 60_000);

  it("reads the public ones whole", async () => {
    const { cuerpo } = await abrirCliente().pedir<string>("GET", `/r/${codigos.abierto}`);
    expect(cuerpo).toContain("Vamos mañana.");
    expect(cuerpo).toContain("Se repuso el asfalto");
    const cuidado = await abrirCliente().pedir<string>("GET", `/r/${codigos.cuidado}`);
    expect(cuidado.cuerpo).toContain("Un título cuidado");
  });
});
