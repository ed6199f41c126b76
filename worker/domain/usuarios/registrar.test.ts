import { beforeEach, expect, test } from "vitest";
import { schema } from "../../db/client.ts";
import { crearUsuario, ctxDe, db } from "../../testing/fabrica.ts";
import { hayAdmin } from "./hay-admin.ts";
import { registrarUsuario } from "./registrar.ts";

let n = 0;
const registrar = (siNoHayAdmin?: "admin" | "vecino") => {
  n += 1;
  const datos = { email: `r${n}@prueba.example`, nombre: "Rita", apellido: "Prueba" };
  return registrarUsuario(ctxDe({ tipo: "anonimo" }), datos, "hash", siNoHayAdmin);
};

beforeEach(async () => {
  await db.delete(schema.cuentas);
  await db.delete(schema.usuarios);
});

test("an account is a vecino's", async () => {
  expect((await registrar()).rol).toBe("vecino");
  expect(await hayAdmin(ctxDe({ tipo: "anonimo" }))).toBe(false);
});

test("where it may, the first runs the install, and of two at once only one does", async () => {
  const dos = await Promise.all([registrar("admin"), registrar("admin")]);
  expect(dos.map((u) => u.rol).sort()).toEqual(["admin", "vecino"]);
  expect(await hayAdmin(ctxDe({ tipo: "anonimo" }))).toBe(true);
});

test("where there is an admin already nobody becomes one", async () => {
  await crearUsuario("admin");
  expect((await registrar("admin")).rol).toBe("vecino");
});
