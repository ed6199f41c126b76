import { expect, test } from "vitest";
import { esComun } from "./contrasenas.ts";

test.each([
  "password",
  "Password1!",
  "Test123!",
  "dragon2026",
  "qwertyuiop",
  "1qaz2wsx",
  "Contraseña1",
  "reclamos2026",
  "Municipalidad!",
  "20112026",
  "abcabcabc",
  "aaaaaaaa",
])("%s is common", (p) => expect(esComun(p)).toBe(true));

test.each(["rioja-lapacho-47", "Una-clave-larga-7", "cuatro caballos verdes", "xK9#vq2mTz"])(
  "%s is not",
  (p) => expect(esComun(p)).toBe(false),
);

test("one's own address is no password", () => {
  expect(esComun("mariana.sosa-44", "mariana.sosa@villa.example")).toBe(true);
  expect(esComun("rioja-lapacho-47", "mariana.sosa@villa.example")).toBe(false);
});

test("of ten thousand at random hardly any is taken for a common one", () => {
  let n = 12_345;
  const azar = () => {
    n = (Math.imul(n, 1_103_515_245) + 12_345) >>> 0;
    return n.toString(36);
  };
  const malas = Array.from({ length: 10_000 }, () => `${azar()}${azar()}x7`).filter((p) =>
    esComun(p),
  );
  expect(malas.length).toBeLessThan(300);
});
