import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./password.ts";

test("a hash carries its parameters, a 16-byte salt of its own, and never the password", async () => {
  const [uno, otro] = await Promise.all([hashPassword("Test123!"), hashPassword("Test123!")]);
  expect(uno).toMatch(/^scrypt\$16384\$8\$5\$[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=$/);
  expect(uno).not.toBe(otro);
});

test("only the same password verifies, in whichever form its accents were typed", async () => {
  const hash = await hashPassword("Ñandú-1234");
  expect(await verifyPassword(hash, "Ñandú-1234")).toBe(true);
  expect(await verifyPassword(hash, "Ñandú-1234".normalize("NFD"))).toBe(true);
  expect(await verifyPassword(hash, "ñandú-1234")).toBe(false);
  expect(await verifyPassword(hash, "")).toBe(false);
});

test("verifying follows the parameters that stand in the hash", async () => {
  // RFC 7914, section 12: scrypt("pleaseletmein", "SodiumChloride", N=16384, r=8, p=1, 64 bytes).
  const clave =
    "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887";
  const hash = [
    "scrypt$16384$8$1",
    Buffer.from("SodiumChloride").toString("base64"),
    Buffer.from(clave, "hex").toString("base64"),
  ].join("$");
  expect(await verifyPassword(hash, "pleaseletmein")).toBe(true);
  expect(await verifyPassword(hash.replace("$8$1$", "$8$2$"), "pleaseletmein")).toBe(false);
});

test.each(["", "scrypt$16384$8$5$", "pbkdf2$1$1$1$AAAA$AAAA", "Test123!"])(
  "what is not a hash of ours verifies nothing: %j",
  async (hash) => {
    expect(await verifyPassword(hash, "Test123!")).toBe(false);
  },
);
