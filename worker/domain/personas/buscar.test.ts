import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import { schema } from "../../db/client.ts";
import {
  AHORA,
  type Ciudad,
  crearMunicipio,
  crearUsuario,
  ctxDe,
  db,
  pedidoDe,
} from "../../testing/fabrica.ts";
import { abrirDatos } from "../contexto.ts";
import { crearReclamo } from "../reclamos/crear.ts";
import { buscarPersonas } from "./buscar.ts";

const OTRAS = 2_000;
let jefa: Usuario;
let ciudad: Ciudad;

async function conocida(nombre: string, mas: { email?: string; telefono?: string; fuera?: true }) {
  const [p] = await db
    .insert(schema.personas)
    .values({
      nombre,
      email: mas.email ?? null,
      telefono: mas.telefono ?? null,
      anonimizada_en: mas.fuera ? AHORA : null,
      creado_en: AHORA,
    })
    .returning();
  return p?.id as number;
}

beforeAll(async () => {
  ciudad = await crearMunicipio();
  jefa = await crearUsuario("supervisor", { email: "jefa@ciudad.example" });
  await db.run(sql`INSERT INTO personas (nombre, email, telefono, creado_en)
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${OTRAS})
    SELECT 'Otra', 'otra' || i || '@correo.example', '11 4' || (1000000 + i * 37), ${AHORA} FROM n`);
  await conocida("Marta", { email: "marta.paz@correo.example", telefono: "+54 9 (11) 6123-4567" });
  await conocida("Mario", { email: "mario@correo.example", telefono: "03329 15-42.42.42" });
  await conocida("Fuera", {
    email: "marta.fuera@correo.example",
    telefono: "1161234567",
    fuera: true,
  });
});

const nombres = async (que: { email?: string; telefono?: string }, actor = jefa) =>
  (await buscarPersonas(ctxDe(actor), que)).items.map((p) => p.nombre);

describe("whom the city knows", () => {
  test.each([
    [{ email: "mar" }, ["Mario", "Marta"]],
    [{ email: "marta.paz@correo.example" }, ["Marta"]],
    [{ email: "paz" }, []],
    [{ telefono: "11 6123-4567" }, ["Marta"]],
    [{ telefono: "15 6123 4567" }, ["Marta"]],
    [{ telefono: "424242" }, ["Mario"]],
    [{ telefono: "3329 424242" }, []],
    [{ telefono: "4567" }, []],
    [{ telefono: "11 7123-4567" }, []],
    [{ email: "marta", telefono: "424242" }, ["Marta", "Mario"]],
    [{ email: "' OR 1=1 --" }, []],
  ])("by %j: %j", async (que, esperadas) => {
    expect(await nombres(que)).toEqual(esperadas);
  });

  test("at most five, and few rows read, however many there are", async () => {
    const { db, consumo } = abrirDatos(env.DB);
    const { items } = await buscarPersonas(ctxDe(jefa, { db }), {
      email: "otra",
      telefono: "11 41000037",
    });
    expect(items).toHaveLength(5);
    expect(consumo.viajes).toBe(1);
    expect(consumo.leidas).toBeLessThanOrEqual(60);
  });

  test("is a matter for supervisors and admins", async () => {
    for (const rol of ["vecino", "cuadrilla"] as const)
      await expect(nombres({ email: "mar" }, await crearUsuario(rol))).rejects.toMatchObject({
        codigo: "sin_permiso",
      });
  });
});

describe("a report in the name of somebody known", () => {
  const enNombreDe = (persona_id: number, actor: Usuario) =>
    crearReclamo(ctxDe(actor), { ...pedidoDe(ciudad), persona_id });

  test("is theirs, and no second person is made", async () => {
    const id = await conocida("Delia", { telefono: "11 5000-1234" });
    const cuantas = () => db.$count(schema.personas);
    const antes = await cuantas();
    const r = await enNombreDe(id, jefa);
    expect(r).toMatchObject({ canal: "mostrador", creador: { id, nombre: "Delia" } });
    expect(await cuantas()).toBe(antes);
  });

  test("is refused for who is not there any more, and to a vecino", async () => {
    const fuera = await conocida("Nadie", { fuera: true });
    for (const id of [fuera, 999_999])
      await expect(enNombreDe(id, jefa)).rejects.toMatchObject({
        codigo: "datos_invalidos",
        mas: { errores: [{ campo: "persona_id" }] },
      });
    await expect(enNombreDe(jefa.personaId, await crearUsuario())).rejects.toMatchObject({
      codigo: "sin_permiso",
    });
  });
});
