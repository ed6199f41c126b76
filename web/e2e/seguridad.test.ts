import { ingresar, sentarse } from "./soporte/gente.ts";
import { expect, test } from "./soporte/prueba.ts";

/** What the browser itself holds to. */

test("a script that got into a page does not run, and would fail any of these tests", async ({
  browser,
  alTerminar: violaciones,
}) => {
  const { pagina } = await sentarse(browser);
  await pagina.goto("/ingresar");
  expect(violaciones).toEqual([]);
  await pagina.evaluate(`
    const intruso = document.createElement("script");
    intruso.textContent = "document.title = 'tomada'";
    const espia = document.createElement("img");
    espia.src = "https://malo.example/pixel.png";
    document.body.append(intruso, espia);
  `);
  await expect.poll(() => violaciones.length).toBe(2);
  expect(await pagina.title()).not.toBe("tomada");
  violaciones.length = 0;
});

test("no script reads the session, and no page of another site frames ours", async ({
  browser,
  baseURL,
  alTerminar: violaciones,
}) => {
  const persona = await sentarse(browser);
  await ingresar(persona, "vecina");
  const { pagina } = persona;
  expect(await pagina.evaluate(() => document.cookie)).not.toContain("sesion");
  const galletas = (await pagina.context().cookies()).filter((g) => g.name.includes("sesion"));
  expect(galletas.map((g) => g.name).sort()).toEqual(["__Host-sesion", "__Host-sesion-datos"]);
  for (const galleta of galletas)
    expect(galleta).toMatchObject({ httpOnly: true, secure: true, sameSite: "Lax", path: "/" });

  await pagina.route("http://otra.example/", (r) =>
    r.fulfill({
      contentType: "text/html",
      body: `<iframe src="${baseURL}/perfil"></iframe>
        <form action="${baseURL}/api/auth/logout" method="post"><button>Premio</button></form>`,
    }),
  );
  await pagina.goto("http://otra.example/");
  await expect.poll(() => pagina.frames()[1]?.url()).toMatch(/^chrome-error:/);
  violaciones.length = 0;
  // Lax: the cookie does not even travel; and were it to, the request says where it comes from.
  const [respuesta] = await Promise.all([
    pagina.waitForResponse(/logout/),
    pagina.getByRole("button", { name: "Premio" }).click(),
  ]);
  expect(respuesta.status()).toBe(403);
});
