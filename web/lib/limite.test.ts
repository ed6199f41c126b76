import { expect, test } from "vitest";
import type { Poligono } from "../../contract/esquemas/catalogos.ts";
import { poligono as esquema } from "../../contract/esquemas/catalogos.ts";
import { cajaDe, centroDe, circulo, dibujo, leerLimite } from "./limite.ts";

const ANILLO = [
  [-58.4, -34.6],
  [-58.38, -34.6],
  [-58.38, -34.58],
  [-58.4, -34.58],
  [-58.4, -34.6],
];
const POLIGONO = { type: "Polygon", coordinates: [ANILLO] };
const leer = (x: unknown) => leerLimite(JSON.stringify(x));
const poligonoDe = (x: unknown): Poligono => {
  const l = leer(x);
  if ("error" in l) throw new Error(l.error);
  return l.poligono;
};

test("finds the polygon in whatever it is wrapped", () => {
  const feature = { type: "Feature", properties: {}, geometry: POLIGONO };
  for (const x of [
    POLIGONO,
    feature,
    { type: "FeatureCollection", features: [feature] },
    { type: "GeometryCollection", geometries: [POLIGONO, { type: "Point", coordinates: [0, 0] }] },
  ])
    expect(poligonoDe(x)).toEqual(POLIGONO);
});

test("several parts are one boundary", () => {
  const otra = ANILLO.map(([x = 0, y = 0]) => [x + 1, y]);
  const dos = { type: "MultiPolygon", coordinates: [[ANILLO], [otra]] };
  expect(poligonoDe(dos)).toEqual(dos);
});

test("closes an open ring, and drops heights and repeated points", () => {
  const abierto = [...ANILLO.slice(0, 2), ANILLO[1], ...ANILLO.slice(2, 4)].map((p) => [
    ...(p ?? []),
    25,
  ]);
  expect(poligonoDe({ type: "Polygon", coordinates: [abierto] })).toEqual(POLIGONO);
});

test("says what is wrong", () => {
  expect(leerLimite("{")).toEqual({ error: "json" });
  expect(leer({ type: "Point", coordinates: [0, 0] })).toEqual({ error: "sinPoligono" });
  expect(leer(null)).toEqual({ error: "sinPoligono" });
  // Metres, as a map of an office often has them.
  const metros = [
    [
      [5_640_000, 6_170_000],
      [5_641_000, 6_170_000],
      [5_641_000, 6_171_000],
      [5_640_000, 6_170_000],
    ],
  ];
  expect(leer({ type: "Polygon", coordinates: metros })).toEqual({ error: "coordenadas" });
  expect(
    leer({
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [1, 1],
        ],
      ],
    }),
  ).toEqual({ error: "coordenadas" });
});

test("a boundary of many points becomes one that fits, and stays the same place", () => {
  const fino = Array.from({ length: 9000 }, (_, i) => {
    const a = (i / 9000) * 2 * Math.PI;
    return [-58.4 + 0.1 * Math.cos(a), -34.6 + 0.1 * Math.sin(a)];
  });
  const l = leer({ type: "Polygon", coordinates: [fino] });
  if ("error" in l) throw new Error(l.error);
  expect(l.simplificado).toBe(true);
  expect(l.puntos).toBeLessThan(2000);
  expect(l.puntos).toBeGreaterThan(100);
  expect(esquema.safeParse(l.poligono).success).toBe(true);
  const { oeste, norte } = cajaDe(l.poligono);
  expect(oeste).toBeCloseTo(-58.5, 3);
  expect(norte).toBeCloseTo(-34.5, 3);
});

test("the middle is in the middle of the largest part", () => {
  const chica = [
    [0, 0],
    [0.001, 0],
    [0.001, 0.001],
    [0, 0],
  ];
  const centro = centroDe({ type: "MultiPolygon", coordinates: [[chica], [ANILLO]] } as Poligono);
  expect(centro.lat).toBeCloseTo(-34.59, 4);
  expect(centro.lng).toBeCloseTo(-58.39, 4);
});

test("a circle is as high as it is wide, on the ground", () => {
  const c = circulo({ lat: -34.6, lng: -58.4 }, 5);
  expect(esquema.safeParse(c).success).toBe(true);
  const { km, kmAncho, ancho, alto } = dibujo(c, 200);
  expect(km).toBeCloseTo(10, 1);
  expect(kmAncho).toBeCloseTo(10, 1);
  expect(Math.abs(ancho - alto)).toBeLessThan(2);
  const centro = centroDe(c);
  expect(centro.lat).toBeCloseTo(-34.6, 4);
});
