import { guardar } from "../../../worker/photos/guardar.ts";
import { claveDe } from "../filas.ts";
import type { FotoDemo } from "../vida.ts";
import { dibujar } from "./escenas.ts";
import { GUARDADA } from "./guardada.ts";
import { png } from "./png.ts";

/** Drawings of the same thing, each a little different. */
const VARIANTES = 2;

async function jpeg(images: ImagesBinding, foto: FotoDemo): Promise<Uint8Array> {
  const cuerpo = new Blob([new Uint8Array(png(dibujar(foto)))]).stream();
  const r = await images
    .input(cuerpo)
    .transform({ width: GUARDADA.ancho, height: GUARDADA.alto })
    .output({ format: "image/jpeg" });
  return new Uint8Array(await r.response().arrayBuffer());
}

/**
 * Draws the photos and puts them where the Worker looks for them. They are as small as a thumbnail, so one serves as both.
 * Notes each one's size.
 */
export async function guardarFotos(
  { FOTOS, IMAGES }: { FOTOS: R2Bucket; IMAGES: ImagesBinding },
  fotos: readonly FotoDemo[],
): Promise<void> {
  const hechas = new Map<string, Uint8Array>();
  for (const foto of fotos) {
    const semilla = 1 + (foto.semilla % VARIANTES);
    const cual = `${foto.dibujo} ${foto.momento} ${semilla}`;
    const bytes = hechas.get(cual) ?? (await jpeg(IMAGES, { ...foto, semilla }));
    hechas.set(cual, bytes);
    foto.bytes = bytes.length;
    await guardar(FOTOS, claveDe(foto), { grande: bytes, miniatura: bytes });
  }
}
