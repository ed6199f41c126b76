import { crc32, deflateSync } from "node:zlib";

/** An image in memory: 8-bit red, green, blue, row after row. */
export type Imagen = { ancho: number; alto: number; rgb: Uint8Array };

function trozo(tipo: string, datos: Uint8Array): Buffer {
  const cuerpo = Buffer.concat([Buffer.from(tipo, "latin1"), datos]);
  const largo = Buffer.alloc(4);
  largo.writeUInt32BE(datos.length);
  const suma = Buffer.alloc(4);
  suma.writeUInt32BE(crc32(cuerpo));
  return Buffer.concat([largo, cuerpo, suma]);
}

/** Writes the image as PNG (W3C PNG, §5 and §11: IHDR, IDAT, IEND; 8-bit truecolour, no filter). */
export function png({ ancho, alto, rgb }: Imagen): Buffer {
  const cabeza = Buffer.alloc(13);
  cabeza.writeUInt32BE(ancho, 0);
  cabeza.writeUInt32BE(alto, 4);
  cabeza.set([8, 2, 0, 0, 0], 8);
  const filas = Buffer.alloc(alto * (1 + ancho * 3));
  for (let y = 0; y < alto; y++)
    filas.set(rgb.subarray(y * ancho * 3, (y + 1) * ancho * 3), y * (1 + ancho * 3) + 1);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    trozo("IHDR", cabeza),
    trozo("IDAT", deflateSync(filas, { level: 3 })),
    trozo("IEND", new Uint8Array(0)),
  ]);
}
