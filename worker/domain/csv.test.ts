import { expect, test } from "vitest";
import { renglonCsv } from "./csv.ts";

test.each([
  ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
  ["+54 11", "'+54 11"],
  ["-1+1", "'-1+1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", '"\'\tx"'],
  ["\rx", '"\'\rx"'],
  ["\uFF1D1+1", "'\uFF1D1+1"],
  ["a=b", "a=b"],
])("what a spreadsheet would run is text: %j", (valor, escrito) => {
  expect(renglonCsv([valor])).toBe(`${escrito}\r\n`);
});

test("quotes what would break a line in two, and doubles its quotes", () => {
  expect(renglonCsv(['dijo "hola"', "a;b", "uno\ndos", " con aire "])).toBe(
    '"dijo ""hola""";"a;b";"uno\ndos";" con aire "\r\n',
  );
});

test("a number has its comma and may be below zero; nothing is an empty cell", () => {
  expect(renglonCsv([-33.742, 12, 0, null, ""])).toBe("-33,742;12;0;;\r\n");
});
