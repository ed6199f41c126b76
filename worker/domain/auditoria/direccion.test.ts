import { expect, test } from "vitest";
import { abonado, truncar } from "./direccion.ts";

test.each([
  ["203.0.113.77", "203.0.113.0/24"],
  ["::ffff:203.0.113.77", "203.0.113.0/24"],
  ["2001:db8:85a3:8d3:1319:8a2e:370:7348", "2001:db8:85a3::/48"],
  ["2001:DB8:0:1::7", "2001:db8:0::/48"],
  ["2001:db8::1", "2001:db8:0::/48"],
  ["::1", "0:0:0::/48"],
  ["sin-direccion", null],
  ["1.2.3", null],
  ["", null],
  [undefined, null],
])("of %s the audit keeps %s", (entera, red) => {
  expect(truncar(entera)).toBe(red);
});

test.each([
  ["203.0.113.77", "203.0.113.77/32"],
  ["::ffff:203.0.113.77", "203.0.113.77/32"],
  ["2001:db8:85a3:8d3:1319:8a2e:370:7348", "2001:db8:85a3:8d3::/64"],
  ["2001:db8:85a3:8d3::1", "2001:db8:85a3:8d3::/64"],
  ["2001:db8:85a3:8d4::1", "2001:db8:85a3:8d4::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["sin-direccion", null],
])("of %s a limit counts %s", (entera, red) => {
  expect(abonado(entera)).toBe(red);
});
