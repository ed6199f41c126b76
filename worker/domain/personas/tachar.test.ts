import { expect, test } from "vitest";
import { type Conocida, TACHADO as T, tachar, tacharDireccion } from "./tachar.ts";

const ana: Conocida = {
  nombre: "Ana María",
  apellido: "Paz",
  email: "ana.paz@correo.example",
  telefono: "+54 9 2326 55-1234",
};

test.each([
  ["Soy Ana María Paz, de enfrente.", `Soy ${T}, de enfrente.`],
  ["PAZ, ANA MARÍA", T],
  ["Me llamo Ana María y vivo al lado.", `Me llamo ${T} y vivo al lado.`],
  ["Avisen a la Sra. Paz", `Avisen a la Sra. ${T}`],
  ["Escriban a Ana.Paz@Correo.example.", `Escriban a ${T}.`],
  ["Mi celu es 02326 15 55-1234", `Mi celu es ${T}`],
  ["Llamen al 2326 551234", `Llamen al ${T}`],
  ["Mi DNI es 28.123.456.", `Mi DNI es ${T}.`],
  ["El de al lado: otro@correo.example", `El de al lado: ${T}`],
])("«%s» keeps nothing of hers", (texto, limpio) => {
  expect(tachar(texto, ana)).toBe(limpio);
});

test.each([
  "Un bache en la avenida La Paz al 1200, desde hace 3 meses.",
  "El poste 1234 hace ruido los 25 de mayo.",
  "Paz y tranquilidad es lo que queremos.",
])("«%s» stays as it is", (texto) => {
  expect(tachar(texto, ana)).toBe(texto);
});

test("a person who is known under two names is found under each, and under both at once", () => {
  const corto = { ...ana, nombre: "Ana" };
  expect(tachar("Soy Ana María Paz. Ana Paz firma.", corto, ana)).toBe(`Soy ${T}. ${T} firma.`);
});

test("a street keeps its name", () => {
  expect(tacharDireccion("Ana María Paz 1240, tel 2326 551234", ana)).toBe(
    `Ana María Paz 1240, tel ${T}`,
  );
});

test("who has no name, e-mail or telephone takes nothing out", () => {
  const nadie = { nombre: "", apellido: "", email: null, telefono: null };
  expect(tachar("Un bache hondo en Mitre 1240.", nadie)).toBe("Un bache hondo en Mitre 1240.");
});
