import { env } from "cloudflare:workers";
import { Hono } from "hono";
import { expect, it } from "vitest";
import { MUESTRAS } from "../../mail/muestras.ts";
import type { AppEnv } from "../app-env.ts";
import { pedido } from "../middleware/pedido.ts";
import { seguridad } from "../middleware/seguridad.ts";
import { responderProblema } from "../problema.ts";
import { rutasDev } from "./dev.ts";

const app = new Hono<AppEnv>().use(pedido()).use(seguridad()).route("/dev/correos", rutasDev);
app.onError((error, c) => responderProblema(c, error));
const pedir = (ruta: string, mas: object = {}) => app.request(ruta, {}, { ...env, ...mas });

it("shows every mail, in both languages and looks, in a frame where nothing of ours is in reach", async () => {
  const indice = await (await pedir("/dev/correos")).text();
  for (const nombre of Object.keys(MUESTRAS)) expect(indice).toContain(`/dev/correos/${nombre}?`);
  const oscuro = await pedir("/dev/correos/creado?idioma=en&tema=oscuro");
  expect(oscuro.headers.get("Content-Security-Policy")).toMatch(/^sandbox/);
  expect(oscuro.headers.get("Cache-Control")).toBe("no-store");
  const html = await oscuro.text();
  expect(html).toContain("We have your report #1234");
  expect(html).toContain("@media all");
  expect((await pedir("/dev/correos/nada")).status).toBe(404);
  const deVerdad = { ENVIRONMENT: "staging", APP_URL: "https://reclamos.example.gob.ar" };
  expect((await pedir("/dev/correos", deVerdad)).status).toBe(404);
});
