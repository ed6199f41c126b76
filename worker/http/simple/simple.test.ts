import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import { schema } from "../../db/client.ts";
import puertas from "../../index.ts";
import { tokenDe } from "../../testing/api.ts";
import { llegadosA, tokenDelCorreo } from "../../testing/buzon.ts";
import { type Ciudad, crearMunicipio, crearUsuario, db } from "../../testing/fabrica.ts";
import { JPEG_CON_GPS } from "../../testing/fotos.ts";

const ORIGEN = "http://127.0.0.1:8787";
let ciudad: Ciudad;
let vecina: Usuario;
let token: string;
beforeAll(async () => {
  ciudad = await crearMunicipio();
  vecina = await crearUsuario("vecino");
  token = await tokenDe(vecina);
});

async function mandar(ruta: string, body: BodyInit, headers: Record<string, string> = {}) {
  const ctx = createExecutionContext();
  const r = await puertas.fetch(
    new Request(ORIGEN + ruta, {
      method: "POST",
      body,
      headers: { "CF-Connecting-IP": crypto.randomUUID(), Origin: ORIGEN, ...headers },
      redirect: "manual",
    }),
    env,
    ctx,
  );
  const html = await r.text();
  await waitOnExecutionContext(ctx);
  return { r, html };
}
const suya = () => ({ Authorization: `Bearer ${token}` });
const campos = (mas: Record<string, string> = {}) => ({
  direccion: "Mitre 880",
  categoria_id: String(ciudad.categorias.bacheo),
  descripcion: "Un pozo de medio metro frente a la escuela.",
  titulo: "",
  ...mas,
});
const cuantos = async () =>
  (await db.select().from(schema.reclamos).where(eq(schema.reclamos.creador_id, vecina.personaId)))
    .length;

describe("POST /reportar, of a page without JavaScript", () => {
  it("makes the report, with a title of its own making, and goes to its page; its evento is told", async () => {
    const { r } = await mandar("/reportar", new URLSearchParams(campos()), suya());
    expect(r.status).toBe(303);
    const codigo = /^\/r\/([0-9A-Z]{10})$/.exec(r.headers.get("Location") ?? "")?.[1];
    const [fila] = await db
      .select()
      .from(schema.reclamos)
      .where(eq(schema.reclamos.codigo, codigo ?? ""));
    expect(fila).toMatchObject({ titulo: "Bacheo en Mitre 880", creador_id: vecina.personaId });
    const [evento] = await db
      .select()
      .from(schema.eventos)
      .where(eq(schema.eventos.reclamo_id, fila?.id ?? 0));
    expect(evento?.despachado_en).not.toBeNull();
  });

  it("makes one of the same sending twice", async () => {
    const antes = await cuantos();
    const cuerpo = campos({ direccion: "Mitre 990" });
    const [a, b] = await Promise.all([
      mandar("/reportar", new URLSearchParams(cuerpo), suya()),
      mandar("/reportar", new URLSearchParams(cuerpo), suya()),
    ]);
    expect(a.r.headers.get("Location")).toMatch(/^\/r\//);
    expect(b.r.headers.get("Location")).toBe(a.r.headers.get("Location"));
    expect(await cuantos()).toBe(antes + 1);
  });

  it("gives back what was typed, as text, with the errors and the photos already up", async () => {
    const antes = await cuantos();
    const malo = `"><script>alert(1)</script>`;
    const f = new FormData();
    for (const [k, v] of Object.entries(campos({ direccion: malo, descripcion: "Corto" })))
      f.append(k, v);
    f.append("fotos", new File([JPEG_CON_GPS], "a.jpg", { type: "image/jpeg" }));
    const { r, html } = await mandar("/reportar", f, suya());
    expect(r.status).toBe(422);
    expect(r.headers.get("Cache-Control")).toBe("no-store");
    expect(html).toContain("Escribí al menos 10 caracteres.");
    expect(html).not.toContain("<script>alert");
    expect(html).toMatch(/name="foto_id" value="\d+"/);
    expect(html).not.toContain('type="module"');
    expect(await cuantos()).toBe(antes);
  });

  it("sends who is not signed in to the door, with the words kept", async () => {
    const { r, html } = await mandar("/reportar", new URLSearchParams(campos()));
    expect(r.status).toBe(401);
    expect(html).toContain("Para enviarlo hay que ingresar");
    expect(html).toContain("Un pozo de medio metro");
  });

  it("takes it with an e-mail address alone: it waits for its link, once", async () => {
    const antes = await cuantos();
    const email = "sin.cuenta@correo.example";
    const con = (mas: Record<string, string> = {}) =>
      new URLSearchParams(campos({ email, nombre: "Elsa", ...mas }));
    const mal = await mandar("/reportar", con({ email: "no es" }));
    expect(mal.r.status).toBe(422);
    expect(mal.html).toContain("Escribí un correo como nombre@ejemplo.com.");
    expect(mal.html).toContain("Un pozo de medio metro");
    for (const { r, html } of [
      await mandar("/reportar", con()),
      await mandar("/reportar", con()),
    ]) {
      expect(r.status).toBe(200);
      expect(r.headers.get("Cache-Control")).toBe("no-store");
      expect(html).toContain(`Te mandamos un enlace a ${email}`);
    }
    expect(await cuantos()).toBe(antes);
    expect(await llegadosA(email)).toHaveLength(1);

    const token = await tokenDelCorreo(email);
    const visto = await mandar("/enlace", new URLSearchParams({ token }));
    expect(visto.html).toContain("Confirmar el reclamo");
    const hecho = await mandar("/enlace", new URLSearchParams({ token, usar: "1", cuenta: "1" }));
    expect(hecho.html).toMatch(/href="\/r\/[0-9A-Z]{10}"/);
    expect(hecho.r.headers.getSetCookie().join()).toContain("__Host-sesion=");
    const otraVez = await mandar("/enlace", new URLSearchParams({ token, usar: "1" }));
    expect(otraVez.r.status).toBe(410);
    expect(otraVez.html).toContain("ya no sirve");
  });

  it("refuses another site's page, and a body that is no form", async () => {
    const ajeno = { ...suya(), Origin: "https://otro.example" };
    expect((await mandar("/reportar", new URLSearchParams(campos()), ajeno)).r.status).toBe(403);
    const json = { ...suya(), "Content-Type": "application/json" };
    expect((await mandar("/reportar", "{}", json)).r.status).toBe(415);
  });
});

describe("POST /ingresar, of a page without JavaScript", () => {
  const entrar = (datos: Record<string, string>, mas = {}, ruta = "/ingresar") =>
    mandar(ruta, new URLSearchParams(datos), mas);

  it("says what is wrong beside the field and keeps the address, never the password", async () => {
    const { r, html } = await entrar({ username: "nadie@correo.example", password: "secreta-99" });
    expect(r.status).toBe(401);
    expect(html).toContain("no coinciden");
    expect(html).toContain('value="nadie@correo.example"');
    expect(html).not.toContain("secreta-99");
    const vacio = await entrar({ username: "", password: "x" });
    expect(vacio.r.status).toBe(422);
    expect(vacio.html).toContain("Falta el correo.");
  });

  it("refuses another site's page", async () => {
    const { r } = await entrar(
      { username: "a@b.c", password: "x" },
      { Origin: "https://x.example" },
    );
    expect(r.status).toBe(403);
  });
});
