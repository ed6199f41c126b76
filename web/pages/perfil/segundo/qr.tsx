import encodeQR from "qr";
import { ts } from "../../../i18n/segundo.ts";

/** An address as a picture that a phone reads: black on white, by night too. */
export default function Qr({ texto }: { texto: string }) {
  const celdas = encodeQR(texto, "raw", { ecc: "medium", border: 4 });
  const lado = celdas.length;
  const trazo = celdas
    .flatMap((fila, y) => fila.map((negra, x) => (negra ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg class="qr" viewBox={`0 0 ${lado} ${lado}`} role="img" aria-label={ts.dibujo}>
      <rect width={lado} height={lado} fill="#fff" />
      <path d={trazo} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}
