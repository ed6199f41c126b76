import { describe, expect, it } from "vitest";
import type { Poligono } from "../../../contract/esquemas/catalogos.ts";
import { type Candidata, metrosHasta, sugerir, type Tarea } from "./sugerir.ts";

const BACHEO = 2;
const CENTRO = { lat: -34.595, lng: -58.395 };
const cuadrado = (lng: number, lat: number, lado = 0.01): Poligono => ({
  type: "Polygon",
  coordinates: [
    [
      [lng, lat],
      [lng + lado, lat],
      [lng + lado, lat + lado],
      [lng, lat + lado],
      [lng, lat],
    ],
  ],
});
const ZONAS = {
  centro: { id: 1, nombre: "Centro", poligono: cuadrado(-58.4, -34.6) },
  lejos: { id: 2, nombre: "Lejos", poligono: cuadrado(-58.3, -34.6) },
};
const tarea: Tarea = { categoria_id: BACHEO, zona_id: 1, punto: CENTRO };

let ids = 0;
const cuadrilla = (nombre: string, mas: Partial<Candidata> = {}): Candidata => ({
  id: ++ids,
  nombre,
  capacidad: 10,
  abiertos: 4,
  categorias: [{ id: BACHEO, nombre: "Bacheo" }],
  zona: ZONAS.centro,
  trabajos: [],
  ...mas,
});
const orden = (...c: Candidata[]) => sugerir(tarea, c).map((s) => s.nombre);

describe("whom to send", () => {
  it("prefers who takes the categoría to everything else", () => {
    const otra = cuadrilla("Verde", { categorias: [{ id: 9, nombre: "Arbolado" }], abiertos: 0 });
    const llena = cuadrilla("Vialidad", { abiertos: 30, zona: ZONAS.lejos });
    expect(orden(otra, llena)).toEqual(["Vialidad", "Verde"]);
  });
  it("then who has room", () => {
    expect(
      orden(cuadrilla("Llena", { abiertos: 10 }), cuadrilla("Libre", { abiertos: 1 })),
    ).toEqual(["Libre", "Llena"]);
  });
  it("then who works in the zona, and who is of the whole city before who is of another", () => {
    expect(
      orden(
        cuadrilla("De otra", { zona: ZONAS.lejos }),
        cuadrilla("De toda", { zona: null }),
        cuadrilla("De acá"),
      ),
    ).toEqual(["De acá", "De toda", "De otra"]);
  });
  it("then who is working nearest", () => {
    const a = (metros: number) => [{ lat: CENTRO.lat + metros / 111_195, lng: CENTRO.lng }];
    const [primera] = sugerir(tarea, [
      cuadrilla("Lejos", { trabajos: a(3000) }),
      cuadrilla("Cerca", { trabajos: [...a(2000), ...a(300)] }),
    ]);
    expect(primera).toMatchObject({ nombre: "Cerca", metros: 300, desde: "trabajo" });
  });
  it("gives the same order whatever the order of asking", () => {
    const [a, b] = [cuadrilla("Alba"), cuadrilla("Bruma")];
    expect(orden(b, a)).toEqual(orden(a, b));
  });
  it("suggests only the first, and only when it takes the categoría", () => {
    expect(sugerir(tarea, [cuadrilla("A"), cuadrilla("B")]).map((s) => s.sugerida)).toEqual([
      true,
      false,
    ]);
    expect(sugerir(tarea, [cuadrilla("A", { categorias: [] })])[0]?.sugerida).toBe(false);
    expect(sugerir(tarea, [])).toEqual([]);
  });
  it("says no distance when the place is unknown", () => {
    const [s] = sugerir({ ...tarea, punto: null, zona_id: null }, [cuadrilla("A")]);
    expect(s).toMatchObject({ metros: null, desde: null, en_zona: false });
  });
});

describe("the distance to a zona", () => {
  it("is none inside, and to its edge from outside", () => {
    expect(metrosHasta(CENTRO, ZONAS.centro.poligono)).toBe(0);
    // 0.005° of longitude at this latitude.
    const alEste = metrosHasta({ lat: -34.595, lng: -58.385 }, ZONAS.centro.poligono);
    expect(alEste).toBeGreaterThan(455);
    expect(alEste).toBeLessThan(460);
  });
  it("is to the nearest part of several", () => {
    const dos: Poligono = {
      type: "MultiPolygon",
      coordinates: [cuadrado(-58.3, -34.6), cuadrado(-58.4, -34.6)].flatMap((p) =>
        p.type === "Polygon" ? [p.coordinates] : p.coordinates,
      ),
    };
    expect(metrosHasta(CENTRO, dos)).toBe(0);
  });
});
