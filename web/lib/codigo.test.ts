import { expect, test } from "vitest";
import { codigoDe } from "./codigo.ts";

test.each([
  ["7K3F9QXM2A", "7K3F9QXM2A"],
  [" 7k3f-9qxm 2a ", "7K3F9QXM2A"],
  ["7k3f9qxmoi", "7K3F9QXM01"],
  ["7K3F9QXML1", "7K3F9QXM11"],
])("%j is %s", (escrito, codigo) => {
  expect(codigoDe(escrito)).toBe(codigo);
});

test.each(["", "1284", "7K3F9QXM2", "7K3F9QXM2AA", "7K3F9QXM2U", "no es un código"])(
  "%j is none of ours",
  (escrito) => {
    expect(codigoDe(escrito)).toBeNull();
  },
);
