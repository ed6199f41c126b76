// The icons of the installed site, drawn from the mark (web/components/base/marca.tsx):
// node scripts/iconos.ts writes them into web/public/assets. They change when the mark does.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { png } from "./demo/fotos/png.ts";

/** The mark lies in a box of 30; what a phone cuts off a maskable icon is outside the middle 80 %. */
const CAJA = 30;
const LADOS = [4, 11.8, 19.6];
const CUADRO = 6.4;
const VAINILLA = [0xf2, 0xc1, 0x4e];
const CLARO = [0xff, 0xf3, 0xd4];
const AZUL = [0x17, 0x51, 0x8c];
const PAPEL = [0xfb, 0xf7, 0xee];
const MUESTRAS = 4;

type Rgb = number[];
type Redondo = { x: number; y: number; lado: number; radio: number };

function dentro(px: number, py: number, { x, y, lado, radio }: Redondo): boolean {
  const cx = Math.min(Math.max(px, x + radio), x + lado - radio);
  const cy = Math.min(Math.max(py, y + radio), y + lado - radio);
  return Math.hypot(px - cx, py - cy) <= radio;
}

/** The colour of a point of the mark's box. */
function colorEn(x: number, y: number, fondo: Rgb): Rgb {
  for (const cy of LADOS)
    for (const cx of LADOS)
      if (dentro(x, y, { x: cx, y: cy, lado: CUADRO, radio: 1.6 }))
        return cx === 11.8 && cy === 11.8 ? AZUL : CLARO;
  return dentro(x, y, { x: 0, y: 0, lado: CAJA, radio: 7 }) ? VAINILLA : fondo;
}

/** @param margen of the picture's side, left free on each side of the mark */
function dibujar(lado: number, margen: number, fondo: Rgb): Buffer {
  const rgb = new Uint8Array(lado * lado * 3);
  const escala = CAJA / (lado * (1 - 2 * margen));
  const punto = (p: number) => (p - lado * margen) * escala;
  for (let y = 0; y < lado; y++)
    for (let x = 0; x < lado; x++) {
      const suma = [0, 0, 0];
      for (let i = 0; i < MUESTRAS; i++)
        for (let j = 0; j < MUESTRAS; j++) {
          const [dx, dy] = [(i + 0.5) / MUESTRAS, (j + 0.5) / MUESTRAS];
          const color = colorEn(punto(x + dx), punto(y + dy), fondo);
          for (let c = 0; c < 3; c++) suma[c] = (suma[c] ?? 0) + (color[c] ?? 0);
        }
      for (let c = 0; c < 3; c++)
        rgb[(y * lado + x) * 3 + c] = Math.round((suma[c] ?? 0) / MUESTRAS ** 2);
    }
  return png({ ancho: lado, alto: lado, rgb });
}

const carpeta = join(import.meta.dirname, "../web/public/assets");
for (const lado of [192, 512]) {
  writeFileSync(join(carpeta, `icono-${lado}.png`), dibujar(lado, 0, PAPEL));
  writeFileSync(join(carpeta, `icono-lleno-${lado}.png`), dibujar(lado, 0.14, VAINILLA));
}
