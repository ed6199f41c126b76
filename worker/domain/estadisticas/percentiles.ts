/**
 * A percentile out of a histogram, by nearest rank (the smallest length that so large a part does not pass), taken as evenly
 * spread within its bucket. So it is off by less than that bucket's width: a day up to ten days, a sixth of the length
 * beyond; in the last bucket, which has no end, it is its lower edge.
 * @param cuentas how many in each bucket, one more than there are edges
 * @param bordes upper edges
 * @param parte 0.5 for the median
 * @returns null when it is empty
 */
export function percentil(
  cuentas: readonly number[],
  bordes: readonly number[],
  parte: number,
): number | null {
  const total = cuentas.reduce((s, n) => s + n, 0);
  if (total <= 0) return null;
  const rango = Math.max(1, Math.ceil(parte * total));
  let pasados = 0;
  for (const [i, n] of cuentas.entries()) {
    if (pasados + n < rango) {
      pasados += n;
      continue;
    }
    const abajo = bordes[i - 1] ?? 0;
    const arriba = bordes[i];
    return arriba === undefined ? abajo : abajo + ((arriba - abajo) * (rango - pasados - 0.5)) / n;
  }
  return null;
}

export const conUnDecimal = (n: number): number => Math.round(n * 10) / 10;
