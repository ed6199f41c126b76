import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { schema } from "../db/client.ts";
import { leerEnlace } from "../domain/enlaces/ver.ts";
import { usarInvitacion } from "../domain/invitaciones/aceptar.ts";
import { retirarInvitacion } from "../domain/invitaciones/administrar.ts";
import { invitar } from "../domain/invitaciones/invitar.ts";
import {
  AHORA,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
} from "../testing/fabrica.ts";
import { rastrosEnTablas } from "../testing/rastros.ts";
import { CADA_DIA, programado } from "./index.ts";

const DIA = 86_400;
const noche = (ahora: number) =>
  programado({ cron: CADA_DIA, scheduledTime: ahora * 1000 }, env, {} as ExecutionContext);

it("an invitation withdrawn or never accepted is kept a month more, and then nothing of who it was for", async () => {
  const ciudad = await crearMunicipio();
  const admin = await crearUsuario("admin");
  const mandar = async (quien: string, cuando: number) => {
    const ctx = ctxDe(admin, { ahora: cuando });
    const nueva = {
      nombre: quien,
      apellido: "",
      email: `${quien}@marcada.example`,
      rol: "supervisor",
    };
    const sello = { semilla: quien, huella: quien };
    return (await invitar(ctx, nueva as Parameters<typeof invitar>[1], "d", sello)).invitacion.id;
  };
  const quedan = async () =>
    (await db.select({ email: schema.invitaciones.email }).from(schema.invitaciones)).map(
      ({ email }) => email.split("@")[0],
    );
  await retirarInvitacion(ctxDe(admin), await mandar("retirada", AHORA));
  await mandar("vencida", AHORA);
  await mandar("vecina", AHORA);
  await mandar("aceptada", AHORA);
  await mandar("nueva", AHORA + 20 * DIA);
  // Known at the counter too.
  const [conocida] = await db
    .select({ id: schema.invitaciones.persona_id })
    .from(schema.invitaciones)
    .where(sql`email LIKE 'vecina@%'`);
  await crearReclamoDe(admin, ciudad, { persona_id: conocida?.id });
  const visita = ctxDe({ tipo: "anonimo" });
  const datos = { nombre: "aceptada", apellido: "", hash: "x" };
  await usarInvitacion(visita, await leerEnlace(visita, "aceptada"), datos);

  await noche(AHORA + 30 * DIA);
  expect(await quedan()).toEqual(["retirada", "vencida", "vecina", "aceptada", "nueva"]);
  await noche(AHORA + 38 * DIA);
  expect(await quedan()).toEqual(["nueva"]);
  expect(await rastrosEnTablas([/(retirada|vencida)@marcada/])).toEqual([]);
  for (const quien of ["vecina", "aceptada", "nueva"])
    expect(
      await db.$count(schema.personas, sql`email = ${`${quien}@marcada.example`}`),
      quien,
    ).toBe(1);
});
