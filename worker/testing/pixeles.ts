/** Reads a picture's colours, for tests: the runtime has no decoder of its own. */

const desinflar = async (b: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(
    await new Response(
      new Response(b).body?.pipeThrough(new DecompressionStream("deflate")),
    ).arrayBuffer(),
  );

/** The picture as one column of so many pixels, from the top: red, green, blue of each. */
export async function colores(
  images: ImagesBinding,
  foto: Uint8Array,
  filas: number,
): Promise<[number, number, number][]> {
  const r = await images
    .input(new Response(new Uint8Array(foto)).body as ReadableStream<Uint8Array>)
    .transform({ width: 1, height: filas, fit: "squeeze" })
    .output({ format: "image/png" });
  const png = new Uint8Array(await r.response().arrayBuffer());
  const v = new DataView(png.buffer);
  const datos: number[] = [];
  for (let i = 8; i < png.length; i += 12 + v.getUint32(i)) {
    const tipo = String.fromCharCode(...png.subarray(i + 4, i + 8));
    if (tipo === "IDAT") datos.push(...png.subarray(i + 8, i + 8 + v.getUint32(i)));
  }
  const crudo = await desinflar(Uint8Array.from(datos));
  const ancho = crudo.length / filas;
  const hechas: [number, number, number][] = [];
  // In a column one pixel wide the pixel to the left is 0, so that each PNG filter adds the pixel above, half of it, or nothing.
  for (let f = 0; f < filas; f++) {
    const filtro = crudo[f * ancho] ?? 0;
    const deArriba = (c: number): number => {
      const arriba = hechas[f - 1]?.[c as 0 | 1 | 2] ?? 0;
      return filtro === 2 || filtro === 4 ? arriba : filtro === 3 ? arriba >> 1 : 0;
    };
    const canal = (c: number): number => ((crudo[f * ancho + 1 + c] ?? 0) + deArriba(c)) & 0xff;
    hechas.push([canal(0), canal(1), canal(2)]);
  }
  return hechas;
}
