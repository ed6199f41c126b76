import { beforeAll, expect, it } from "vitest";
import { abrirCliente, ingresarCon } from "../../testing/cliente.ts";
import { crearConContrasena, crearMunicipio } from "../../testing/fabrica.ts";

/** Whether an address is known is told neither by what is answered nor by how long it takes (register's 409 apart). */

const VECES = 15;
/** The medians of a known and an unknown address may differ by so much of the slower, or by so many milliseconds. */
const PARTE_MAX = 0.35;
const MS_MAX = 8;
/** A difference that is there shows each time; one of a machine that was busy does not. */
const REINTENTOS = 2;

let n = 0;

beforeAll(async () => {
  await crearMunicipio();
});

/** An address with an account, its own for each try: no counter of one may slow the next. */
const conocida = async () => (await crearConContrasena("Test123!")).email;
const desconocida = async () => `nadie${++n}@prueba.example`;

const PUERTAS = {
  login: (email: string) => ingresarCon(abrirCliente(), email, "No-es-esta-1"),
  "a link to sign in": (email: string) =>
    abrirCliente().pedir("POST", "/api/auth/enlace", { que: "ingresar", email }),
  "a link to recover": (email: string) =>
    abrirCliente().pedir("POST", "/api/auth/enlace", { que: "recuperar", email }),
} as const;

const mediana = (xs: number[]): number => [...xs].sort((a, b) => a - b)[xs.length >> 1] ?? 0;

it.each(Object.keys(PUERTAS) as (keyof typeof PUERTAS)[])(
  "%s tells nothing of an address",
  { timeout: 60_000, retry: REINTENTOS },
  async (puerta) => {
    const ms = { conocida: [] as number[], desconocida: [] as number[] };
    const dicho = { conocida: new Set<string>(), desconocida: new Set<string>() };
    // In turns, so that a slow moment of the machine falls on both.
    for (let i = 0; i < VECES + 1; i++)
      for (const [cual, de] of [
        ["conocida", conocida],
        ["desconocida", desconocida],
      ] as const) {
        const email = await de();
        const inicio = performance.now();
        const { status, cuerpo, headers } = await PUERTAS[puerta](email);
        if (i > 0) ms[cual].push(performance.now() - inicio);
        const { requestId: _, ...resto } = cuerpo as Record<string, unknown>;
        const nombres = [...headers.keys()].filter((h) => h !== "server-timing").sort();
        dicho[cual].add(JSON.stringify([status, resto, nombres]));
      }
    expect([...dicho.conocida]).toEqual([...dicho.desconocida]);
    expect(dicho.conocida.size).toBe(1);
    const [una, otra] = [mediana(ms.conocida), mediana(ms.desconocida)];
    const diferencia = Math.abs(una - otra);
    expect(
      diferencia <= MS_MAX || diferencia / Math.max(una, otra) <= PARTE_MAX,
      `known ${una.toFixed(1)} ms, unknown ${otra.toFixed(1)} ms`,
    ).toBe(true);
  },
);
