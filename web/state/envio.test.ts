import { describe, expect, it } from "vitest";
import { type CodigoError, ERRORES } from "../../contract/errores.ts";
import { ErrorApi } from "../api/error.ts";
import { clasificar, cuerpoFinal, type Envio, esperaMs, siguiente } from "./envio.ts";

const fallo = (codigo: CodigoError, campo?: string): ErrorApi => {
  const { status, title } = ERRORES[codigo];
  const errores = campo ? { errores: [{ campo, mensaje: "No." }] } : {};
  const problema = { type: "", title, status, detail: "No.", codigo, requestId: "r", ...errores };
  return new ErrorApi("problema", status, problema, null);
};
const envio = (id: number, mas: Partial<Envio> = {}): Envio => ({
  id,
  usuario: 1,
  metodo: "POST",
  ruta: "/api/x",
  cuerpo: {},
  fotos: [],
  grupo: null,
  asunto: null,
  clave: `c${id}`,
  estado: "guardado",
  intentos: 0,
  renovado: false,
  problema: null,
  respuesta: null,
  creado_en: 0,
  enviado_en: null,
  ...mas,
});
const foto = (id?: number) => ({
  clave: "f",
  blob: new Blob(["x"]),
  ...(id === undefined ? {} : { id }),
});

describe("what a failure means", () => {
  const nuevo = envio(1);
  it("keeps what may be the signal: no answer, or one that is not ours", () => {
    expect(clasificar(new ErrorApi("red", 0, null, null), nuevo)).toBe("despues");
    // A station's or a hotel's own page.
    expect(clasificar(new ErrorApi("raro", 200, null, null), nuevo)).toBe("despues");
    expect(clasificar(new ErrorApi("raro", 404, null, null), nuevo)).toBe("despues");
    expect(clasificar(new TypeError("chunk"), nuevo)).toBe("despues");
  });
  it("keeps what is only too much, or being done", () => {
    for (const codigo of ["limite", "en_curso", "no_disponible"] as const)
      expect(clasificar(fallo(codigo), nuevo), codigo).toBe("despues");
  });
  it("parks what would wait until tomorrow, so that the person hears of it", () => {
    expect(clasificar(fallo("limite_diario"), nuevo)).toBe("parar");
  });
  it("parks what the server refused for good", () => {
    const finales = ["version_vieja", "estado_no_permite", "sin_permiso", "no_encontrado"] as const;
    for (const codigo of [...finales, "datos_invalidos", "clave_reusada"] as const)
      expect(clasificar(fallo(codigo), nuevo), codigo).toBe("parar");
  });
  it("waits for the person when the session is over", () => {
    expect(clasificar(fallo("sin_sesion"), nuevo)).toBe("sesion");
    expect(clasificar(fallo("bloqueado"), nuevo)).toBe("sesion");
  });
  it("insists on our own failures, but not for ever", () => {
    expect(clasificar(fallo("interno"), envio(1, { intentos: 3 }))).toBe("despues");
    expect(clasificar(fallo("interno"), envio(1, { intentos: 11 }))).toBe("parar");
  });
  it("uploads photos that expired once more, and only once", () => {
    const subidas = envio(1, { fotos: [foto(7)] });
    expect(clasificar(fallo("datos_invalidos", "fotos"), subidas)).toBe("fotos");
    expect(clasificar(fallo("datos_invalidos", "fotos"), { ...subidas, renovado: true })).toBe(
      "parar",
    );
    expect(clasificar(fallo("datos_invalidos", "solucion"), subidas)).toBe("parar");
  });
});

describe("whose turn it is", () => {
  it("goes in the person's order, and never touches another's", () => {
    const todos = [envio(3), envio(1, { usuario: 2 }), envio(2)];
    expect(siguiente(todos, 1)?.id).toBe(2);
    expect(siguiente(todos, 2)?.id).toBe(1);
    expect(siguiente(todos, null)).toBeNull();
    expect(siguiente(todos, 9)).toBeNull();
  });
  it("passes by what is parked or sent, but holds what comes after it in its group", () => {
    const parado = envio(1, { estado: "conflicto", grupo: "reclamo:4" });
    const despues = envio(2, { grupo: "reclamo:4" });
    const otro = envio(3, { grupo: "reclamo:5" });
    const suelto = envio(4);
    expect(siguiente([parado, despues, otro, suelto], 1)?.id).toBe(3);
    expect(siguiente([parado, despues, suelto], 1)?.id).toBe(4);
    expect(siguiente([parado, despues], 1)).toBeNull();
    expect(siguiente([envio(1, { estado: "enviado", grupo: "reclamo:4" }), despues], 1)?.id).toBe(
      2,
    );
  });
});

it("waits longer each time, never over two minutes", () => {
  expect([0, 1, 2, 3, 4, 5, 6, 60].map((n) => esperaMs(n, 1))).toEqual([
    3000, 6000, 12_000, 24_000, 48_000, 96_000, 120_000, 120_000,
  ]);
  expect(esperaMs(2, 0)).toBe(9000);
});

it("puts the photos' ids into the body, in their order", () => {
  const e = envio(1, { cuerpo: { solucion: "x" }, fotos: [foto(8), foto(5)] });
  expect(cuerpoFinal(e)).toEqual({ solucion: "x", fotos: [8, 5] });
  expect(cuerpoFinal(envio(1, { cuerpo: { a: 1 } }))).toEqual({ a: 1 });
});
