import { describe, expect, it } from "vitest";
import { demora, direccion, esFinal, leerTrama } from "./canal.ts";

describe("reconnecting", () => {
  it("waits longer each time, never over half a minute", () => {
    expect([0, 1, 2, 3, 4, 5, 6, 60].map((n) => demora(n, 1))).toEqual([
      1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
    ]);
  });
  it("spreads a crowd over half of each wait", () => {
    expect(demora(3, 0)).toBe(4000);
    expect(demora(3, 0.5)).toBe(6000);
  });
  it("resumes after the last frame it saw, over the page's own scheme", () => {
    expect(direccion("https://ciudad.example", 7, 41)).toBe(
      "wss://ciudad.example/api/ws?usuario=7&desde=41",
    );
    expect(direccion("http://127.0.0.1:8787", 7, null)).toBe(
      "ws://127.0.0.1:8787/api/ws?usuario=7",
    );
  });
  it("does not insist when the session is over", () => {
    expect([4001, 4002].every(esFinal)).toBe(true);
    expect([1000, 1001, 1006, 4008].some(esFinal)).toBe(false);
  });
});

describe("frames", () => {
  it("reads one of ours", () => {
    const crudo = '{"type":"hola","at":"2026-11-25T18:00:00Z","data":{"sin_leer":2,"seq":9}}';
    expect(leerTrama(crudo)?.type).toBe("hola");
  });
  it("ignores what is not a frame", () => {
    for (const malo of [
      "",
      "pong",
      "null",
      "[]",
      "{",
      '{"type":1}',
      '{"type":"hola"}',
      new ArrayBuffer(2),
    ])
      expect(leerTrama(malo)).toBeNull();
  });
});
