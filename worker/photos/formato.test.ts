import { describe, expect, it } from "vitest";
import { JPEG_CON_GPS, PNG, WEBP, WEBP_CON_ALFA, WEBP_SIN_PERDIDA } from "../testing/fotos.ts";
import { formatoDe, medidasDe, sinMetadatos } from "./formato.ts";

const bytes = (texto: string): Uint8Array => Uint8Array.from(texto, (c) => c.charCodeAt(0));
const enTexto = (b: Uint8Array): string => new TextDecoder("latin1").decode(b);

describe("a file's format", () => {
  it.each([
    ["jpeg", JPEG_CON_GPS, 64, 32],
    ["png", PNG, 12, 8],
    ["webp", WEBP, 12, 8],
    ["webp", WEBP_SIN_PERDIDA, 12, 8],
    ["webp", WEBP_CON_ALFA, 12, 8],
  ] as const)("%s, with its measures", (formato, foto, ancho, alto) => {
    expect(formatoDe(foto)).toBe(formato);
    expect(medidasDe(foto, formato)).toEqual({ ancho, alto });
  });

  it("knows HEIC, to say so", () => {
    expect(formatoDe(bytes("\0\0\0\x18ftypheic\0\0\0\0"))).toBe("heic");
    expect(formatoDe(bytes("\0\0\0\x18ftypmif1\0\0\0\0"))).toBe("heic");
    expect(formatoDe(bytes("\0\0\0\x18ftypisom\0\0\0\0"))).toBeNull();
  });

  it.each([
    "",
    "<!doctype html><script>alert(1)</script>",
    "GIF89a",
    "<svg xmlns='x'/>",
    "%PDF-1.7",
  ])("knows nothing of %j", (texto) => {
    expect(formatoDe(bytes(texto))).toBeNull();
  });

  it("has no measures when the header is cut off anywhere", () => {
    for (const [formato, foto] of [
      ["jpeg", JPEG_CON_GPS],
      ["png", PNG],
      ["webp", WEBP],
    ] as const) {
      for (let n = 0; n < 24; n++) expect(medidasDe(foto.slice(0, n), formato)).toBeNull();
    }
    for (let n = 0; n < 3000; n += 7)
      expect(medidasDe(JPEG_CON_GPS.slice(0, n), "jpeg")).toBeNull();
  });

  it("has no measures when they are nought", () => {
    const nada = PNG.slice();
    nada.fill(0, 16, 20);
    expect(medidasDe(nada, "png")).toBeNull();
    expect(medidasDe(PNG, "heic")).toBeNull();
  });
});

describe("metadata", () => {
  it("goes, all of it, and the picture stays byte for byte", () => {
    expect(enTexto(JPEG_CON_GPS)).toMatch(/Exif[\s\S]*Ana Perez[\s\S]*casa de Ana/);
    const limpio = sinMetadatos(JPEG_CON_GPS) as Uint8Array;
    expect(enTexto(limpio)).not.toMatch(/Exif|Ana|xmp|Photoshop|Villa|GPS/i);
    expect(medidasDe(limpio, "jpeg")).toEqual({ ancho: 64, alto: 32 });
    const imagen = (b: Uint8Array) => enTexto(b).slice(enTexto(b).indexOf("\xff\xda"));
    expect(imagen(limpio)).toBe(imagen(JPEG_CON_GPS));
    expect(enTexto(limpio)).toContain("JFIF");
  });

  it("is looked for in JPEG only", () => {
    expect(sinMetadatos(PNG)).toBeNull();
    expect(sinMetadatos(JPEG_CON_GPS.slice(0, 60))).toBeNull();
  });
});
