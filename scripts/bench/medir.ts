export type Medida = { que: string; veces: number; p50: number; p95: number };

/** The value under which this share of the samples lies (nearest rank). */
export function percentil(muestras: readonly number[], parte: number): number {
  const orden = muestras.toSorted((a, b) => a - b);
  return orden[Math.max(0, Math.ceil(orden.length * parte) - 1)] ?? Number.NaN;
}

export const medida = (que: string, muestras: readonly number[]): Medida => ({
  que,
  veces: muestras.length,
  p50: percentil(muestras, 0.5),
  p95: percentil(muestras, 0.95),
});

/** Runs it one time after another, the first few uncounted, and times each. Milliseconds. */
export async function cronometrar(
  que: string,
  veces: number,
  hacer: (i: number) => Promise<unknown>,
): Promise<Medida> {
  const CALENTAR = 5;
  const muestras: number[] = [];
  for (let i = -CALENTAR; i < veces; i++) {
    const desde = performance.now();
    await hacer(i + CALENTAR);
    if (i >= 0) muestras.push(performance.now() - desde);
  }
  return medida(que, muestras);
}

/** The measures as a table for people. */
export function tabla(medidas: readonly Medida[]): string {
  const filas = [
    ["qué", "veces", "p50 ms", "p95 ms"],
    ...medidas.map((m) => [m.que, String(m.veces), m.p50.toFixed(1), m.p95.toFixed(1)]),
  ];
  const anchos = [0, 1, 2, 3].map((c) => Math.max(...filas.map((f) => f[c]?.length ?? 0)));
  return filas
    .map((f) =>
      f.map((v, c) => (c === 0 ? v.padEnd(anchos[c] ?? 0) : v.padStart(anchos[c] ?? 0))).join("  "),
    )
    .join("\n");
}
