import {
  createExecutionContext,
  createMessageBatch,
  getQueueResult,
  listDurableObjectIds,
  runInDurableObject,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import type { Problema } from "../../../contract/errores.ts";
import type { MisDatos } from "../../../contract/esquemas/misDatos.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { repasarBorradas } from "../../cron/privacidad.ts";
import { schema } from "../../db/client.ts";
import { anotar } from "../../domain/auditoria/anotar.ts";
import { ponerAlDia } from "../../domain/estadisticas/ponerAlDia.ts";
import { listarReclamos } from "../../domain/reclamos/listar.ts";
import { sweep } from "../../events/sweep.ts";
import { consumirCorreo, type TrabajoCorreo } from "../../mail/job.ts";
import { clienteDe } from "../../testing/api.ts";
import { llegadosA, tokenDelCorreo } from "../../testing/buzon.ts";
import { abrirCliente, type Cliente, ingresarCon } from "../../testing/cliente.ts";
import { depsDePrueba } from "../../testing/despacho.ts";
import { type Ciudad, crearMunicipio, crearUsuario, ctxDe, db } from "../../testing/fabrica.ts";
import { JPEG_CON_GPS } from "../../testing/fotos.ts";
import { rastrosEnTablas } from "../../testing/rastros.ts";

const { personas, reclamos, reportes, usuarios } = schema;

const NOMBRE = "Zulema Edith";
const APELLIDO = "Quintanilla";
const EMAIL = "zulema.q@marcada.example";
const TELEFONO = "2326 44-9988";
const CLAVE = "Baldosa123!";
/** However they may have been written. */
const MARCAS = [/zulema/i, /quintanilla/i, /marcada\.example/i, /44[\s.-]?99[\s.-]?88/];

const MOTIVO = "Porque así corresponde, y alcanza.";
let ciudad: Ciudad;
let jefa: Cliente;
let admin: Usuario;
let ella: Cliente;
let suya: { id: number; personaId: number };
let reclamo: Reclamo;
let ajeno: Reclamo;
/** She joined it, said something, and left; staff wrote down who she was. */
let dejado: Reclamo;
const lineas: string[] = [];

/** Everything that is kept anywhere, and what of it still tells who she was. */
async function rastros(): Promise<string[]> {
  const hallados = await rastrosEnTablas(MARCAS);
  const mirar = (donde: string, valor: unknown) => {
    const texto = typeof valor === "string" ? valor : JSON.stringify(valor);
    if (MARCAS.some((m) => m.test(texto))) hallados.push(`${donde}: ${texto.slice(0, 200)}`);
  };
  for (const palabra of ["zulema", "quintanilla", "marcada"]) {
    const filas = await db.all(
      sql`SELECT rowid FROM reclamos_fts WHERE reclamos_fts MATCH ${palabra}`,
    );
    if (filas.length > 0) hallados.push(`reclamos_fts: ${palabra}`);
  }
  for (const espacio of [env.USER_CHANNEL, env.PRESENCIA] as DurableObjectNamespace[])
    for (const id of await listDurableObjectIds(espacio))
      await runInDurableObject(espacio.get(id), (_, estado) => {
        const de = estado.storage.sql
          .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
          .toArray()
          .filter((t) => !t.name.startsWith("_cf"));
        for (const { name } of de)
          for (const fila of estado.storage.sql.exec(`SELECT * FROM "${name}"`).toArray())
            mirar(`object ${id.name ?? id}, ${name}`, fila);
      });
  let cursor: string | undefined;
  do {
    const hoja = await env.FOTOS.list({
      include: ["customMetadata", "httpMetadata"],
      ...(cursor ? { cursor } : {}),
    });
    for (const objeto of hoja.objects) {
      mirar(`R2 ${objeto.key}`, [objeto.key, objeto.customMetadata, objeto.httpMetadata]);
      const bytes = await (await env.FOTOS.get(objeto.key))?.arrayBuffer();
      mirar(`R2 ${objeto.key}, its bytes`, new TextDecoder("latin1").decode(bytes));
    }
    cursor = hoja.truncated ? hoja.cursor : undefined;
  } while (cursor);
  for (const linea of lineas) mirar("log", linea);
  return hallados;
}

const subir = async (quien: Cliente): Promise<number> => {
  const formulario = new FormData();
  formulario.set("foto", new File([JPEG_CON_GPS], "foto.jpg", { type: "image/jpeg" }));
  return (await quien.pedir<{ id: number }>("POST", "/api/fotos", formulario)).cuerpo.id;
};

async function mandarCorreos(): Promise<void> {
  const pendientes = await db.all<{ id: number }>(
    sql`SELECT id FROM correos WHERE estado IN ('pendiente', 'reintentando')`,
  );
  await db.run(sql`UPDATE correos SET no_antes = NULL`);
  const batch = createMessageBatch<TrabajoCorreo>(
    "correo",
    pendientes.map(({ id }) => ({
      id: String(id),
      timestamp: new Date(),
      attempts: 1,
      body: { correo_id: id },
    })),
  );
  const ctx = createExecutionContext();
  await consumirCorreo(batch, env, ctx);
  await getQueueResult(batch, ctx);
}

const reportarSinCuenta = (email: string) => {
  const reporte = new FormData();
  for (const [campo, valor] of Object.entries({
    email,
    nombre: NOMBRE,
    titulo: "Vereda rota",
    descripcion: "Una baldosa suelta que salpica a todos.",
    direccion: "Sarmiento 210",
    categoria_id: String(ciudad.categorias.bacheo),
  }))
    reporte.set(campo, valor);
  return abrirCliente().pedir("POST", "/api/reportes", reporte);
};

/** Mails to her address that are not her account's: of a report that waits, and of somebody else who wants the address. */
async function dejarCorreosAjenos(): Promise<void> {
  expect((await reportarSinCuenta(EMAIL)).status).toBe(201);
  const otro = await clienteDe(await crearUsuario());
  expect((await otro.pedir("POST", "/api/auth/correo", { email: EMAIL })).status).toBe(200);
  expect((await llegadosA(EMAIL)).map((c) => c.plantilla)).toEqual(
    expect.arrayContaining(["enlace_reporte", "enlace_correo"]),
  );
}

/** The answers to these are kept under the admin's keys, for a repetition. */
const conClave = async (metodo: string, ruta: string, cuerpo: object) => {
  const clave = {
    "Idempotency-Key": `${metodo} ${ruta} ${JSON.stringify(cuerpo).length}`.replaceAll(" ", "-"),
  };
  const r = await jefa.pedir<{ id: number; items: { reclamo: Reclamo }[] }>(
    metodo,
    ruta,
    cuerpo,
    clave,
  );
  expect(r.status, JSON.stringify(r.cuerpo)).toBeLessThan(300);
  return r.cuerpo;
};

async function invitarYArrepentirse(): Promise<void> {
  const ella = { nombre: NOMBRE, apellido: APELLIDO, email: EMAIL, rol: "supervisor" };
  const { id } = await conClave("POST", "/api/invitaciones", ella);
  await conClave("POST", `/api/invitaciones/${id}/retirar`, {});
}

async function pasarPorElPersonal(): Promise<void> {
  await conClave("PUT", `/api/usuarios/${suya.id}`, { rol: "supervisor" });
  await conClave("PUT", `/api/usuarios/${suya.id}`, { rol: "vecino" });
  await ingresarCon(ella, EMAIL, CLAVE);
}

async function decirYDejar(vecino: Cliente): Promise<void> {
  const r = await vecino.pedir<Reclamo>("POST", "/api/reclamos", {
    titulo: "Semáforo sin luz",
    descripcion: "No anda ninguna de las tres luces desde ayer.",
    categoria_id: ciudad.categorias.alumbrado,
    direccion: "Alsina 900",
    lat: -34.593,
    lng: -58.393,
  });
  dejado = r.cuerpo;
  const hacer = async (quien: Cliente, accion: string, cuerpo: object) =>
    expect(
      (await quien.pedir("POST", `/api/reclamos/${dejado.codigo}/${accion}`, cuerpo)).status,
    ).toBe(200);
  await hacer(ella, "sumarse", {});
  await hacer(ella, "comentar", { texto: "Yo también paso por ahí." });
  await hacer(jefa, "comentar", { texto: `Avisar a ${NOMBRE} ${APELLIDO}.`, interno: true });
  await hacer(ella, "dejar", {});
}

async function priorizarEnLote(): Promise<void> {
  const { items } = await conClave("POST", "/api/reclamos/lote", {
    accion: "priorizar",
    prioridad: "alta",
    motivo: MOTIVO,
    items: [{ id: reclamo.id, version: reclamo.version }],
  });
  reclamo.version = items[0]?.reclamo.version ?? 0;
}

beforeAll(async () => {
  vi.spyOn(console, "log").mockImplementation((linea) => void lineas.push(String(linea)));
  ciudad = await crearMunicipio();
  admin = await crearUsuario("admin");
  jefa = await clienteDe(admin);
  const obrero = await clienteDe(
    await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.vialidad }),
  );
  // Known at the counter before she had an account.
  await jefa.pedir("POST", "/api/reclamos", {
    titulo: "Rama caída en la vereda",
    descripcion: "Avisó por teléfono que hay una rama caída.",
    categoria_id: ciudad.categorias.alumbrado,
    direccion: "Belgrano 90",
    persona: { nombre: "Zulema", apellido: APELLIDO, email: EMAIL, telefono: TELEFONO },
  });
  await invitarYArrepentirse();
  ella = abrirCliente();
  await ella.pedir("POST", "/api/auth/register", {
    email: EMAIL,
    password: CLAVE,
    nombre: NOMBRE,
    apellido: APELLIDO,
    telefono: TELEFONO,
  });
  await ingresarCon(ella, EMAIL, "mal");
  await ingresarCon(ella, EMAIL, CLAVE);
  await db.run(sql`UPDATE usuarios SET email_verificado = 1 WHERE email = ${EMAIL}`);
  const [cuenta] = await db
    .select({ id: usuarios.id, personaId: usuarios.personaId })
    .from(usuarios)
    .where(eq(usuarios.email, EMAIL));
  suya = cuenta as typeof suya;
  await pasarPorElPersonal();
  const foto = await subir(ella);
  const tapada = await subir(ella);
  await subir(ella);
  reclamo = (
    await ella.pedir<Reclamo>(
      "POST",
      "/api/reclamos",
      {
        titulo: `Bache frente a lo de ${NOMBRE} ${APELLIDO}`,
        descripcion: `Soy ${NOMBRE} ${APELLIDO}, llamen al 02326-44-9988 o escriban a ${EMAIL}.`,
        categoria_id: ciudad.categorias.bacheo,
        direccion: `Mitre 1240 (tel. ${TELEFONO})`,
        lat: -34.595,
        lng: -58.395,
        fotos: [foto, tapada],
      },
      { "Idempotency-Key": "zulema-1" },
    )
  ).cuerpo;
  const vecino = await clienteDe(await crearUsuario());
  ajeno = (
    await vecino.pedir<Reclamo>("POST", "/api/reclamos", {
      titulo: "Luminaria apagada",
      descripcion: "No anda desde el martes, toda la cuadra está a oscuras.",
      categoria_id: ciudad.categorias.alumbrado,
      direccion: "Alsina 300",
      lat: -34.594,
      lng: -58.394,
    })
  ).cuerpo;
  await decirYDejar(vecino);
  await ella.pedir("POST", `/api/reclamos/${ajeno.codigo}/sumarse`, {});
  await ella.pedir("POST", `/api/reclamos/${ajeno.id}/comentar`, {
    texto: `A mí también. Firma ${NOMBRE} ${APELLIDO}`,
  });
  await ella.pedir("POST", `/api/reclamos/${reclamo.id}/comentar`, {
    texto: `Sigo siendo ${EMAIL}`,
  });
  await jefa.pedir("POST", `/api/reclamos/${reclamo.id}/comentar`, {
    texto: `Hablé con ${NOMBRE} ${APELLIDO} al ${TELEFONO}, espera a la cuadrilla.`,
    interno: true,
  });
  const mover = async (quien: Cliente, accion: string, cuerpo: object) => {
    const r = await quien.pedir<Reclamo & Problema>(
      "POST",
      `/api/reclamos/${reclamo.id}/${accion}`,
      {
        ...cuerpo,
        version: reclamo.version,
      },
    );
    expect(r.status, JSON.stringify(r.cuerpo)).toBe(200);
    reclamo = r.cuerpo;
  };
  await priorizarEnLote();
  await mover(jefa, "moderar", { oculto: false, fotos_ocultas: [tapada], motivo: MOTIVO });
  await mover(jefa, "asignar", {
    cuadrilla_id: ciudad.cuadrillas.vialidad,
    nota: `Pregunten por la Sra. ${APELLIDO}.`,
  });
  await mover(obrero, "iniciar", {});
  await mover(obrero, "resolver", { solucion: "Se repuso el asfalto y se compactó bien." });
  await ella.pedir("POST", `/api/reclamos/${reclamo.id}/confirmar`, {
    conforme: true,
    estrellas: 4,
    comentario: `Gracias, ${NOMBRE}`,
  });
  await ella.pedir("PUT", "/api/avisos/preferencias", {
    items: [{ tipo: "iniciado", canal: "correo", activa: false }],
  });
  await ella.pedir("POST", "/api/auth/recuperar", { email: EMAIL });
  await dejarCorreosAjenos();
  await jefa.pedir("GET", `/api/reclamos/${reclamo.id}`);
  await jefa.pedir("GET", `/api/usuarios?q=${APELLIDO}`);
  await jefa.pedir("POST", "/api/personas/buscar", { email: EMAIL });
  await sweep(depsDePrueba(Math.floor(Date.now() / 1000)).deps);
  await mandarCorreos();
  await db.run(sql`INSERT INTO supresiones (email, motivo, en) VALUES (${EMAIL}, 'rebota', 1)`);
  await db.run(
    sql`UPDATE correos SET historia = ${JSON.stringify([{ estado: "fallido", en: 1, error: `550 ${EMAIL}` }])} WHERE para = ${EMAIL}`,
  );
  await ponerAlDia(db, Math.floor(Date.now() / 1000));
}, 60_000);
afterAll(() => vi.restoreAllMocks());

describe("one's own data", () => {
  it("come whole as JSON, to keep", async () => {
    const r = await ella.pedir<MisDatos>("GET", "/api/mis-datos");
    expect(r.status).toBe(200);
    expect(r.headers.get("Content-Disposition")).toMatch(/mis-datos-\d{4}-\d\d-\d\d\.json/);
    const d = r.cuerpo;
    expect(d.cuenta).toEqual([
      expect.objectContaining({
        nombre: NOMBRE,
        apellido: APELLIDO,
        email: EMAIL,
        telefono: TELEFONO,
      }),
    ]);
    expect(d.reclamos.map((x) => x.numero)).toEqual([reclamo.id]);
    expect(d.sigue.map((x) => x.numero)).toEqual([ajeno.id]);
    expect(d.hechos.map((x) => x.que)).toEqual(
      expect.arrayContaining(["creado", "comentado", "confirmado", "sumado"]),
    );
    expect(d.hechos.find((x) => x.numero === ajeno.id && x.que === "comentado")?.texto).toMatch(
      /A mí también/,
    );
    // Also what she said where she is no more.
    const alla = d.hechos.filter((x) => x.numero === dejado.id);
    expect(alla.map((x) => x.que)).toEqual(["sumado", "comentado", "dejado"]);
    expect(alla[1]?.texto).toBe("Yo también paso por ahí.");
    expect(d.calificaciones).toEqual([expect.objectContaining({ estrellas: 4, conforme: "sí" })]);
    expect(d.fotos).toHaveLength(3);
    expect(d.correos.every((x) => x.para === EMAIL)).toBe(true);
    expect(d.correos.length).toBeGreaterThan(0);
    expect(d.avisos.length).toBeGreaterThan(0);
    expect(d.sesiones.length).toBe(1);
    expect(d.preferencias).toEqual([{ tipo: "iniciado", canal: "correo", activa: "no" }]);
    expect(d.registro.map((x) => x.que)).toContain("ingreso");
    expect(d.leidos.map((x) => x.quien)).toEqual(["admin"]);
    // Nothing of the city's own, nor of other people.
    expect(JSON.stringify(d)).not.toMatch(/espera a la cuadrilla|Pregunten|scrypt|prueba\.example/);
  });

  it("come as a table for a spreadsheet, with the same in it", async () => {
    const r = await ella.pedir<string>("GET", "/api/mis-datos/planilla.csv");
    expect(r.headers.get("Content-Type")).toMatch(/^text\/csv/);
    expect(r.cuerpo).toContain(`cuenta;1;email;${EMAIL}\r\n`);
    expect(r.cuerpo).toContain(`reclamos;1;numero;${reclamo.id}\r\n`);
    expect(r.cuerpo.split("\r\n")[0]).toBe("Área;Registro;Dato;Valor");
  });

  it("are nobody else's", async () => {
    const otro = await (await clienteDe(await crearUsuario())).pedir<MisDatos>(
      "GET",
      "/api/mis-datos",
    );
    expect(MARCAS.some((m) => m.test(JSON.stringify(otro.cuerpo)))).toBe(false);
  });
});

describe("deleting one's account", () => {
  const borrar = (quien: Cliente, cuerpo: object) =>
    quien.pedir<Problema>("POST", "/api/mis-datos/borrar", cuerpo);
  const cifras = async () =>
    db.all(sql`SELECT * FROM cifras_acumuladas ORDER BY categoria_id, zona_id, cuadrilla_id, dia`);

  it("wants the address typed and the password, and is not for who works for the city", async () => {
    const sin = await borrar(ella, { confirmo: "otra@marcada.example", contrasena: CLAVE });
    expect(sin.cuerpo.errores?.map((e) => e.campo)).toEqual(["confirmo"]);
    const mal = await borrar(ella, { confirmo: EMAIL, contrasena: "no es" });
    expect(mal.cuerpo.errores?.map((e) => e.campo)).toEqual(["contrasena"]);
    const vacia = await borrar(ella, { confirmo: EMAIL });
    expect(vacia.cuerpo.errores?.map((e) => e.campo)).toEqual(["contrasena"]);
    expect((await borrar(jefa, { confirmo: "x", contrasena: CLAVE })).cuerpo.codigo).toBe(
      "estado_no_permite",
    );
    expect((await rastros()).length).toBeGreaterThan(10);
  });

  it("leaves nothing that tells who they were, anywhere; tells them by mail; keeps the reclamos and the figures", async () => {
    const antes = await cifras();
    const galletas = new Map(ella.galletas);
    const r = await borrar(ella, { confirmo: ` ${EMAIL.toUpperCase()} `, contrasena: CLAVE });
    expect(r.status, JSON.stringify(r.cuerpo)).toBe(200);

    // The farewell: until it has gone, its row is the only place left.
    const [adios] = await db.all<{ id: number; para: string }>(
      sql`SELECT id, para FROM correos WHERE plantilla = 'cuenta_borrada'`,
    );
    expect(adios?.para).toBe(EMAIL);
    expect(await rastros()).toEqual([expect.stringMatching(/^correos: /)]);
    await mandarCorreos();
    expect(
      await db.all(sql`SELECT estado, asunto, para FROM correos WHERE id = ${adios?.id}`),
    ).toEqual([{ estado: "simulado", asunto: "Borramos tu cuenta y tus datos", para: "" }]);
    expect(await rastros()).toEqual([]);

    // The reclamos are the city's: with their places, states and answers.
    const [quedo] = await db.select().from(reclamos).where(eq(reclamos.id, reclamo.id));
    expect(quedo).toMatchObject({
      titulo: "Bache frente a lo de [dato borrado]",
      descripcion: "Soy [dato borrado], llamen al [dato borrado] o escriban a [dato borrado].",
      direccion: "Mitre 1240 (tel. [dato borrado])",
      estado: "resuelto",
    });
    const detalle = await jefa.pedir<Reclamo>("GET", `/api/reclamos/${reclamo.id}`);
    expect(detalle.cuerpo.creador).toMatchObject({ nombre: "", email: null, telefono: null });
    expect(detalle.cuerpo.fotos).toHaveLength(1);
    expect((await jefa.pedir("GET", `/api/reclamos/${reclamo.id}/historial`)).status).toBe(200);
    const { items } = await listarReclamos(ctxDe(admin), {
      q: "asfalto bache",
      limite: 20,
      orden: "reciente",
    } as never);
    expect(items).toEqual([]);
    await ponerAlDia(db, Math.floor(Date.now() / 1000));
    expect(await cifras()).toEqual(antes);

    // Nothing opens any more: cookie, warm cookie, password.
    const vuelta = abrirCliente();
    for (const [n, v] of galletas) vuelta.galletas.set(n, v);
    for (const ruta of ["/api/auth/me", "/api/mis-datos", `/api/reclamos/${reclamo.id}`])
      expect((await vuelta.pedir("GET", ruta)).status, ruta).toBe(401);
    expect((await ingresarCon(abrirCliente(), EMAIL, CLAVE)).status).toBe(401);
    await db.run(sql`DELETE FROM intentos`);
    expect(await rastros()).toEqual([]);
  });

  it("takes what staff searched for, whatever the accents and capitals", async () => {
    const email = "angela@prueba.example";
    const quien = await crearUsuario("vecino", { nombre: "Ángela", email });
    await db.run(sql`UPDATE personas SET apellido = 'Ñáñez' WHERE id = ${quien.personaId}`);
    for (const q of ["Ángela Ñáñez", "Ñáñez", "angela", "NANEZ", "ÁNGELA"])
      await jefa.pedir("GET", `/api/usuarios?q=${encodeURIComponent(q)}`);
    expect(await rastrosEnTablas([/[aá]ngela/i, /[nñ][aá][nñ]ez/i])).not.toEqual([]);
    const r = await borrar(await clienteDe(quien), { confirmo: email });
    expect(r.status).toBe(200);
    await mandarCorreos();
    expect(await rastrosEnTablas([/[aá]ngela/i, /[nñ][aá][nñ]ez/i])).toEqual([]);
  });

  it("takes the answer to whoever changed the account, though its address is another since", async () => {
    const quien = await crearUsuario("vecino", { email: "antes@prueba.example" });
    await conClave("PUT", `/api/usuarios/${quien.id}`, { bloqueado: true });
    await conClave("PUT", `/api/usuarios/${quien.id}`, { bloqueado: false });
    const email = "despues@prueba.example";
    await db.run(sql`UPDATE usuarios SET email = ${email} WHERE id = ${quien.id}`);
    await db.run(sql`UPDATE personas SET telefono = NULL WHERE id = ${quien.personaId}`);
    expect((await borrar(await clienteDe(quien), { confirmo: email })).status).toBe(200);
    expect(await rastrosEnTablas([/antes@prueba/])).toEqual([]);
  });

  it("leaves its record: that an account was deleted, and what was done before", async () => {
    const { cuerpo } = await jefa.pedir<{ items: { accion: string; quien: unknown }[] }>(
      "GET",
      `/api/auditoria?usuario_id=${suya.id}&limite=50`,
    );
    expect(cuerpo.items[0]).toMatchObject({
      accion: "cuenta_borrada",
      quien: { id: suya.id, nombre: null },
      direccion: null,
    });
    expect(cuerpo.items.map((i) => i.accion)).toEqual(
      expect.arrayContaining(["ingreso", "datos_descargados"]),
    );
  });

  it("is finished by the clock: an inbox that was away, a farewell that never went out", async () => {
    const ahora = Math.floor(Date.now() / 1000);
    await env.USER_CHANNEL.getByName(String(suya.id)).deliver(999_999, {
      aviso: {
        type: "anuncio",
        at: "2026-11-24T00:00:00Z",
        data: { id: 1, titulo: APELLIDO, texto: "x" },
      },
    });
    await db.run(
      sql`INSERT INTO correos (persona_id, plantilla, para, estado, creado_en) VALUES (${suya.personaId}, 'cuenta_borrada', ${EMAIL}, 'reintentando', 1)`,
    );
    expect((await rastros()).length).toBe(2);
    await repasarBorradas(env, db, ahora);
    expect(await rastros()).toEqual([]);
  });

  it("leaves the address free for whoever opens an account with it", async () => {
    const otra = abrirCliente();
    const r = await otra.pedir("POST", "/api/auth/register", {
      email: EMAIL,
      password: CLAVE,
      nombre: "Nueva",
      apellido: "Persona",
    });
    expect(r.status).toBe(201);
    await ingresarCon(otra, EMAIL, CLAVE);
    const { cuerpo } = await otra.pedir<MisDatos>("GET", "/api/mis-datos");
    expect(cuerpo.reclamos).toEqual([]);
    expect(cuerpo.hechos).toEqual([]);
  });

  it("takes nothing from the record, nor from what others wrote, by a name that was made up for it", async () => {
    await db.batch(
      anotar(ctxDe(admin), {
        accion: "ajuste",
        sobre: { objeto: "categoria", id: ciudad.categorias.alumbrado },
        antes: { nombre: "Alumbrado" },
        despues: { nombre: "Alumbrado público" },
      }),
    );
    const ajustes = () =>
      db.all(
        sql`SELECT d.* FROM auditoria_detalles d JOIN auditoria a ON a.id = auditoria_id WHERE a.accion = 'ajuste'`,
      );
    const dice = async () => (await db.select().from(reclamos).where(eq(reclamos.id, ajeno.id)))[0];
    const [antes, decia] = [await ajustes(), await dice()];
    expect(antes.length).toBeGreaterThan(0);
    const quien = await crearUsuario("vecino", { email: "vandalo@prueba.example" });
    await db.run(
      sql`UPDATE personas SET nombre = 'desde el', apellido = 'martes' WHERE id = ${quien.personaId}`,
    );
    const cliente = await clienteDe(quien);
    await cliente.pedir("POST", `/api/reclamos/${ajeno.codigo}/sumarse`, {});
    expect((await borrar(cliente, { confirmo: "vandalo@prueba.example" })).status).toBe(200);
    expect((await dice())?.descripcion).toBe(decia?.descripcion);
    const otro = await crearUsuario("vecino", { email: "nombre@prueba.example" });
    await db.run(sql`UPDATE personas SET nombre = 'nombre' WHERE id = ${otro.personaId}`);
    expect(
      (await borrar(await clienteDe(otro), { confirmo: "nombre@prueba.example" })).status,
    ).toBe(200);
    expect(await ajustes()).toEqual(antes);
  });

  it("of who has no password, takes a link that was just used", async () => {
    const quien = await crearUsuario("vecino", { email: "sinclave@prueba.example" });
    const cliente = await clienteDe(quien);
    await db.run(
      sql`UPDATE sesiones SET creado_en = creado_en - 7200 WHERE usuario_id = ${quien.id}`,
    );
    expect(await borrar(cliente, { confirmo: "sinclave@prueba.example" })).toMatchObject({
      status: 422,
      cuerpo: { errores: [{ campo: "contrasena" }] },
    });
  });

  it("of who was known at the counter by an address that nobody proved, leaves them alone", async () => {
    const email = "comun@prueba.example";
    await db.insert(personas).values({ nombre: "Otro", email, creado_en: 1 });
    expect((await reportarSinCuenta(email)).status).toBe(201);
    const quien = await crearUsuario("vecino", { email: "comun2@prueba.example" });
    await db.run(
      sql`UPDATE usuarios SET email = ${email}, email_verificado = 0 WHERE id = ${quien.id}`,
    );
    expect((await borrar(await clienteDe(quien), { confirmo: email })).status).toBe(200);
    expect(await db.$count(personas, eq(personas.email, email))).toBe(1);
    expect(await db.$count(reportes, eq(reportes.email, email))).toBe(1);
    expect(await tokenDelCorreo(email, "enlace_reporte")).toBeTruthy();
  });
});
