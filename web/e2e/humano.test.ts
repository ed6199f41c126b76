import verificador from "../../worker/testing/verificador.mjs";
import { sigueAccesible } from "./soporte/accesible.ts";
import { sentarse, TELEFONO } from "./soporte/gente.ts";
import { expect, type Page, test } from "./soporte/prueba.ts";
import { contar, registrada } from "./soporte/reportar.ts";
import { conDemo, levantarCon, type Servidor } from "./soporte/servidor.ts";

/** Turnstile, where a city asks for it: Cloudflare's script and its verifier are stand-ins, all between is ours. */

let servidor: Servidor;
let callar: () => Promise<void>;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  let url = "";
  callar = await verificador({
    provide: (_: string, donde: string) => {
      url = donde;
    },
  });
  servidor = await levantarCon(conDemo, {
    variables: {
      TURNSTILE_SITE_KEY: "0x4AAA",
      TURNSTILE_SECRET: "secreto-de-los-tests",
      TURNSTILE_VERIFY_URL: url,
    },
  });
});
test.afterAll(async () => {
  await servidor?.cerrar();
  await callar?.();
});

/** As api.js: it draws itself and gives a token in a moment, another after each reset. `primero` is the first one. */
const guion = (primero: string) => `
  let dados = 0;
  window.turnstile = {
    render(en, o) {
      const dar = () => setTimeout(() => {
        dados += 1;
        const bueno = ["bien", o.action, crypto.randomUUID()].join(".");
        o.callback(dados === 1 && ${JSON.stringify(primero)} ? ${JSON.stringify(primero)} : bueno);
      }, 300);
      en.textContent = "Turnstile " + o.sitekey + " " + o.language;
      this.dar = dar;
      dar();
      return "w1";
    },
    reset() { this.dar(); },
    remove() {},
  };`;

async function conGuion(pagina: Page, primero = ""): Promise<void> {
  await pagina.route("https://challenges.cloudflare.com/turnstile/v0/api.js*", (ruta) =>
    ruta.fulfill({ contentType: "text/javascript", body: guion(primero) }),
  );
}

test("she opens an account: a spent check is told, nothing typed is lost, and the next one serves", async ({
  browser,
}) => {
  const { pagina } = await sentarse(browser, { pantalla: TELEFONO });
  await conGuion(pagina, "vencido.registro.1");
  await pagina.goto(`${servidor.url}/registrarse`);
  await expect(pagina.getByText("Turnstile 0x4AAA es")).toBeVisible();
  await expect(pagina.getByText("Listo: ya se comprobó")).toBeVisible();
  await sigueAccesible(pagina);
  await pagina.getByLabel("Nombre").fill("Marta");
  await pagina.getByLabel("Apellido").fill("Sosa");
  await pagina.getByLabel("Correo electrónico").fill("marta.turnstile@correo.example");
  await pagina.getByLabel("Contraseña", { exact: true }).fill("Baldosa-floja-26");
  await pagina.getByRole("button", { name: "Crear la cuenta" }).click();
  await expect(pagina.getByRole("alert")).toContainText("venció o ya se usó");
  await expect(pagina.getByLabel("Contraseña", { exact: true })).toHaveValue("Baldosa-floja-26");
  await pagina.getByRole("button", { name: "Crear la cuenta" }).click();
  await expect(pagina).toHaveURL(/mis-reclamos/);
});

test("without an account she reports, though she is quicker than the check", async ({
  browser,
}) => {
  const { pagina } = await sentarse(browser, { pantalla: TELEFONO });
  await conGuion(pagina);
  await pagina.goto(`${servidor.url}/reportar`);
  await pagina.getByRole("button", { name: "Seguir sin foto" }).click();
  await contar(pagina, {
    direccion: "Belgrano 482",
    categoria: "Limpieza",
    descripcion: "Hay un microbasural en la esquina desde el lunes.",
  });
  await pagina.getByLabel("Tu correo").fill("elsa.turnstile@correo.example");
  await pagina.getByRole("button", { name: "Enviar y confirmar por correo" }).click();
  await expect(pagina.getByRole("heading", { level: 1 })).toHaveText("Revisá tu correo");
});

test("where its script does not come, it says so and can be tried again", async ({ browser }) => {
  const { pagina } = await sentarse(browser, { pantalla: TELEFONO });
  await pagina.route("https://challenges.cloudflare.com/**", (ruta) => ruta.abort());
  await pagina.goto(`${servidor.url}/registrarse`);
  await expect(pagina.getByText("No se pudo cargar la comprobación")).toBeVisible();
  await sigueAccesible(pagina);
  await pagina.unroute("https://challenges.cloudflare.com/**");
  await conGuion(pagina);
  await pagina.getByRole("button", { name: "Probar de nuevo" }).click();
  await expect(pagina.getByText("Listo: ya se comprobó")).toBeVisible();
  await registrada({ pagina, tramas: [], fallas: [] }, { yaEnLaPuerta: true });
});
