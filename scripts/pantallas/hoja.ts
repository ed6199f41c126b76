import type { Page } from "@playwright/test";

export const VISTAS = [
  { nombre: "360-claro", width: 360, height: 780, colorScheme: "light" },
  { nombre: "360-oscuro", width: 360, height: 780, colorScheme: "dark" },
  { nombre: "1280-claro", width: 1280, height: 860, colorScheme: "light" },
  { nombre: "1280-oscuro", width: 1280, height: 860, colorScheme: "dark" },
] as const;
export type Vista = (typeof VISTAS)[number]["nombre"];
export type Tomas = Record<Vista, Buffer>;

type Pieza = { base64: string; x: number; y: number; w: number; h: number };

/** Draws the pieces on one sheet in the browser itself, which packs it as WebP. */
async function dibujar(pagina: Page, ancho: number, alto: number, piezas: Pieza[]) {
  const base64 = await pagina.evaluate(
    async ([w, h, lista]) => {
      const lienzo = document.createElement("canvas");
      [lienzo.width, lienzo.height] = [w, h];
      const pincel = lienzo.getContext("2d");
      if (!pincel) throw new Error("no canvas");
      pincel.imageSmoothingQuality = "high";
      pincel.fillStyle = "#d8d2c4";
      pincel.fillRect(0, 0, w, h);
      for (const p of lista) {
        const imagen = new Image();
        imagen.src = `data:image/png;base64,${p.base64}`;
        await imagen.decode();
        pincel.drawImage(imagen, p.x, p.y, p.w, p.h);
      }
      return lienzo.toDataURL("image/webp", 0.6).split(",")[1] ?? "";
    },
    [ancho, alto, piezas] as const,
  );
  return Buffer.from(base64, "base64");
}

const b64 = (b: Buffer) => b.toString("base64");

/** The four looks of a screen beside each other: phones as they are, desks at a bit more than half. */
export function hoja(pagina: Page, t: Tomas): Promise<Buffer> {
  const [w, h] = [704, 473];
  return dibujar(pagina, 1476, 978, [
    { base64: b64(t["360-claro"]), x: 12, y: 99, w: 360, h: 780 },
    { base64: b64(t["360-oscuro"]), x: 384, y: 99, w: 360, h: 780 },
    { base64: b64(t["1280-claro"]), x: 760, y: 12, w, h },
    { base64: b64(t["1280-oscuro"]), x: 760, y: 493, w, h },
  ]);
}

/** One look alone, for the README. */
export function suelta(pagina: Page, t: Tomas, vista: Vista): Promise<Buffer> {
  const [w, h] = vista.startsWith("360") ? [360, 780] : [960, 645];
  return dibujar(pagina, w, h, [{ base64: b64(t[vista]), x: 0, y: 0, w, h }]);
}
