import { LIMITES } from "../../contract/limites.ts";
import { Fallo } from "../domain/fallo.ts";
import { formatoDe, type Medidas, medidasDe, sinMetadatos } from "./formato.ts";

const JPEG = "image/jpeg";
const CALIDAD = 82;

export type Procesada = Medidas & { grande: Uint8Array; miniatura: Uint8Array };

const noEsFoto = (): Fallo =>
  new Fallo(
    "tipo_no_admitido",
    "Eso no es una foto que podamos leer. Mandala en JPEG, PNG o WebP.",
  );
const muyGrande = (que: string): Fallo =>
  new Fallo("cuerpo_grande", `La foto es demasiado grande: ${que}.`);

/**
 * What the photo's own bytes say, before it is decoded.
 * @throws Fallo cuerpo_grande over 10 MB or 50 megapixels, tipo_no_admitido when it is no photo of ours
 */
export function revisar(bytes: Uint8Array): void {
  if (bytes.length > LIMITES.fotoBytesMax) throw muyGrande("que no pase de 10 MB");
  const formato = formatoDe(bytes);
  if (formato === "heic")
    throw new Fallo(
      "tipo_no_admitido",
      "Las fotos HEIC no las podemos leer. Mandala en JPEG: en el iPhone, Ajustes, Cámara, Formatos, «Más compatible».",
    );
  const medidas = formato && medidasDe(bytes, formato);
  if (!medidas) throw noEsFoto();
  if (medidas.ancho * medidas.alto > LIMITES.fotoPixelesMax)
    throw muyGrande("que no pase de 50 megapíxeles");
}

/** Codes of the Images service: https://developers.cloudflare.com/images/reference/troubleshooting/ */
const CODIGOS_TAMANO = [9402, 9413];
/** Out of quota, too busy, timed out: not the photo's fault. */
const CODIGOS_NUESTROS = [9422, 9432, 9522, 9524, 9529];

function traducir(error: unknown): Fallo {
  const codigo = Number((error as { code?: unknown } | null)?.code);
  if (CODIGOS_TAMANO.includes(codigo)) return muyGrande("no la pudimos abrir");
  if (CODIGOS_NUESTROS.includes(codigo))
    return new Fallo("no_disponible", "Ahora no podemos recibir fotos. Probá en un rato.", {
      reintentarEnSegundos: 60,
    });
  return noEsFoto();
}

const corriente = (bytes: Uint8Array): ReadableStream<Uint8Array> =>
  new Response(bytes).body as ReadableStream<Uint8Array>;

async function achicar(
  images: ImagesBinding,
  bytes: Uint8Array,
  lado: number,
): Promise<Uint8Array> {
  const r = await images
    .input(corriente(bytes))
    .transform({ width: lado, height: lado, fit: "scale-down" })
    .output({ format: JPEG, quality: CALIDAD, background: "#ffffff", anim: false });
  const limpio = sinMetadatos(new Uint8Array(await r.response().arrayBuffer()));
  if (!limpio) throw noEsFoto();
  return limpio;
}

/**
 * Encodes the photo again: upright, without metadata, at most 2048 px a side, and a thumbnail beside it.
 * @throws Fallo cuerpo_grande, tipo_no_admitido, no_disponible
 */
export async function procesar(images: ImagesBinding, bytes: Uint8Array): Promise<Procesada> {
  revisar(bytes);
  try {
    const grande = await achicar(images, bytes, LIMITES.fotoLadoMax);
    const miniatura = await achicar(images, grande, LIMITES.miniaturaLado);
    const medidas = medidasDe(grande, "jpeg");
    if (!medidas) throw noEsFoto();
    return { ...medidas, grande, miniatura };
  } catch (error) {
    throw error instanceof Fallo ? error : traducir(error);
  }
}
