/** A seeded stream of numbers: the same seed always tells the same story. */
export type Azar = {
  /** 0 ≤ x < 1 */
  numero: () => number;
  /** A whole number, both ends included. */
  entero: (desde: number, hasta: number) => number;
  /** A number between the two. */
  entre: (desde: number, hasta: number) => number;
  /** True in this share of the calls. */
  sucede: (probabilidad: number) => boolean;
  uno: <T>(lista: readonly T[]) => T;
  /** One of the keys, each as often as its weight says. */
  pesado: <K extends string>(pesos: Record<K, number>) => K;
  mezcla: <T>(lista: readonly T[]) => T[];
};

/** mulberry32, public domain, by Tommy Ettinger: 32 bits of state, enough for a demonstration. */
export function azarDe(semilla: number): Azar {
  let estado = semilla >>> 0;
  const numero = (): number => {
    estado = (estado + 0x6d2b79f5) >>> 0;
    let t = estado;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const entero = (desde: number, hasta: number): number =>
    desde + Math.floor(numero() * (hasta - desde + 1));
  return {
    numero,
    entero,
    entre: (desde, hasta) => desde + numero() * (hasta - desde),
    sucede: (probabilidad) => numero() < probabilidad,
    uno: (lista) => {
      const elegido = lista[Math.floor(numero() * lista.length)];
      if (elegido === undefined) throw new Error("No se puede elegir de una lista vacía");
      return elegido;
    },
    pesado: <K extends string>(pesos: Record<K, number>): K => {
      const claves = Object.keys(pesos) as K[];
      let resto = numero() * claves.reduce((suma, k) => suma + pesos[k], 0);
      for (const k of claves) {
        resto -= pesos[k];
        if (resto < 0) return k;
      }
      return claves.at(-1) as K;
    },
    mezcla: (lista) => {
      const copia = [...lista];
      for (let i = copia.length - 1; i > 0; i--) {
        const j = Math.floor(numero() * (i + 1));
        [copia[i], copia[j]] = [
          copia[j] as (typeof copia)[number],
          copia[i] as (typeof copia)[number],
        ];
      }
      return copia;
    },
  };
}
