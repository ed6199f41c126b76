import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { abrirDb, consumoVacio, contar } from "../db/client.ts";
import { asignarReclamo } from "../domain/reclamos/asignar.ts";
import { comentarReclamo } from "../domain/reclamos/comentar.ts";
import {
  avisosDe,
  correosDe,
  depsDePrueba,
  entregasDe,
  ultimoEvento,
} from "../testing/despacho.ts";
import { enchufar } from "../testing/enchufe.ts";
import {
  armarCiudad,
  asignado as asignadoPor,
  empezarDeNuevo,
  esperarTodoUnaVez,
  type Persona,
} from "../testing/escena.ts";
import { AHORA, type Ciudad, crearReclamoDe, crearUsuario, ctxDe, db } from "../testing/fabrica.ts";
import { dispatch } from "./dispatch.ts";

let ciudad: Ciudad;
let supervisora: Persona;
let admin: Persona;
let obrero: Persona;
let vecino: Persona;
let vecina: Persona;

beforeAll(async () => {
  ({ ciudad, supervisora, admin, obrero } = await armarCiudad());
});

beforeEach(async () => {
  ({ vecino, vecina } = await empezarDeNuevo());
});

const asignado = () => asignadoPor({ supervisora, vecino, vecina }, ciudad);
const elenco = () => ({ supervisora, admin, obrero, vecino, vecina });

describe("dispatch", () => {
  test("writes deliveries and mails, fills inboxes, sends frames, queues jobs, closes the evento", async () => {
    const { reclamo, evento } = await asignado();
    const gente = [supervisora, admin, obrero, vecino, vecina];
    const enchufes = await Promise.all(gente.map((p) => enchufar(env.USER_CHANNEL, p.id)));
    const { deps, trabajos, partes } = depsDePrueba(AHORA + 1);
    expect(await dispatch(deps, evento)).toEqual({
      estado: "despachado",
      entregados: 5,
      correos: 3,
      encolados: 0,
    });
    await esperarTodoUnaVez(elenco(), evento);
    const ids = (await correosDe(evento)).map((c) => c.id);
    expect(trabajos.map((t) => t.correo_id).sort()).toEqual(ids.sort());
    expect(partes).toEqual([]);
    for (const [i, e] of enchufes.entries()) {
      await e.alDia();
      const data = {
        id: reclamo,
        numero: reclamo,
        estado: "asignado",
        version: 2,
        evento: "asignado",
        evento_id: evento,
      };
      const [trama] = e.de("reclamo_actualizado");
      expect(e.de("reclamo_actualizado")).toHaveLength(1);
      expect(trama?.data).toEqual(data);
      // Who acted, and staff whom the table does not name, only get the silent one.
      expect(trama?.seq === undefined).toBe(i < 2);
    }
  });

  test("the new reclamo arrives as nuevo_reclamo with its title, and the creator's mail as a receipt", async () => {
    const { id } = await crearReclamoDe(vecino, ciudad, { titulo: "Poste caído" });
    const evento = await ultimoEvento(id);
    const [jefa, suyo] = [
      await enchufar(env.USER_CHANNEL, admin.id),
      await enchufar(env.USER_CHANNEL, vecino.id),
    ];
    const { deps } = depsDePrueba(AHORA + 1);
    await dispatch(deps, evento);
    await jefa.alDia();
    await suyo.alDia();
    expect(jefa.de("nuevo_reclamo").map((t) => t.data)).toMatchObject([
      { id, numero: id, titulo: "Poste caído", estado: "nuevo", version: 1 },
    ]);
    expect(jefa.de("reclamo_actualizado").map((t) => t.seq)).toEqual([undefined]);
    expect(suyo.tramas.map((t) => t.type)).toEqual(["hola", "reclamo_actualizado"]);
    expect(await correosDe(evento)).toMatchObject([
      { para: vecino.email, plantilla: "creado", estado: "pendiente" },
    ]);
  });

  test("an evento that did not move the reclamo carries the pair that holds now", async () => {
    const { reclamo } = await asignado();
    await comentarReclamo(ctxDe(vecino), reclamo, { texto: "Sigue igual.", interno: false });
    const e = await enchufar(env.USER_CHANNEL, obrero.id);
    await dispatch(depsDePrueba(AHORA + 1).deps, await ultimoEvento(reclamo));
    await e.alDia();
    expect(e.de("comentario")[0]?.data).toMatchObject({
      estado: "asignado",
      version: 2,
      evento: "comentado",
    });
  });

  test("twice, one after the other or at once, is once", async () => {
    const { evento } = await asignado();
    const e = await enchufar(env.USER_CHANNEL, vecino.id);
    const { deps, trabajos } = depsDePrueba(AHORA + 1);
    await Promise.all([dispatch(deps, evento), dispatch(deps, evento)]);
    expect((await dispatch(deps, evento)).estado).toBe("nada_que_hacer");
    await esperarTodoUnaVez(elenco(), evento);
    await e.alDia();
    expect(e.de("reclamo_actualizado")).toHaveLength(1);
    expect(new Set(trabajos.map((t) => t.correo_id)).size).toBe(3);
  });

  test("an evento that does not exist is nothing to do", async () => {
    expect((await dispatch(depsDePrueba(AHORA).deps, 999_999)).estado).toBe("nada_que_hacer");
  });

  test("writes at most four rows a delivery", async () => {
    const { evento } = await asignado();
    const consumo = consumoVacio();
    const { deps } = depsDePrueba(AHORA + 1, { db: abrirDb(contar(env.DB, consumo)) });
    const { entregados, correos } = await dispatch(deps, evento);
    console.log(
      `dispatch: ${consumo.escritas} rows written for ${entregados} + ${correos} deliveries, ${consumo.leidas} read, ${consumo.viajes} trips`,
    );
    expect(consumo.escritas).toBeLessThanOrEqual(4 * (entregados + correos));
    expect(consumo.viajes).toBe(3);
  });

  test("told late, it still goes to the cuadrilla it was given to", async () => {
    const { reclamo, evento } = await asignado();
    const otro = await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.luz });
    await asignarReclamo(ctxDe(supervisora), reclamo, {
      cuadrilla_id: ciudad.cuadrillas.luz,
      version: 2,
      motivo: "Es de luminarias.",
    });
    const segundo = await ultimoEvento(reclamo);
    const { deps } = depsDePrueba(AHORA + 1);
    await dispatch(deps, evento);
    await dispatch(deps, segundo);
    expect(await avisosDe(obrero.id, evento)).toHaveLength(1);
    expect(await avisosDe(otro.id, evento)).toHaveLength(0);
    expect(await avisosDe(otro.id, segundo)).toHaveLength(1);
    // The cuadrilla that lost it hears of that, in the inbox alone.
    expect(await avisosDe(obrero.id, segundo)).toHaveLength(1);
    expect((await correosDe(segundo)).map((c) => c.para)).not.toContain(obrero.email);
    await db.run(sql`UPDATE usuarios SET bloqueado_en = 1 WHERE id = ${otro.id}`);
  });

  test("switches and blocking hold, and a reporter without an account gets mail alone", async () => {
    const { reclamo, evento } = await asignado();
    await db.run(
      sql`INSERT INTO preferencias VALUES (${vecino.id}, 'asignado', 'correo', 0), (${obrero.id}, 'asignado', 'aviso', 0)`,
    );
    await db.run(sql`UPDATE usuarios SET bloqueado_en = 1 WHERE id = ${vecina.id}`);
    const [sinCuenta] = await db.all<{ id: number }>(
      sql`INSERT INTO personas (nombre, email, creado_en) VALUES ('Nilda', 'nilda@prueba.example', 1) RETURNING id`,
    );
    await db.run(sql`INSERT INTO seguidores VALUES (${reclamo}, ${sinCuenta?.id}, 1)`);
    await dispatch(depsDePrueba(AHORA + 1).deps, evento);
    expect((await entregasDe(evento)).map((e) => [e.usuario_id, e.silenciosa])).toEqual(
      [
        [supervisora.id, 1],
        [admin.id, 1],
        [obrero.id, 1],
        [vecino.id, 0],
      ].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0)),
    );
    expect((await correosDe(evento)).map((c) => c.para).sort()).toEqual(
      [obrero.email, "nilda@prueba.example"].sort(),
    );
    await db.run(sql`DELETE FROM preferencias`);
  });
});
