/** What a file's own first bytes say that it is. Names and declared types are not believed. */
export type Formato = "jpeg" | "png" | "webp" | "heic";

const texto = (b: Uint8Array, desde: number, hasta: number): string =>
  String.fromCharCode(...b.subarray(desde, hasta));

/** Brands of ISO base media files that hold HEIF stills: https://nokiatech.github.io/heif/technical.html */
const MARCAS_HEIC = ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"];
const FIRMA_PNG = "\x89PNG\r\n\x1a\n";

export function formatoDe(b: Uint8Array): Formato | null {
  if (b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff) return "jpeg";
  if (texto(b, 0, 8) === FIRMA_PNG) return "png";
  if (texto(b, 0, 4) === "RIFF" && texto(b, 8, 12) === "WEBP") return "webp";
  if (texto(b, 4, 8) === "ftyp" && MARCAS_HEIC.includes(texto(b, 8, 12))) return "heic";
  return null;
}

export type Medidas = { ancho: number; alto: number };

const vista = (b: Uint8Array): DataView => new DataView(b.buffer, b.byteOffset, b.byteLength);

/** ISO/IEC 15948 §11.2.2: IHDR is the first chunk. */
function medidasPng(b: Uint8Array): Medidas | null {
  if (b.length < 24 || texto(b, 12, 16) !== "IHDR") return null;
  const v = vista(b);
  return { ancho: v.getUint32(16), alto: v.getUint32(20) };
}

/** RFC 9649 §2.5 to §2.7: lossy, lossless, extended. */
function medidasWebp(b: Uint8Array): Medidas | null {
  if (b.length < 30) return null;
  const v = vista(b);
  switch (texto(b, 12, 16)) {
    case "VP8 ":
      return { ancho: v.getUint16(26, true) & 0x3fff, alto: v.getUint16(28, true) & 0x3fff };
    case "VP8L": {
      const bits = v.getUint32(21, true);
      return { ancho: (bits & 0x3fff) + 1, alto: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case "VP8X": {
      const tres = (i: number) => v.getUint16(i, true) + ((b[i + 2] ?? 0) << 16) + 1;
      return { ancho: tres(24), alto: tres(27) };
    }
    default:
      return null;
  }
}

/** A piece of a JPEG between its start and the image data. ITU-T T.81, annex B. */
type Segmento = { marca: number; desde: number; hasta: number };

const SOS = 0xda;

/** The segments up to and with the start of scan; null when it is not a JPEG to its first scan. */
function segmentos(b: Uint8Array): Segmento[] | null {
  const v = vista(b);
  const hechos: Segmento[] = [];
  let i = 2;
  while (i + 4 <= b.length) {
    if (b[i] !== 0xff) return null;
    const marca = b[i + 1] as number;
    if (marca === 0xff) {
      i += 1;
      continue;
    }
    const hasta = i + 2 + v.getUint16(i + 2);
    if (hasta > b.length) return null;
    hechos.push({ marca, desde: i, hasta });
    if (marca === SOS) return hechos;
    i = hasta;
  }
  return null;
}

/** Start of frame: C0 to CF but for DHT, JPG and DAC. */
const esMarco = (marca: number): boolean =>
  marca >= 0xc0 && marca <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marca);

function medidasJpeg(b: Uint8Array): Medidas | null {
  const marco = segmentos(b)?.find((s) => esMarco(s.marca));
  if (!marco || marco.hasta - marco.desde < 9) return null;
  const v = vista(b);
  return { alto: v.getUint16(marco.desde + 5), ancho: v.getUint16(marco.desde + 7) };
}

/** Its width and height in pixels as its header tells, before anybody decodes it. */
export function medidasDe(b: Uint8Array, formato: Formato): Medidas | null {
  const m =
    formato === "jpeg"
      ? medidasJpeg(b)
      : formato === "png"
        ? medidasPng(b)
        : formato === "webp"
          ? medidasWebp(b)
          : null;
  return m && m.ancho > 0 && m.alto > 0 ? m : null;
}

/** EXIF, XMP, IPTC, comments: all application data but JFIF (E0), the colour profile (E2) and Adobe's colour transform (EE). */
const esMetadato = (marca: number): boolean =>
  marca === 0xfe || (marca > 0xe0 && marca <= 0xef && marca !== 0xe2 && marca !== 0xee);

/** The same JPEG without any metadata, whatever the encoder left in. Null when it is not a JPEG. */
export function sinMetadatos(b: Uint8Array): Uint8Array | null {
  const todos = formatoDe(b) === "jpeg" ? segmentos(b) : null;
  if (!todos) return null;
  const quedan = todos.filter((s) => !esMetadato(s.marca)).map((s) => b.subarray(s.desde, s.hasta));
  const datos = b.subarray(todos.at(-1)?.hasta ?? b.length);
  const partes = [b.subarray(0, 2), ...quedan, datos];
  const limpio = new Uint8Array(partes.reduce((n, p) => n + p.length, 0));
  let en = 0;
  for (const parte of partes) {
    limpio.set(parte, en);
    en += parte.length;
  }
  return limpio;
}
