import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import type { Reclamo, ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import type { Persona } from "./gente.ts";

let gente = 0;

/** Opens an account of her own for this person, who has reported nothing today. */
export async function registrada(
  { pagina }: Persona,
  { yaEnLaPuerta = false }: { yaEnLaPuerta?: boolean } = {},
): Promise<void> {
  gente += 1;
  if (!yaEnLaPuerta) await pagina.goto("/registrarse");
  await pagina.getByLabel("Nombre").fill("Marta");
  await pagina.getByLabel("Apellido").fill("Sosa");
  await pagina
    .getByLabel("Correo electrónico")
    .fill(`marta.sosa.${Date.now().toString(36)}.${gente}@correo.example`);
  await pagina.getByLabel("Contraseña").fill("Baldosa-floja-26");
  await pagina.getByRole("button", { name: "Crear la cuenta" }).click();
  await expect(pagina).not.toHaveURL(/registrarse/);
}

type Texto = { direccion: string; categoria: string; descripcion: string };

/** From the place to the last look, with words alone. */
export async function contar(pagina: Page, t: Texto): Promise<void> {
  await pagina.getByLabel("Dirección o referencia").fill(t.direccion);
  await pagina.getByRole("button", { name: "Seguir", exact: true }).click();
  await pagina.getByText(t.categoria, { exact: true }).click();
  await pagina.getByLabel("¿Qué pasa?").fill(t.descripcion);
  await pagina.getByRole("button", { name: "Seguir", exact: true }).click();
  await expect(pagina.getByRole("heading", { name: "Así se va a ver en público" })).toBeVisible();
}

/** What the API has of who is signed in on this page. */
export const suyos = (pagina: Page): Promise<ReclamoFila[]> =>
  pagina.evaluate(async () => {
    const r = await fetch("/api/reclamos?mios=1&limite=100");
    return ((await r.json()) as { items: ReclamoFila[] }).items;
  });

/** The whole reclamo, with its photos, and the bytes of each. */
export const entero = (pagina: Page, id: number): Promise<{ r: Reclamo; bytes: number[] }> =>
  pagina.evaluate(async (ref) => {
    const r = (await (await fetch(`/api/reclamos/${ref}`)).json()) as Reclamo;
    const bytes: number[] = [];
    for (const f of r.fotos) bytes.push((await (await fetch(f.url)).blob()).size);
    return { r, bytes };
  }, id);

/**
 * Photos as a good phone takes them, 4000 × 3000, drawn and packed by the browser itself.
 * @returns files in that folder: handed over by the test they would cost the page its own time
 */
export async function fotosDeDoceMegapixeles(
  pagina: Page,
  cuantas: number,
  carpeta: string,
): Promise<string[]> {
  const fotos: string[] = [];
  for (let n = 0; n < cuantas; n++) {
    const base64 = await pagina.evaluate(async (semilla) => {
      const lienzo = new OffscreenCanvas(4000, 3000);
      const pincel = lienzo.getContext("2d");
      if (!pincel) throw new Error("no canvas");
      for (let i = 0; i < 6000; i++) {
        pincel.fillStyle = `hsl(${(i * 37 + semilla * 61) % 360} 60% ${20 + (i % 60)}%)`;
        pincel.fillRect((i * 7919) % 4000, (i * 104729) % 3000, 40 + (i % 90), 40 + (i % 70));
      }
      const blob = await lienzo.convertToBlob({ type: "image/jpeg", quality: 0.92 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let texto = "";
      for (let i = 0; i < bytes.length; i += 32_768)
        texto += String.fromCharCode(...bytes.subarray(i, i + 32_768));
      return btoa(texto);
    }, n);
    const ruta = join(carpeta, `IMG_${n}.jpg`);
    mkdirSync(carpeta, { recursive: true });
    writeFileSync(ruta, Buffer.from(base64, "base64"));
    fotos.push(ruta);
  }
  return fotos;
}
