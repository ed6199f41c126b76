import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { LIMITES } from "../../contract/limites.ts";
import type { Fallo } from "../domain/fallo.ts";
import { JPEG_CON_GPS, PNG, WEBP, WEBP_CON_ALFA } from "../testing/fotos.ts";
import { colores } from "../testing/pixeles.ts";
import { formatoDe, medidasDe } from "./formato.ts";
import { procesar, revisar } from "./procesar.ts";

const fallo = async (hacer: () => unknown): Promise<string> => {
  try {
    await hacer();
  } catch (error) {
    return (error as Fallo).codigo;
  }
  throw new Error("it did not fail");
};

/** The same PNG, saying that it measures this much. */
function pngDe(ancho: number, alto: number): Uint8Array {
  const foto = PNG.slice();
  const v = new DataView(foto.buffer);
  v.setUint32(16, ancho);
  v.setUint32(20, alto);
  return foto;
}

describe("a photo", () => {
  it("comes out upright, without its metadata, with a thumbnail", async () => {
    const foto = await procesar(env.IMAGES, JPEG_CON_GPS);
    expect(foto).toMatchObject({ ancho: 32, alto: 64 });
    for (const b of [foto.grande, foto.miniatura]) {
      expect(formatoDe(b)).toBe("jpeg");
      expect(medidasDe(b, "jpeg")).toEqual({ ancho: 32, alto: 64 });
      expect(new TextDecoder("latin1").decode(b)).not.toMatch(/Exif|Ana|xmp|GPS/i);
      const [arriba, abajo] = await colores(env.IMAGES, b, 2);
      expect(arriba?.[0]).toBeGreaterThan(200);
      expect(arriba?.[2]).toBeLessThan(60);
      expect(abajo?.[2]).toBeGreaterThan(200);
      expect(abajo?.[0]).toBeLessThan(60);
    }
  });

  it.each([
    ["PNG", PNG],
    ["WebP", WEBP],
    ["WebP with alpha", WEBP_CON_ALFA],
  ])("in %s becomes a JPEG and is not blown up", async (_nombre, foto) => {
    const r = await procesar(env.IMAGES, foto);
    expect(formatoDe(r.grande)).toBe("jpeg");
    expect(r).toMatchObject({ ancho: 12, alto: 8 });
  });

  it("larger than 2048 px is made smaller, its thumbnail 400", async () => {
    const r = await env.IMAGES.input(new Response(PNG).body as ReadableStream)
      .transform({ width: 3000, height: 1500, fit: "squeeze" })
      .output({ format: "image/png" });
    const foto = await procesar(env.IMAGES, new Uint8Array(await r.response().arrayBuffer()));
    expect(foto).toMatchObject({ ancho: 2048, alto: 1024 });
    expect(medidasDe(foto.miniatura, "jpeg")).toEqual({ ancho: 400, alto: 200 });
  });
});

describe("what is no photo", () => {
  it("HTML, whatever its name, is refused by its bytes", async () => {
    const html = new TextEncoder().encode("<!doctype html><script>alert(1)</script>");
    expect(await fallo(() => procesar(env.IMAGES, html))).toBe("tipo_no_admitido");
  });

  it("a JPEG's first bytes before HTML do not help it", async () => {
    const disfraz = new Uint8Array([
      0xff,
      0xd8,
      0xff,
      0xe0,
      ...new TextEncoder().encode("<script>"),
    ]);
    expect(await fallo(() => procesar(env.IMAGES, disfraz))).toBe("tipo_no_admitido");
  });

  it("a header without its picture is refused by the decoder", async () => {
    expect(await fallo(() => procesar(env.IMAGES, PNG.slice(0, 40)))).toBe("tipo_no_admitido");
  });

  it("HEIC is refused with a word on what to do", () => {
    const heic = Uint8Array.from("\0\0\0\x18ftypheic\0\0\0\0", (c) => c.charCodeAt(0));
    expect(() => revisar(heic)).toThrow(/HEIC.*JPEG/);
  });

  it.each([
    ["20,000 × 20,000", 20_000, 20_000],
    ["one row too many", 10_000, 5001],
    ["a width that overflows", 0xffffffff, 0xffffffff],
  ])("%s pixels are refused before they are decoded", async (_nombre, ancho, alto) => {
    expect(await fallo(() => procesar(env.IMAGES, pngDe(ancho, alto)))).toBe("cuerpo_grande");
  });

  it("over 10 MB is refused", async () => {
    const grande = new Uint8Array(LIMITES.fotoBytesMax + 1);
    grande.set(JPEG_CON_GPS);
    expect(await fallo(() => revisar(grande))).toBe("cuerpo_grande");
  });
});

describe("a failure of the service", () => {
  const conCodigo = (code: number): ImagesBinding =>
    ({
      input: () => {
        throw Object.assign(new Error("Images"), { code });
      },
    }) as unknown as ImagesBinding;

  it.each([
    [9422, "no_disponible"],
    [9522, "no_disponible"],
    [9413, "cuerpo_grande"],
    [9412, "tipo_no_admitido"],
  ])("%i is %s", async (code, codigo) => {
    expect(await fallo(() => procesar(conCodigo(code), PNG))).toBe(codigo);
  });
});
