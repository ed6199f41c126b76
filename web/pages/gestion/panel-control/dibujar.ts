import "uplot/dist/uPlot.min.css";
import uPlot from "uplot";

export type Curva = {
  nombre: string;
  /** A token's name, as it stands when it is drawn. */
  color: "--rio" | "--resuelto" | "--vainilla";
  valores: readonly number[];
  /** Told apart without its colour. */
  cortada?: true;
};
export type Dibujo = {
  clase: "curvas" | "barras";
  rotulos: readonly string[];
  curvas: readonly Curva[];
};

const ALTO_PX = 220;
const ROTULO_PX = 64;
const ANCHO_BARRA = 0.6;
const BARRA_MAX_PX = 72;

const tinta = (token: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(token).trim();

function opciones(d: Dibujo, ancho: number): uPlot.Options {
  const texto = { stroke: tinta("--ink-2"), font: `13px ${tinta("--font")}` };
  const raya = { stroke: tinta("--line"), width: 1 };
  const ultimo = d.rotulos.length - 1;
  const barras = uPlot.paths.bars?.({ size: [ANCHO_BARRA, BARRA_MAX_PX] });
  return {
    width: ancho,
    height: ALTO_PX,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: [-0.5, ultimo + 0.5] },
      y: { range: (_, __, max) => [0, Math.max(max * 1.1, 4)] },
    },
    axes: [
      {
        ...texto,
        grid: { show: false },
        ticks: { show: false },
        splits: () => {
          const cada = Math.max(1, Math.ceil(((ultimo + 1) * ROTULO_PX) / ancho));
          return d.rotulos.flatMap((_, i) => ((ultimo - i) % cada === 0 ? [i] : []));
        },
        values: (_, marcas) => marcas.map((i) => d.rotulos[i] ?? ""),
      },
      {
        ...texto,
        grid: raya,
        ticks: { show: false },
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000],
        size: 56,
      },
    ],
    series: [
      {},
      ...d.curvas.map(
        (c): uPlot.Series =>
          d.clase === "barras"
            ? {
                fill: tinta(c.color),
                stroke: tinta(c.color),
                points: { show: false },
                ...(barras ? { paths: barras } : {}),
              }
            : {
                stroke: tinta(c.color),
                width: 2.5,
                points: { show: d.rotulos.length <= 31, size: 6, fill: tinta(c.color) },
                ...(c.cortada ? { dash: [8, 5] } : {}),
              },
      ),
    ],
  };
}

/**
 * Draws into a box, and again when the box or the page's colours change.
 * @returns how to take it away
 */
export function dibujar(caja: HTMLElement, d: Dibujo): () => void {
  const datos: uPlot.AlignedData = [
    d.rotulos.map((_, i) => i),
    ...d.curvas.map((c) => [...c.valores]),
  ];
  let grafico: uPlot | null = null;
  let ancho = 0;
  const rehacer = () => {
    ancho = caja.clientWidth;
    if (ancho === 0) return;
    grafico?.destroy();
    grafico = new uPlot(opciones(d, ancho), datos, caja);
  };
  rehacer();
  const medida = new ResizeObserver(() => caja.clientWidth !== ancho && rehacer());
  medida.observe(caja);
  const oscuro = matchMedia("(prefers-color-scheme: dark)");
  oscuro.addEventListener("change", rehacer);
  const tema = new MutationObserver(rehacer);
  tema.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => {
    medida.disconnect();
    tema.disconnect();
    oscuro.removeEventListener("change", rehacer);
    grafico?.destroy();
  };
}
