import { beforeAll, expect, it } from "vitest";
import type { Yo } from "../../../contract/esquemas/cuentas.ts";
import type { EnlaceUsado } from "../../../contract/esquemas/enlaces.ts";
import { tokenDelCorreo } from "../../testing/buzon.ts";
import { abrirCliente, ingresarCon } from "../../testing/cliente.ts";
import { crearMunicipio } from "../../testing/fabrica.ts";

/** An install where nobody is, that says whose it is. */
const EMAIL = "jefa@villa.example";
const vars = { BOOTSTRAP_ADMIN_EMAIL: EMAIL };
const CONTRASENA = "rioja-lapacho-47";
beforeAll(() => crearMunicipio());

const registrar = (email: string) =>
  abrirCliente({ vars }).pedir<{ rol: string }>("POST", "/api/auth/register", {
    email,
    password: CONTRASENA,
    nombre: "Ana",
    apellido: "Paz",
  });
const probar = async (email: string, mas: object, navegador = abrirCliente({ vars })) => {
  const token = await tokenDelCorreo(email);
  const r = await navegador.pedir<EnlaceUsado>("POST", "/api/auth/enlace/usar", { token, ...mas });
  expect(r.status).toBe(200);
  return navegador;
};
const rolDe = async (email: string) => {
  const navegador = abrirCliente({ vars });
  await ingresarCon(navegador, email, CONTRASENA);
  return (await navegador.pedir<Yo>("GET", "/api/auth/me")).cuerpo.rol;
};

it("the first admin is who proves that address; typing it is not enough, another proved one is not it, and there is one", async () => {
  expect((await registrar("otra@villa.example")).cuerpo.rol).toBe("vecino");
  await probar("otra@villa.example", { password: CONTRASENA });
  expect(await rolDe("otra@villa.example")).toBe("vecino");

  expect((await registrar(EMAIL)).cuerpo.rol).toBe("vecino");
  expect(await rolDe(EMAIL)).toBe("vecino");
  const navegador = await probar(EMAIL, { password: CONTRASENA });
  expect((await navegador.pedir<Yo>("GET", "/api/auth/me")).cuerpo.rol).toBe("admin");
  expect((await navegador.pedir("GET", "/api/correos")).status).toBe(200);
});
