import { describe, expect, it } from "vitest";
import type { Sugerencia } from "../../contract/esquemas/gestion.ts";
import { razones } from "./sugerencia.ts";

const s: Sugerencia = {
  cuadrilla_id: 1,
  nombre: "Alumbrado 1",
  abiertos: 4,
  capacidad: 12,
  atiende: true,
  categorias: ["Alumbrado"],
  zona: "Centro",
  en_zona: true,
  metros: 347,
  desde: "trabajo",
  sugerida: true,
};

describe("why a cuadrilla is suggested", () => {
  it("is said in one sentence", () => {
    expect(razones(s, "Alumbrado")).toBe(
      "Atiende alumbrado, trabaja en Centro, 4 abiertos de 12, a 350 m de otro trabajo suyo",
    );
  });
  it("says what speaks against it too", () => {
    const otra = {
      ...s,
      atiende: false,
      en_zona: false,
      abiertos: 12,
      metros: 2450,
      categorias: ["Agua", "Cloacas"],
    };
    expect(razones(otra, "Alumbrado")).toBe(
      "Hace agua, cloacas, trabaja en Centro, no acá, 12 abiertos de 12, está completa, a 2,5 km de otro trabajo suyo",
    );
  });
  it("leaves out a distance nobody knows, and never says more than it counted", () => {
    expect(
      razones(
        { ...s, zona: null, en_zona: false, metros: null, desde: null, abiertos: 100 },
        "Alumbrado",
      ),
    ).toBe("Atiende alumbrado, trabaja en toda la ciudad, 99+ abiertos de 12, está completa");
  });
  it("tells the zona from the work", () => {
    expect(razones({ ...s, metros: 0, desde: "zona" }, "Bacheo")).toMatch(/dentro de su zona$/);
    expect(razones({ ...s, metros: 0, desde: "trabajo" }, "Bacheo")).toMatch(
      /a 0 m de otro trabajo/,
    );
  });
});
