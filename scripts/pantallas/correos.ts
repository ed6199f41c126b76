// npm run screens:mail: every mail there is, light, dark, and in English, on one sheet each, into docs/screens/.
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { buscarNavegador, OPCIONES } from "../../web/e2e/soporte/navegador.ts";
import { MUESTRAS, rendirMuestra } from "../../worker/mail/muestras.ts";

const SALIDA = join("docs", "screens");
const ANCHO = 400;
const COLUMNAS = 6;
const ESCALA = 0.5;
const HOJAS = [
  { nombre: "correos-claro", colorScheme: "light", idioma: "es" },
  { nombre: "correos-oscuro", colorScheme: "dark", idioma: "es" },
  { nombre: "correos-en-ingles", colorScheme: "light", idioma: "en" },
] as const;
const TOPE_KB = 600;

type Toma = { base64: string; alto: number };

/** Packs the shots in columns, each into the shortest so far, in the browser itself, which writes WebP. */
const juntar = (mesa: Page, tomas: Toma[]): Promise<string> =>
  mesa.evaluate(
    async ([lista, ancho, columnas, escala]) => {
      const w = Math.round(ancho * escala);
      const separacion = 8;
      const altos = Array.from({ length: columnas }, () => separacion);
      const puestas = lista.map((t) => {
        const columna = altos.indexOf(Math.min(...altos));
        const y = altos[columna] ?? 0;
        const h = Math.round(t.alto * escala);
        altos[columna] = y + h + separacion;
        return { ...t, x: separacion + columna * (w + separacion), y, h };
      });
      const lienzo = document.createElement("canvas");
      lienzo.width = separacion + columnas * (w + separacion);
      lienzo.height = Math.max(...altos);
      const pincel = lienzo.getContext("2d");
      if (!pincel) throw new Error("no canvas");
      pincel.imageSmoothingQuality = "high";
      pincel.fillStyle = "#8a8474";
      pincel.fillRect(0, 0, lienzo.width, lienzo.height);
      for (const p of puestas) {
        const imagen = new Image();
        imagen.src = `data:image/png;base64,${p.base64}`;
        await imagen.decode();
        pincel.drawImage(imagen, p.x, p.y, w, p.h);
      }
      return lienzo.toDataURL("image/webp", 0.5).split(",")[1] ?? "";
    },
    [tomas, ANCHO, COLUMNAS, ESCALA] as const,
  );

const { ruta, bibliotecas } = await buscarNavegador();
const navegador = await chromium.launch({
  executablePath: ruta,
  args: OPCIONES,
  ...(bibliotecas ? { env: bibliotecas } : {}),
});
let kb = 0;
try {
  const mesa = await navegador.newPage();
  for (const { nombre, colorScheme, idioma } of HOJAS) {
    const pagina = await navegador.newPage({
      colorScheme,
      viewport: { width: ANCHO, height: 400 },
    });
    const tomas: Toma[] = [];
    for (const muestra of Object.keys(MUESTRAS)) {
      const dice = rendirMuestra(muestra, idioma);
      if (!dice) throw new Error(`«${muestra}» no dice nada`);
      await pagina.setContent(dice.html);
      const alto = await pagina.evaluate(() => document.body.scrollHeight);
      const foto = await pagina.screenshot({ fullPage: true });
      tomas.push({ base64: foto.toString("base64"), alto: Math.max(alto, 400) });
    }
    await pagina.close();
    const archivo = join(SALIDA, `${nombre}.webp`);
    writeFileSync(archivo, Buffer.from(await juntar(mesa, tomas), "base64"));
    kb += statSync(archivo).size / 1024;
    console.log(`✓ ${nombre}: ${tomas.length}`);
  }
} finally {
  await navegador.close();
}
console.log(`${Math.round(kb)} kB`);
process.exitCode = kb <= TOPE_KB ? 0 : 1;
