import { expect, it } from "vitest";
import { COLUMNAS_CERRADAS } from "../../contract/auditoria.ts";
import { ESTADOS } from "../../contract/estados.ts";
import { ESTADOS_CORREO, PRIORIDADES, ROLES } from "../../contract/vocabulario.ts";
import { auditoria as en } from "./en/auditoria.ts";
import { auditoria as es } from "./es/auditoria.ts";

const LIBRES = ["nombre", "titulo", "texto", "limite", "poligono", "contacto", "logo_clave", "q"];

it.each([
  ["es", es],
  ["en", en],
] as const)("every column and closed word of the record has its name in %s", (_, a) => {
  for (const columna of [...COLUMNAS_CERRADAS, ...LIBRES])
    expect(a.columnas[columna], columna).toMatch(/./);
  for (const palabra of [...ROLES, ...ESTADOS, ...PRIORIDADES, ...ESTADOS_CORREO])
    expect(a.palabras[palabra], palabra).toMatch(/./);
});

it("both languages name the same", () => {
  expect(Object.keys(en.columnas)).toEqual(Object.keys(es.columnas));
  expect(Object.keys(en.palabras)).toEqual(Object.keys(es.palabras));
});
