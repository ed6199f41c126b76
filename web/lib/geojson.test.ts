import { describe, expect, it } from "vitest";
import { leerGeojson, RASGOS_MAX } from "./geojson.ts";

const ANILLO = [
  [-59.6, -33.7, 12],
  [-59.5, -33.7, 12],
  [-59.5, -33.6, 12],
  [-59.6, -33.7, 12],
];
const rasgo = (geometry: unknown, properties: unknown = {}) => ({
  type: "Feature",
  properties,
  geometry,
});
const coleccion = (...features: unknown[]) =>
  JSON.stringify({ type: "FeatureCollection", features });
const poligono = { type: "Polygon", coordinates: [ANILLO] };

describe("a GeoJSON file", () => {
  it("gives each feature its name, without heights", () => {
    const { rasgos, falla } = leerGeojson(
      coleccion(rasgo(poligono, { NAME: "El Bajo" }), rasgo(poligono, { Barrio: " Alto " })),
    );
    expect(falla).toBeNull();
    expect(rasgos.map((r) => r.nombre)).toEqual(["El Bajo", "Alto"]);
    expect(rasgos[0]?.poligono?.coordinates[0]?.[0]).toEqual([-59.6, -33.7]);
  });
  it("may be one feature, or a bare shape", () => {
    expect(leerGeojson(JSON.stringify(rasgo(poligono))).rasgos).toHaveLength(1);
    const multi = { type: "MultiPolygon", coordinates: [[ANILLO]] };
    expect(leerGeojson(JSON.stringify(multi)).rasgos[0]?.falla).toBeNull();
  });
  it("says of each feature what is wrong with it, and keeps the others", () => {
    const mercator = ANILLO.map(([x = 0, y = 0]) => [x * 111_000, y * 111_000]);
    const { rasgos } = leerGeojson(
      coleccion(
        rasgo(poligono),
        rasgo(null),
        rasgo({ type: "Point", coordinates: [0, 0] }),
        rasgo({ type: "Polygon", coordinates: [ANILLO.slice(0, 3)] }),
        rasgo({ type: "Polygon", coordinates: [mercator] }),
        rasgo({ type: "Polygon", coordinates: "nada" }),
      ),
    );
    expect(rasgos.map((r) => r.falla)).toEqual([
      null,
      "sin_geometria",
      "no_es_poligono",
      "abierto",
      "no_son_grados",
      "coordenadas",
    ]);
  });
  it("that is none is told as such", () => {
    expect(leerGeojson("").falla).toBe("vacio");
    expect(leerGeojson("<kml/>").falla).toBe("no_es_json");
    expect(leerGeojson('{"type":"Topology"}').falla).toBe("no_es_geojson");
    expect(leerGeojson(coleccion()).falla).toBe("vacio");
    const muchos = Array.from({ length: RASGOS_MAX + 1 }, () => rasgo(poligono));
    expect(leerGeojson(coleccion(...muchos)).falla).toBe("demasiados");
  });
});
