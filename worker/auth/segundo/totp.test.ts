import { expect, test } from "vitest";
import { buscarPaso, codigoDe, PASO_SEGUNDOS, pasoDe, secretoNuevo, uriDe } from "./totp.ts";

/** "12345678901234567890" in base32: the secret of RFC 6238, Appendix B. */
const DEL_RFC = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

// The RFC's table has eight digits; ours are the last six of them.
test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("at second %i it is the RFC's code", async (ahora, codigo) => {
  expect(await codigoDe(DEL_RFC, pasoDe(ahora))).toBe(codigo);
});

test("a clock may be half a minute off, and no more", async () => {
  const AHORA = 1_800_000_010;
  const paso = pasoDe(AHORA);
  const halla = async (de: number) => buscarPaso(DEL_RFC, await codigoDe(DEL_RFC, de), AHORA);
  expect(await Promise.all([-2, -1, 0, 1, 2].map((n) => halla(paso + n)))).toEqual([
    null,
    paso - 1,
    paso,
    paso + 1,
    null,
  ]);
  expect(await buscarPaso(DEL_RFC, "", AHORA)).toBeNull();
  expect(PASO_SEGUNDOS).toBe(30);
});

test("a secret has 160 bits, and each is another", () => {
  const [una, otra] = [secretoNuevo(), secretoNuevo()];
  expect(una).toMatch(/^[A-Z2-7]{32}$/);
  expect(una).not.toBe(otra);
});

test("the app reads the city and the account", () => {
  expect(uriDe("ABC", "Villa Baldosa", "a+b@c.example")).toBe(
    "otpauth://totp/Villa%20Baldosa:a%2Bb%40c.example?secret=ABC&issuer=Villa%20Baldosa",
  );
});
