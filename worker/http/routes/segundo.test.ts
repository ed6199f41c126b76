import { env } from "cloudflare:workers";
import { and, eq, isNull } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Problema } from "../../../contract/errores.ts";
import type { Yo } from "../../../contract/esquemas/cuentas.ts";
import type { EstadoSegundo, SecretoSegundo } from "../../../contract/esquemas/segundo.ts";
import type { Rol } from "../../../contract/vocabulario.ts";
import { codigoDe, pasoDe } from "../../auth/segundo/totp.ts";
import { schema } from "../../db/client.ts";
import { clienteDe } from "../../testing/api.ts";
import { abrirCliente, type Cliente, ingresarCon } from "../../testing/cliente.ts";
import { crearConContrasena, crearMunicipio, crearUsuario, db } from "../../testing/fabrica.ts";

/** Two steps: what an account of the city shows besides its password. `EN_SERIO` is an install that asks for it. */

const CONTRASENA = "Una-clave-larga-7";
const EN_SERIO = { TWO_FACTOR: "required" };
const RUTA = "/api/auth/segundo-factor";
beforeAll(async () => {
  await crearMunicipio();
});

const alguien = (rol: Rol = "supervisor") => crearConContrasena(CONTRASENA, rol);

const ahora = () => Math.floor(Date.now() / 1000);
/** What the app shows, so many steps from now. Each code counts once, so each test uses the next. */
const laApp = (secreto: string, pasos = 0) => codigoDe(secreto, pasoDe(ahora()) + pasos);
/** The app's clock goes on: what was used can be used up again. */
const pasaElTiempo = (usuarioId: number) =>
  db
    .update(schema.segundos_factores)
    .set({ ultimo_paso: 0 })
    .where(eq(schema.segundos_factores.usuario_id, usuarioId));

const pedir = <T = Problema>(c: Cliente, que: string, cuerpo: object = {}) =>
  c.pedir<T>("POST", `${RUTA}${que}`, cuerpo);

/** Somebody who has set it up, in the browser they did it in. */
async function conSegundo(rol: Rol = "supervisor") {
  const quien = await alguien(rol);
  const navegador = abrirCliente({ vars: EN_SERIO });
  expect((await ingresarCon(navegador, quien.email, CONTRASENA)).status).toBe(200);
  const { secreto } = (await pedir<SecretoSegundo>(navegador, "", { actual: CONTRASENA })).cuerpo;
  const r = await pedir<{ codigos: string[] }>(navegador, "/activar", {
    codigo: await laApp(secreto),
  });
  expect(r.status).toBe(200);
  await pasaElTiempo(quien.id);
  return { quien, navegador, secreto, codigos: r.cuerpo.codigos };
}

const entrar = (email: string, codigo?: string, cliente = abrirCliente({ vars: EN_SERIO })) =>
  ingresarCon(cliente, email, CONTRASENA, codigo);
const sesionesDe = (id: number) => db.$count(schema.sesiones, eq(schema.sesiones.userId, id));

describe("where a role asks for it", () => {
  test.each(["supervisor", "admin"] as const)(
    "a %s without one may only set it up, and then all",
    async (rol) => {
      const quien = await alguien(rol);
      const navegador = abrirCliente({ vars: EN_SERIO });
      await ingresarCon(navegador, quien.email, CONTRASENA);
      const { cuerpo } = await entrar(quien.email);
      const programa = abrirCliente({ token: cuerpo.access_token, vars: EN_SERIO });
      for (const c of [navegador, programa]) {
        expect(await c.pedir("GET", "/api/reclamos")).toMatchObject({
          status: 403,
          cuerpo: { codigo: "segundo_factor_pendiente" },
        });
        expect((await c.pedir("GET", "/api/usuarios")).status).toBe(403);
        expect((await c.pedir("GET", "/api/categorias")).status).toBe(200);
        const { cuerpo: q } = await c.pedir<{ yo: Yo }>("GET", "/api/auth/quien");
        expect(q.yo.segundo_factor).toBe("falta");
      }
      const { secreto, uri } = (await pedir<SecretoSegundo>(navegador, "", { actual: CONTRASENA }))
        .cuerpo;
      expect(uri).toContain(`secret=${secreto}`);
      // Shown is not yet set up.
      expect((await navegador.pedir("GET", "/api/reclamos")).status).toBe(403);
      expect((await pedir(navegador, "/activar", { codigo: "000000" })).status).toBe(422);
      const hecho = await pedir<{ codigos: string[] }>(navegador, "/activar", {
        codigo: await laApp(secreto),
      });
      expect(hecho.status).toBe(200);
      expect(new Set(hecho.cuerpo.codigos).size).toBe(10);
      // At once, though the cookie said otherwise for a minute.
      expect((await navegador.pedir("GET", "/api/reclamos")).status).toBe(200);
      // The other session had shown the password alone.
      expect((await programa.pedir("GET", "/api/auth/me")).status).toBe(401);
      expect((await pedir(navegador, "/quitar", { codigo: await laApp(secreto, 1) })).status).toBe(
        403,
      );
    },
  );

  test("its sockets stay shut until then", async () => {
    const quien = await alguien("admin");
    const navegador = abrirCliente({ vars: EN_SERIO });
    const { cuerpo } = await ingresarCon(navegador, quien.email, CONTRASENA);
    const { default: puertas } = await import("../../index.ts");
    for (const [ruta, headers] of [
      [`/ws/${cuerpo.access_token}`, {}],
      ["/api/ws", { Authorization: `Bearer ${cuerpo.access_token}` }],
    ] as const) {
      const r = await puertas.fetch(
        new Request(`http://127.0.0.1:8787${ruta}`, {
          headers: { Upgrade: "websocket", ...headers },
        }),
        { ...env, ...EN_SERIO },
        { waitUntil() {}, passThroughOnException() {} } as unknown as ExecutionContext,
      );
      const cierre = new Promise<number>((listo) =>
        r.webSocket?.addEventListener("close", (e) => listo(e.code)),
      );
      r.webSocket?.accept();
      expect(await cierre).toBe(4001);
    }
  });

  test.each(["vecino", "cuadrilla"] as const)("a %s is asked for nothing", async (rol) => {
    const cliente = abrirCliente({ vars: EN_SERIO });
    const quien = await alguien(rol);
    await entrar(quien.email, undefined, cliente);
    expect((await cliente.pedir("GET", "/api/reclamos")).status).toBe(200);
    const { cuerpo } = await cliente.pedir<EstadoSegundo>("GET", RUTA);
    expect(cuerpo).toEqual({ activo_desde: null, obligatorio: false, codigos_restantes: 0 });
  });

  test("in development nobody is asked", async () => {
    const quien = await alguien("admin");
    const cliente = abrirCliente();
    await ingresarCon(cliente, quien.email, CONTRASENA);
    expect((await cliente.pedir("GET", "/api/reclamos")).status).toBe(200);
  });
});

describe("at the door", () => {
  test("the password alone opens nothing: no session, no cookie, nothing to plant or steal in between", async () => {
    const { quien, secreto } = await conSegundo();
    const antes = await sesionesDe(quien.id);
    const navegador = abrirCliente({ vars: EN_SERIO });
    // Somebody planted a session of their own, hoping that the second step would lift it.
    const ajena = await clienteDe(await crearUsuario());
    navegador.galletas.set("__Host-sesion", "plantada.por-otro");
    const medio = await entrar(quien.email, undefined, navegador);
    expect(medio).toMatchObject({ status: 401, cuerpo: { codigo: "segundo_factor" } });
    expect(medio.headers.getSetCookie()).toEqual([]);
    expect(await sesionesDe(quien.id)).toBe(antes);
    expect((await ajena.pedir("GET", "/api/auth/me")).status).toBe(200);

    const entero = await entrar(quien.email, await laApp(secreto), navegador);
    expect(entero.status).toBe(200);
    expect(navegador.galletas.get("__Host-sesion")).not.toContain("plantada");
    expect((await navegador.pedir("GET", "/api/reclamos")).status).toBe(200);
    expect(await sesionesDe(quien.id)).toBe(antes + 1);
  });

  test("a right code with a wrong password is a wrong password", async () => {
    const { quien, secreto } = await conSegundo();
    const r = await ingresarCon(abrirCliente(), quien.email, "otra", await laApp(secreto));
    expect(r).toMatchObject({ status: 401, cuerpo: { codigo: "credenciales" } });
    // And it was not spent.
    expect((await entrar(quien.email, await laApp(secreto))).status).toBe(200);
  });

  test("a code counts once, whoever is quicker; an earlier one not after a later one", async () => {
    const { quien, secreto } = await conSegundo();
    const codigo = await laApp(secreto);
    const dos = await Promise.all([entrar(quien.email, codigo), entrar(quien.email, codigo)]);
    expect(dos.map((r) => r.status).sort()).toEqual([200, 401]);
    expect((await entrar(quien.email, await laApp(secreto, -1))).status).toBe(401);
    expect((await entrar(quien.email, await laApp(secreto, 1))).status).toBe(200);
  });

  test("codes are guessed five times, then the right one waits too; the password step does not give tries back", async () => {
    const { quien, secreto } = await conSegundo();
    const status: number[] = [];
    for (let i = 0; i < 6; i++) {
      status.push((await entrar(quien.email, "abcde-fghij")).status);
      await entrar(quien.email);
    }
    expect(status).toEqual([401, 401, 401, 401, 401, 429]);
    const espera = await entrar(quien.email, await laApp(secreto));
    expect(espera.status).toBe(429);
    expect(Number(espera.headers.get("Retry-After"))).toBeLessThanOrEqual(30);
    await db.update(schema.intentos).set({ hasta: 0 });
    expect((await entrar(quien.email, await laApp(secreto))).status).toBe(200);
  });
});

describe("without the phone", () => {
  const quedan = (id: number) =>
    db.$count(
      schema.codigos_recuperacion,
      and(
        eq(schema.codigos_recuperacion.usuario_id, id),
        isNull(schema.codigos_recuperacion.usado_en),
      ),
    );

  test("a recovery code opens once, however it is typed", async () => {
    const { quien, codigos } = await conSegundo();
    const [uno = "", otro = ""] = codigos;
    const escrito = ` ${uno.toUpperCase().replace("-", " ")} `;
    expect((await entrar(quien.email, escrito)).status).toBe(200);
    expect((await entrar(quien.email, uno)).status).toBe(401);
    expect(await quedan(quien.id)).toBe(9);
    const dos = await Promise.all([entrar(quien.email, otro), entrar(quien.email, otro)]);
    expect(dos.map((r) => r.status).sort()).toEqual([200, 401]);
  });

  test("one person's code opens nobody else's account", async () => {
    const { codigos } = await conSegundo();
    const { quien } = await conSegundo();
    expect((await entrar(quien.email, codigos[0])).status).toBe(401);
  });

  test("the database holds neither the secret nor a code", async () => {
    const { quien, secreto, codigos } = await conSegundo();
    const guardado = JSON.stringify([
      await db.select().from(schema.segundos_factores),
      await db.select().from(schema.codigos_recuperacion),
      await db.select().from(schema.auditoria),
    ]);
    for (const x of [secreto, ...codigos, ...codigos.map((c) => c.replace("-", ""))])
      expect(guardado).not.toContain(x);
    expect(guardado).toContain(`"usuario_id":${quien.id}`);
  });

  test("new codes make the old ones worthless, and cost a code", async () => {
    const { quien, navegador, secreto, codigos } = await conSegundo();
    expect((await pedir(navegador, "/codigos", { codigo: "111111" })).status).toBe(422);
    const r = await pedir<{ codigos: string[] }>(navegador, "/codigos", {
      codigo: await laApp(secreto),
    });
    expect(r.status).toBe(200);
    expect((await entrar(quien.email, codigos[3])).status).toBe(401);
    expect((await entrar(quien.email, r.cuerpo.codigos[3])).status).toBe(200);
  });

  test("another phone takes over once it has proved itself; until then the old one holds", async () => {
    const { quien, navegador, secreto, codigos } = await conSegundo();
    expect((await pedir(navegador, "")).status).toBe(422);
    const nuevo = (await pedir<SecretoSegundo>(navegador, "", { codigo: codigos[0] })).cuerpo;
    expect((await entrar(quien.email, await laApp(nuevo.secreto))).status).toBe(401);
    expect((await entrar(quien.email, await laApp(secreto))).status).toBe(200);
    const r = await pedir(navegador, "/activar", { codigo: await laApp(nuevo.secreto) });
    expect(r.status).toBe(200);
    await pasaElTiempo(quien.id);
    expect((await entrar(quien.email, await laApp(secreto))).status).toBe(401);
    expect((await entrar(quien.email, await laApp(nuevo.secreto))).status).toBe(200);
  });

  test("an admin takes it away from who lost everything; nobody else may, nor from oneself", async () => {
    const { quien, navegador } = await conSegundo("supervisor");
    const ruta = `/api/usuarios/${quien.id}/segundo-factor/restablecer`;
    const supervisora = await clienteDe(await crearUsuario("supervisor"));
    expect((await supervisora.pedir("POST", ruta)).status).toBe(403);
    const admin = await crearUsuario("admin");
    const jefe = await clienteDe(admin);
    const propio = `/api/usuarios/${admin.id}/segundo-factor/restablecer`;
    expect((await jefe.pedir("POST", propio)).status).toBe(409);
    expect((await jefe.pedir("POST", ruta)).status).toBe(204);
    expect(await sesionesDe(quien.id)).toBe(0);
    expect(await quedan(quien.id)).toBe(0);
    navegador.galletas.clear();
    expect((await entrar(quien.email, undefined, navegador)).status).toBe(200);
    // The role still asks for it.
    expect((await navegador.pedir("GET", "/api/reclamos")).status).toBe(403);
    const [hecho] = await db
      .select()
      .from(schema.auditoria)
      .where(
        and(eq(schema.auditoria.objeto_id, quien.id), eq(schema.auditoria.usuario_id, admin.id)),
      );
    expect(hecho).toMatchObject({
      accion: "segundo_factor",
      cambios: { motivo: [null, "restablecido"] },
    });
  });
});

test("a session alone sets up none, and would lock its owner out: it takes the password too", async () => {
  const { email } = await alguien("vecino");
  const robada = abrirCliente();
  await ingresarCon(robada, email, CONTRASENA);
  for (const cuerpo of [{}, { actual: "no-es-esta-clave" }, { codigo: "123456" }])
    expect(await pedir(robada, "", cuerpo)).toMatchObject({
      status: 422,
      cuerpo: { errores: [{ campo: "actual" }] },
    });
  expect((await pedir(robada, "/activar", { codigo: "123456" })).status).toBe(409);
});

test("a session that was ended activates none, though its cookie is warm for a minute", async () => {
  const quien = await alguien("vecino");
  const robada = abrirCliente();
  await ingresarCon(robada, quien.email, CONTRASENA);
  const { secreto } = (await pedir<SecretoSegundo>(robada, "", { actual: CONTRASENA })).cuerpo;
  await db.delete(schema.sesiones).where(eq(schema.sesiones.userId, quien.id));
  expect((await pedir(robada, "/activar", { codigo: await laApp(secreto) })).status).toBe(401);
  expect((await entrar(quien.email)).status).toBe(200);
});

test("a password that is changed keeps the session, which has shown both", async () => {
  const { quien, navegador, secreto } = await conSegundo();
  const nueva = "Otra-clave-larga-8";
  const r = await navegador.pedir("POST", "/api/auth/password", { actual: CONTRASENA, nueva });
  expect(r.status).toBe(200);
  expect((await navegador.pedir("GET", "/api/reclamos")).status).toBe(200);
  expect((await ingresarCon(abrirCliente(), quien.email, nueva)).cuerpo.codigo).toBe(
    "segundo_factor",
  );
  const codigo = await laApp(secreto);
  expect((await ingresarCon(abrirCliente(), quien.email, nueva, codigo)).status).toBe(200);
});

test("a vecino may have one, and give it up", async () => {
  const { quien, navegador, secreto } = await conSegundo("vecino");
  expect((await entrar(quien.email)).status).toBe(401);
  expect((await pedir(navegador, "/quitar", { codigo: "222222" })).status).toBe(422);
  expect((await pedir(navegador, "/quitar", { codigo: await laApp(secreto) })).status).toBe(204);
  expect((await entrar(quien.email)).status).toBe(200);
});
