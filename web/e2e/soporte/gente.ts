import { type APIRequestContext, type Browser, expect, type Page, request } from "@playwright/test";
import { dibujar } from "../../../scripts/demo/fotos/escenas.ts";
import { png } from "../../../scripts/demo/fotos/png.ts";
import { CONTRASENA, conocida } from "../../../scripts/demo/personas.ts";

export type Clave = Parameters<typeof conocida>[0];
export type Trama = { type: string; seq?: number; data: Record<string, unknown> };

/** Somebody at their own screen, and what that screen has been told. */
export type Persona = {
  pagina: Page;
  /** Frames that came in on the page's sockets. */
  tramas: Trama[];
  /** Errors that the page itself met: a script's, a refused resource, a broken policy. */
  fallas: string[];
};

export const TELEFONO = { width: 360, height: 780 };
export const ESCRITORIO = { width: 1280, height: 860 };

let direcciones = 0;
/** An address for each context: the limits of one person must not count for another. */
export const direccionNueva = (): string => {
  direcciones += 1;
  return `2001:db8:${process.pid.toString(16).slice(-4)}:${direcciones.toString(16)}::1`;
};

/** A refused or missing answer is the page's own business; it is looked at where it is expected. */
const ESPERABLE = /Failed to load resource|net::ERR_INTERNET_DISCONNECTED/;

export async function sentarse(
  browser: Browser,
  { pantalla = ESCRITORIO }: { pantalla?: { width: number; height: number } } = {},
): Promise<Persona> {
  const contexto = await browser.newContext({
    viewport: pantalla,
    reducedMotion: "reduce",
    extraHTTPHeaders: { "CF-Connecting-IP": direccionNueva() },
  });
  const pagina = await contexto.newPage();
  const persona: Persona = { pagina, tramas: [], fallas: [] };
  pagina.on("pageerror", (e) => persona.fallas.push(String(e)));
  pagina.on("console", (m) => {
    if (m.type() === "error" && !ESPERABLE.test(m.text())) persona.fallas.push(m.text());
  });
  pagina.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      const texto = String(payload);
      if (texto.startsWith("{")) persona.tramas.push(JSON.parse(texto) as Trama);
    }),
  );
  return persona;
}

/** Signs in by the same door as the form, without typing. */
export async function ingresar({ pagina }: Persona, clave: Clave): Promise<void> {
  await pagina.goto("/ingresar");
  const status = await pagina.evaluate(
    async ([username, password]) => {
      const body = new URLSearchParams({ username: username ?? "", password: password ?? "" });
      return (await fetch("/api/auth/login", { method: "POST", body })).status;
    },
    [conocida(clave).email, CONTRASENA],
  );
  expect(status).toBe(200);
}

/** Opens an account and signs in with it: somebody to whom nothing has happened yet. Gives their address. */
export async function estrenar({ pagina }: Persona, nombre: string): Promise<string> {
  await pagina.goto("/registrarse");
  const email = `${crypto.randomUUID()}@correo.example`;
  const status = await pagina.evaluate(
    async ([name, password, email = ""]) => {
      const cuenta = { email, password, nombre: name, apellido: "Nueva" };
      const headers = { "Content-Type": "application/json" };
      await fetch("/api/auth/register", { method: "POST", headers, body: JSON.stringify(cuenta) });
      const body = new URLSearchParams({ username: email, password: password ?? "" });
      return (await fetch("/api/auth/login", { method: "POST", body })).status;
    },
    [nombre, CONTRASENA, email],
  );
  expect(status).toBe(200);
  return email;
}

/** Waits until the page hears live news. */
export const escuchar = ({ tramas }: Persona): Promise<void> =>
  expect.poll(() => tramas.some((t) => t.type === "hola"), { timeout: 20_000 }).toBe(true);

/** The API, as a program of this person's. */
export async function programaDe(clave: Clave): Promise<APIRequestContext> {
  const headers = { "CF-Connecting-IP": direccionNueva() };
  const baseURL = process.env.BASE_URL ?? "";
  const puerta = await request.newContext({ baseURL, extraHTTPHeaders: headers });
  const r = await puerta.post("/api/auth/login", {
    form: { username: conocida(clave).email, password: CONTRASENA },
  });
  const { access_token } = (await r.json()) as { access_token: string };
  await puerta.dispose();
  return request.newContext({
    baseURL,
    extraHTTPHeaders: { ...headers, Authorization: `Bearer ${access_token}` },
  });
}

/** A photo as a camera would hand it over. */
export const archivoFoto = (momento: "antes" | "despues") => ({
  name: `${momento}.png`,
  mimeType: "image/png",
  buffer: png(dibujar({ dibujo: 1, momento, semilla: 99 })),
});
