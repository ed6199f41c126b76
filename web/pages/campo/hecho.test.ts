import { describe, expect, it } from "vitest";
import type { Accion } from "../../../contract/acciones.ts";
import type { Reclamo, ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import type { EstadoEnvio } from "../../state/envio.ts";
import {
  type AccionCampo,
  conLoHecho,
  deCampo,
  type Hecho,
  jornada,
  replantear,
  trabajos,
} from "./hecho.ts";

const fila = (id: number, mas: Partial<ReclamoFila> = {}): ReclamoFila =>
  ({
    id,
    numero: id,
    estado: "asignado",
    version: 4,
    vence_en: "2026-11-27T12:00:00Z",
    programado_para: null,
    ...mas,
  }) as ReclamoFila;
let ultimo = 0;
const hecho = (
  accion: AccionCampo,
  f: ReclamoFila,
  version: number,
  estado: EstadoEnvio = "guardado",
  respuesta: unknown = null,
): Hecho =>
  ({
    id: ++ultimo,
    estado,
    respuesta,
    cuerpo: accion === "comentar" ? { texto: "x" } : { version },
    asunto: { tipo: "campo", accion, fila: f },
  }) as Hecho;
const reclamo = (mas: Partial<Reclamo>, acciones: Accion[]): Reclamo =>
  ({ ...fila(1), ...mas, acciones }) as Reclamo;
const ids = (lista: readonly { fila: ReclamoFila }[]) => lista.map((t) => t.fila.id);
const AHORA = Date.parse("2026-11-24T15:00:00Z");

describe("a reclamo with what was done here", () => {
  it("moves on as the server will move it, one version for each action that moves one", () => {
    const f = fila(1);
    const t = conLoHecho(f, [
      hecho("iniciar", f, 4),
      hecho("comentar", f, 0),
      hecho("resolver", f, 5),
    ]);
    expect([t.estado, t.version, t.parado]).toEqual(["resuelto", 6, false]);
  });
  it("takes the server's answer when that is newer than the list", () => {
    const f = fila(1);
    const enviado = hecho("iniciar", f, 4, "enviado", { ...f, estado: "en_proceso", version: 5 });
    expect(conLoHecho(f, [enviado])).toMatchObject({
      estado: "en_proceso",
      version: 5,
      hechos: [],
    });
    expect(conLoHecho(fila(1, { version: 9 }), [enviado])).toMatchObject({ version: 9 });
  });
  it("is kept in sight when the list has it no more, until it is sent", () => {
    const [f, g] = [fila(1), fila(2)];
    const todos = trabajos(
      [],
      [hecho("resolver", f, 4, "conflicto"), hecho("iniciar", g, 4, "enviado")],
    );
    expect(ids(todos)).toEqual([1]);
    expect(todos[0]?.parado).toBe(true);
  });
  it("is not mixed up with what other pages send", () => {
    expect(deCampo([{ ...hecho("iniciar", fila(1), 4), asunto: { tipo: "reclamo" } }])).toEqual([]);
    expect(deCampo([{ ...hecho("iniciar", fila(1), 4), asunto: null }])).toEqual([]);
  });
});

describe("the day", () => {
  const dia = (filas: ReclamoFila[], hechos: Hecho[] = []) =>
    jornada(trabajos(filas, hechos), AHORA);
  it("puts what was begun first, then what is planned or promised sooner", () => {
    const j = dia([
      fila(1, { vence_en: "2026-11-30T12:00:00Z" }),
      fila(2, { vence_en: "2026-11-25T12:00:00Z" }),
      fila(3, { programado_para: "2026-11-24T18:00:00Z" }),
      fila(4, { estado: "en_proceso", vence_en: "2026-12-30T12:00:00Z" }),
    ]);
    expect(ids(j.hoy)).toEqual([4, 3, 2, 1]);
  });
  it("leaves for later what is planned for another day, by the clock of Buenos Aires", () => {
    const j = dia([
      fila(1, { programado_para: "2026-11-25T02:30:00Z" }),
      fila(2, { programado_para: "2026-11-25T03:30:00Z" }),
      fila(3, { programado_para: "2026-11-20T12:00:00Z" }),
    ]);
    expect(ids(j.hoy)).toEqual([3, 1]);
    expect(ids(j.masAdelante)).toEqual([2]);
  });
  it("sets apart what only has to be sent, and what has to be decided", () => {
    const filas = [fila(1), fila(2), fila(3), fila(4)];
    const [a, b, c, d] = filas as [ReclamoFila, ReclamoFila, ReclamoFila, ReclamoFila];
    const j = dia(filas, [
      hecho("iniciar", a, 4),
      hecho("devolver", b, 4),
      hecho("iniciar", c, 4, "conflicto"),
      hecho("resolver", d, 4, "enviado", { ...d, estado: "resuelto", version: 5 }),
    ]);
    expect([ids(j.hoy), ids(j.faltaEnviar), ids(j.paraRevisar)]).toEqual([[1], [2], [3]]);
  });
});

describe("after a conflict", () => {
  const f = fila(1);
  const cadena = () => [hecho("iniciar", f, 4), hecho("resolver", f, 5)];
  it("sends the whole of it on the version that is now, when it is still the crew's", () => {
    const r = replantear(cadena(), reclamo({ version: 8 }, ["iniciar", "comentar"]));
    expect(r.sirven.map((x) => x.cuerpo.version)).toEqual([8, 9]);
    expect(r.sobran).toEqual([]);
  });
  it("leaves out what somebody else of the crew did already", () => {
    const [a, b] = cadena() as [Hecho, Hecho];
    const r = replantear(
      [a, b],
      reclamo({ version: 6, estado: "en_proceso" }, ["resolver", "comentar"]),
    );
    expect(r).toEqual({ sirven: [{ id: b.id, cuerpo: { version: 6 } }], sobran: [a.id] });
  });
  it("sends nothing to what is another crew's now, or closed", () => {
    const [a, b] = cadena() as [Hecho, Hecho];
    expect(replantear([a, b], reclamo({ version: 6 }, [])).sirven).toEqual([]);
    expect(
      replantear([a, b], reclamo({ version: 6, estado: "rechazado" }, ["comentar"])).sobran,
    ).toEqual([a.id, b.id]);
  });
  it("does nothing more with what it gives back", () => {
    const r = replantear(
      [hecho("devolver", f, 4), hecho("comentar", f, 0)],
      reclamo({ version: 8 }, ["devolver", "comentar"]),
    );
    expect([r.sirven.length, r.sobran.length]).toEqual([1, 1]);
  });
});
