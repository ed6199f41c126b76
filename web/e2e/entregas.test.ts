import type { Entrega } from "../../contract/esquemas/reclamos.ts";
import { ingresar, programaDe, sentarse } from "./soporte/gente.ts";
import { expect, test } from "./soporte/prueba.ts";

test("the list of what was sent: what failed is said, and what was left out on purpose is no failure", async ({
  browser,
}) => {
  const programa = await programaDe("admin");
  const r = await programa.post("/api/reclamos", {
    data: {
      titulo: "Luz apagada de las entregas",
      descripcion: "No prende desde anoche y la cuadra queda a oscuras.",
      categoria_id: 1,
      direccion: "Sarmiento 210",
      canal: "telefono",
    },
  });
  const { id } = (await r.json()) as { id: number };
  const { items } = (await (await programa.get(`/api/reclamos/${id}/historial`)).json()) as {
    items: { id: number }[];
  };
  await programa.dispose();
  const persona = await sentarse(browser);
  await ingresar(persona, "supervisora");
  const { pagina } = persona;
  // No mail fails in these tests: what came of each is the test's own.
  const una = (nombre: string, estado: string, error: string | null): Entrega => ({
    evento_id: items[0]?.id ?? 0,
    persona_id: nombre.length,
    nombre,
    canal: "correo",
    estado,
    intentos: 1,
    error,
    en: new Date().toISOString(),
  });
  let suyas = [
    una("Ana", "enviado", null),
    una("Vialidad", "suprimido", "El trabajo ya no es de su cuadrilla."),
    una("Bruno Paz", "suprimido", "La persona apagó estos correos."),
  ];
  await pagina.route(`**/api/reclamos/${id}/entregas`, (ruta) =>
    ruta.fulfill({ json: { items: suyas } }),
  );
  await pagina.goto(`/gestion/bandeja/${id}`);
  const lista = pagina.locator("details.entregas");
  await expect(lista.locator("summary")).toHaveText(" Avisos y correos: 1 de 1 entregados");
  await lista.locator("summary").click();
  await expect(lista).toContainText("Vialidad · Correo: no se manda");
  await expect(lista).toContainText("El trabajo ya no es de su cuadrilla.");
  await expect(lista.locator(".error")).toHaveCount(0);

  suyas = [
    ...suyas,
    una("Carla Luz Díaz", "suprimido", "Esa dirección no recibe correo nuestro: 550 no such user."),
    una("Dora", "rebotado", "550 no such user"),
  ];
  await pagina.reload();
  await expect(lista.locator("summary")).toHaveText(
    " Avisos y correos: 1 de 3 entregados · 2 no llegaron",
  );
  await lista.locator("summary").click();
  await expect(lista.locator(".error")).toHaveText(["no se manda", "la casilla lo devolvió"]);
});
