import { describe, expect, it } from "vitest";
import { entrar } from "./achicar.ts";

describe("fitting a photo", () => {
  it("shrinks the longer side to the limit and keeps the shape", () => {
    expect(entrar(4096, 3072, 2048)).toEqual({ ancho: 2048, alto: 1536 });
    expect(entrar(3000, 4000, 2048)).toEqual({ ancho: 1536, alto: 2048 });
  });
  it("never enlarges", () => {
    expect(entrar(640, 480, 2048)).toEqual({ ancho: 640, alto: 480 });
  });
  it("leaves at least one pixel of a very long picture", () => {
    expect(entrar(50_000, 1, 2048)).toEqual({ ancho: 2048, alto: 1 });
  });
});
