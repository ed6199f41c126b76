import { describe, expect, it } from "vitest";
import plano from "../public/demo/calles.geojson?raw";
import { buscarEsquina, callesDe, callesEn } from "./calles.ts";

const calles = callesDe(JSON.parse(plano));

describe("the built-in streets", () => {
  it("are streets alone", () => {
    const nombres = calles.map((c) => c.nombre);
    expect(nombres).toContain("Rivadavia");
    expect(nombres).toContain("Diagonal Alvear");
    expect(nombres).not.toContain("Río Paraná");
    expect(nombres).not.toContain("Plaza Sarmiento");
  });

  it("give the corner that the words name, however they are written", () => {
    const esquina = buscarEsquina(calles, "Rivadavia y Mitre");
    expect(esquina).toMatchObject({ calle: "Rivadavia", cruce: "Mitre" });
    for (const s of ["RIVADAVIA 1240, esquina mitre", "frente al kiosco de rivadavia casi Mitre"])
      expect(buscarEsquina(calles, s), s).toEqual(esquina);
    expect(buscarEsquina(calles, "avenida colon y Mitre")?.calle).toBe("Av. Colón");
  });

  it("give none for one street, for parallels and for half a name", () => {
    for (const s of ["Rivadavia 1240", "Rivadavia y Sarmiento", "Rivadavias y Mitres", ""])
      expect(buscarEsquina(calles, s), s).toBeNull();
  });

  it("say where a point is, and whether it is a corner", () => {
    const e = buscarEsquina(calles, "Rivadavia y Mitre");
    if (!e) throw new Error("no corner");
    expect(callesEn(calles, e)?.esquina).toBe(true);
    const media = callesEn(calles, { lat: e.lat, lng: e.lng - 0.0005 });
    expect(media?.esquina).toBe(false);
    expect([media?.calle, media?.cruce].sort()).toEqual(["Mitre", "Rivadavia"]);
    expect(callesEn(calles, { lat: -34.6, lng: -58.38 })).toBeNull();
  });
});
