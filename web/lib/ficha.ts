import { useRef, useState } from "preact/hooks";
import { esErrorApi } from "../api/error.ts";
import { useFormulario } from "./formulario.ts";
import type { Errores } from "./validar.ts";

/** One field that somebody else changed meanwhile. */
export type Diferencia = { campo: string; antes: string; ahora: string };

export type Fusion<V> = { valores: V; diferencias: [keyof V & string, unknown, unknown][] };

const igual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What a form holds after the row changed under it: what the person touched stays as they left it, the rest is as it is now.
 * @param visto the row as the form opened
 * @param puesto as the form stands
 * @param ahora as the row is
 */
export function fusionar<V extends object>(visto: V, puesto: V, ahora: V): Fusion<V> {
  const claves = Object.keys(ahora) as (keyof V & string)[];
  const valores = { ...ahora };
  for (const k of claves) if (!igual(puesto[k], visto[k])) valores[k] = puesto[k];
  const diferencias = claves
    .filter((k) => !igual(visto[k], ahora[k]))
    .map((k): [keyof V & string, unknown, unknown] => [k, visto[k], ahora[k]]);
  return { valores, diferencias };
}

type Opciones<V, R> = {
  inicial: V;
  version: number | undefined;
  validar: (v: V) => Promise<Errores>;
  guardar: (v: V, version: number | undefined, clave: string) => Promise<R>;
  alGuardar: (r: R) => void;
  /** The row as it is now, after it was found to be another. */
  releer?: () => Promise<{ valores: V; version: number } | null>;
  /** A field and its value, in words. */
  decir: (campo: keyof V & string, valor: unknown) => { campo: string; valor: string };
};

/** The form of one row: what it holds, whether it was touched, and what to say when somebody else was quicker. */
export function useFicha<V extends object, R>(o: Opciones<V, R>) {
  const [v, setV] = useState(o.inicial);
  const [conflicto, setConflicto] = useState<Diferencia[] | null>(null);
  const visto = useRef({ valores: o.inicial, version: o.version });

  const explicar = async (e: unknown): Promise<boolean> => {
    if (!esErrorApi(e) || !e.es("version_vieja") || !o.releer) return false;
    const ahora = await o.releer();
    if (!ahora) return false;
    const { valores, diferencias } = fusionar(visto.current.valores, v, ahora.valores);
    setConflicto(
      diferencias.map(([k, antes, despues]) => ({
        campo: o.decir(k, antes).campo,
        antes: o.decir(k, antes).valor,
        ahora: o.decir(k, despues).valor,
      })),
    );
    setV(valores);
    visto.current = ahora;
    return true;
  };

  const f = useFormulario<V>({
    validar: o.validar,
    enviar: async (d, clave) => o.alGuardar(await o.guardar(d, visto.current.version, clave)),
    alFallar: explicar,
  });
  return {
    v,
    poner: <K extends keyof V>(campo: K, valor: V[K]) =>
      setV((antes) => ({ ...antes, [campo]: valor })),
    ref: f.ref,
    errores: f.errores,
    general: f.general,
    enviando: f.enviando,
    conflicto,
    sucia: !igual(v, visto.current.valores),
    enviar: () => {
      setConflicto(null);
      return f.enviar(v);
    },
  };
}

export type Ficha = Pick<
  ReturnType<typeof useFicha<object, unknown>>,
  "ref" | "general" | "enviando" | "conflicto" | "sucia" | "enviar"
>;
