import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type Poligono, poligono } from "../../contract/esquemas/catalogos.ts";
import { dentro } from "../../worker/domain/geo.ts";
import { azarDe } from "./azar.ts";
import { ARCHIVO, planoEnTexto } from "./plano.ts";
import { LIMITE, ZONAS } from "./zonas.ts";

const anilloDe = (p: Poligono): number[][] => (p.coordinates as number[][][])[0] ?? [];

/** Shoelace, in square degrees; positive when counter-clockwise. */
const area = (p: Poligono): number => {
  const a = anilloDe(p);
  let suma = 0;
  for (let i = 0; i + 1 < a.length; i++) {
    const [x1 = 0, y1 = 0] = a[i] ?? [];
    const [x2 = 0, y2 = 0] = a[i + 1] ?? [];
    suma += x1 * y2 - x2 * y1;
  }
  return suma / 2;
};

test("each zona and the boundary are closed, counter-clockwise polygons that the contract accepts", () => {
  for (const p of [LIMITE, ...ZONAS.map((z) => z.poligono)]) {
    assert.ok(poligono.safeParse(p).success);
    assert.deepEqual(anilloDe(p)[0], anilloDe(p).at(-1));
    assert.ok(area(p) > 0);
  }
});

test("at least ten zonas, each with its own name", () => {
  assert.ok(ZONAS.length >= 10);
  assert.equal(new Set(ZONAS.map((z) => z.nombre)).size, ZONAS.length);
});

test("the zonas together are exactly as large as the municipality", () => {
  const suma = ZONAS.reduce((total, z) => total + area(z.poligono), 0);
  assert.ok(Math.abs(suma - area(LIMITE)) < 1e-12, `${suma} y ${area(LIMITE)}`);
});

test("a point is in the municipality when it is in one zona, and in one alone", () => {
  const azar = azarDe(7);
  const lngs = anilloDe(LIMITE).map((p) => p[0] ?? 0);
  const lats = anilloDe(LIMITE).map((p) => p[1] ?? 0);
  let adentro = 0;
  for (let i = 0; i < 4000; i++) {
    const punto = {
      lng: azar.entre(Math.min(...lngs) - 0.002, Math.max(...lngs) + 0.002),
      lat: azar.entre(Math.min(...lats) - 0.002, Math.max(...lats) + 0.002),
    };
    const suyas = ZONAS.filter((z) => dentro(punto, z.poligono)).length;
    assert.equal(suyas, dentro(punto, LIMITE) ? 1 : 0);
    adentro += suyas;
  }
  assert.ok(adentro > 1000);
});

test("the streets on the map are those of the generator, in a small file", () => {
  const escrito = readFileSync(ARCHIVO, "utf8");
  assert.equal(escrito, planoEnTexto(), "corré: node scripts/demo/plano.ts");
  assert.ok(escrito.length < 150_000);
  const { features } = JSON.parse(escrito) as { features: { properties: { nombre: string } }[] };
  assert.ok(features.every((f) => f.properties.nombre.length > 0));
});
